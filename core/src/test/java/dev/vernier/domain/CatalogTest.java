package dev.vernier.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files as people have them. */
class CatalogTest {

    private static final String HEADER = "SeriesInstanceUID,Modality\n";

    @TempDir
    private Path folder;

    @Test
    void aPlainFile() throws IOException {
        Catalog catalog = read(HEADER + "1.1,CTA\n1.2,MRA\n");

        assertEquals(List.of("SeriesInstanceUID", "Modality"), catalog.columns());
        assertEquals(Set.of("1.1", "1.2"), catalog.series());
        assertEquals("CTA", catalog.value("1.1", catalog.column("Modality")));
        assertEquals("", catalog.value("1.3", 1));
        assertTrue(catalog.contains("1.2"));
        assertFalse(catalog.contains("1.3"));
        assertEquals(-1, catalog.column("modality"), "as it is written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyEndOfLineWithOrWithoutOneAtTheEnd(String end) throws IOException {
        for (String last : List.of("", end, end + end)) {
            Catalog catalog = read(String.join(end, "SeriesInstanceUID,Modality", "1.1,CTA", "1.2,MRA") + last);

            assertEquals(Set.of("1.1", "1.2"), catalog.series());
            assertEquals("MRA", catalog.value("1.2", 1));
            assertEquals(0, catalog.rowsWithoutSeries());
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMark(String charset) throws IOException {
        Path file = folder.resolve("bom.csv");
        Files.write(file, ("\uFEFF\"SeriesInstanceUID\",Modality\n1.1,T\u00F6st\n").getBytes(charset));

        assertEquals("T\u00F6st", Catalog.read(file, "SeriesInstanceUID").value("1.1", 1));
    }

    @Test
    void quotedFieldsHoldCommasQuotesAndNewlines() throws IOException {
        Catalog catalog =
                read("\"Modality, as coded\",\"SeriesInstanceUID\"\n\"MRI, \"\"T1\"\"\nwith contrast\",\"1.1\"\n");

        assertEquals("MRI, \"T1\"\nwith contrast", catalog.value("1.1", catalog.column("Modality, as coded")));
    }

    @Test
    void spacesAroundNamesAndValuesDoNotCount() throws IOException {
        Catalog catalog = read(" SeriesInstanceUID , Modality \n 1.1 , CTA \n");

        assertEquals("CTA", catalog.value("1.1", catalog.column("Modality")));
    }

    @Test
    void emptyLinesDoNotCount() throws IOException {
        Catalog catalog = read("\n\n" + HEADER + "\n1.1,CTA\n\n\n");

        assertEquals(Set.of("1.1"), catalog.series());
        assertEquals(0, catalog.rowsWithoutSeries());
    }

    @Test
    void shortAndLongRows() throws IOException {
        Catalog catalog = read("SeriesInstanceUID,Age,Modality\n1.1\n1.2,50,CTA,extra,more\n");

        assertEquals("", catalog.value("1.1", 2));
        assertEquals("CTA", catalog.value("1.2", 2));
    }

    @Test
    void rowsWithoutSeriesAreCounted() throws IOException {
        Catalog catalog = read("Modality,SeriesInstanceUID\nCTA,1.1\nCTA,\nCTA\nCTA, \n");

        assertEquals(Set.of("1.1"), catalog.series());
        assertEquals(3, catalog.rowsWithoutSeries());
    }

    @Test
    void ofRepeatedRowsTheFirstCountsAndDifferencesAreNoticed() throws IOException {
        Catalog catalog = read(HEADER + "1.1,CTA\n1.2,MRA\n1.1,CTA\n1.2,CTA\n1.2,MRA\n1.3,MRA\n");

        assertEquals("MRA", catalog.value("1.2", 1));
        assertEquals(Set.of("1.1", "1.2"), catalog.repeated());
        assertEquals(Set.of("1.2"), catalog.contradicted());
    }

    @Test
    void ofColumnsWithOneNameTheFirstCounts() throws IOException {
        Catalog catalog = read("SeriesInstanceUID,Modality,Modality\n1.1,CTA,MRA\n");

        assertEquals("CTA", catalog.value("1.1", catalog.column("Modality")));
    }

    @Test
    void theSeriesColumnCanBeNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), "kind,uid\nCTA,1.1\n");

        assertEquals(Set.of("1.1"), Catalog.read(file, "uid").series());
    }

    @Test
    void semicolonsAreAnErrorThatNamesTheHeaderItSaw() {
        assertRefused(
                "SeriesInstanceUID;Modality\n1.1;CTA\n",
                "SeriesInstanceUID;Modality",
                "separated by commas, not semicolons");
        assertRefused("SeriesInstanceUID;Age, in years;Modality\n", "separated by commas, not semicolons");
    }

    @Test
    void tabsAreAnErrorAsWell() {
        assertRefused("SeriesInstanceUID\tModality\n1.1\tCTA\n", "separated by commas, not tabs");
    }

    @Test
    void aMissingColumnIsAnErrorThatNamesTheHeaderAndTheNearestName() {
        assertRefused("PatientID,Modality\n", "no column 'SeriesInstanceUID'", "PatientID,Modality", "name the column");
        assertRefused("seriesInstanceUid,Modality\n", "did you mean seriesInstanceUid?");
    }

    @Test
    void aLongHeaderIsShownInPart() {
        CatalogException refused = assertThrows(CatalogException.class, () -> read("x".repeat(100_000) + ",y\n"));

        assertTrue(refused.getMessage().length() < 1_000);
    }

    @Test
    void anEmptyFileIsAnError() {
        assertRefused("", "is empty: a header row is needed");
        assertRefused("\n\n", "is empty: a header row is needed");
    }

    @Test
    void aHeaderAloneIsACatalogOfNothing() throws IOException {
        assertEquals(Set.of(), read(HEADER).series());
    }

    @Test
    void aQuoteThatIsNeverClosedIsAnErrorAndDoesNotSwallowTheRest() {
        assertRefused(HEADER + "1.1,\"CTA\n1.2,MRA\n1.3,MRA\n", "is not a CSV file");
    }

    @Test
    void textBehindAClosingQuoteIsAnError() {
        assertRefused(HEADER + "1.1,\"CTA\"x\n", "is not a CSV file");
    }

    @Test
    void whatIsNoUtf8IsReadAsSpreadsheetsWriteIt() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, (HEADER + "1.1,Sch\u00E4del\n").getBytes(StandardCharsets.ISO_8859_1));

        assertEquals("Sch\u00E4del", Catalog.read(file, "SeriesInstanceUID").value("1.1", 1));
    }

    @Test
    void utf8IsReadAsUtf8() throws IOException {
        assertEquals(
                "Sch\u00E4del \u2192 \uD83E\uDDE0",
                read(HEADER + "1.1,Sch\u00E4del \u2192 \uD83E\uDDE0\n").value("1.1", 1));
    }

    @Test
    void aFieldOfAMegabyte() throws IOException {
        String huge = "x".repeat(1 << 20);

        assertEquals(huge, read(HEADER + "1.1,\"" + huge + "\"\n1.2,CTA\n").value("1.1", 1));
    }

    @Test
    void aFieldThatNeverEndsIsAnError() {
        assertRefused(HEADER + "1.1," + "x".repeat(17 << 20), "is not a CSV file");
    }

    @Test
    void aHundredThousandRows() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 100_000; i++) {
            rows.append("1.").append(i).append(",D").append(i % 7).append('\n');
        }
        Catalog catalog = read(rows.toString());

        assertEquals(100_000, catalog.series().size());
        assertEquals("D" + 99_999 % 7, catalog.value("1.99999", 1));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.csv");

        assertTrue(assertThrows(NoSuchFileException.class, () -> Catalog.read(missing, "x"))
                .getMessage()
                .contains("missing.csv"));
        assertThrows(NoSuchFileException.class, () -> Catalog.read(folder, "x"));
    }

    private Catalog read(String text) throws IOException {
        return Catalog.read(Files.writeString(folder.resolve("catalog.csv"), text), "SeriesInstanceUID");
    }

    private void assertRefused(String text, String... parts) {
        CatalogException refused = assertThrows(CatalogException.class, () -> read(text));
        assertTrue(refused.getMessage().contains("catalog.csv"), refused.getMessage());
        for (String part : parts) {
            assertTrue(refused.getMessage().contains(part), refused.getMessage());
        }
    }
}
