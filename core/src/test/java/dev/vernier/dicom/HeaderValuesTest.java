package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeaderValuesTest {

    private static final String SHARED_SPACING = "SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing";
    private static final String FRAME_POSITION =
            "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient";

    private static HeaderValues read(byte[] file, String... paths) throws IOException {
        HeaderValues values = new HeaderValues(WantedTags.of(paths));
        values.begin();
        try (HeaderParser parser = new HeaderParser()) {
            parser.parse(MemoryWindow.of(file), values.wanted(), values);
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void typedValuesOfAnyEncoding(DicomSyntax syntax) throws IOException {
        HeaderValues values = read(
                Samples.classic(syntax).toFile(),
                "Modality",
                "Manufacturer",
                "ImageType",
                "Rows",
                "PixelSpacing",
                "(0019,1011)");
        assertEquals("CT", values.text(0));
        assertEquals("Müller", values.text(1));
        assertEquals(List.of("ORIGINAL", "PRIMARY", "AXIAL"), values.texts(2));
        assertEquals(512, values.number(3));
        assertEquals("512", values.text(3));
        assertEquals(0.5, values.number(4));
        assertArrayEquals(new double[] {0.5, 0.25}, values.numbers(4));
        assertEquals("0.5\\0.25", values.text(4));
        assertArrayEquals(new byte[] {1, 2, 3, 0}, values.bytes(5));
        assertEquals(Vr.DS, values.vr(4));
        assertFalse(values.isIncomplete());
    }

    @Test
    void absentIsNotEmpty() throws IOException {
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "CS", "")
                .element(Tag.ROWS, "US", 1)
                .toFile();
        HeaderValues values = read(file, "Modality", "PixelSpacing");
        assertTrue(values.isPresent(0));
        assertFalse(values.isPresent(1));
        for (int slot = 0; slot < 2; slot++) {
            assertEquals("", values.text(slot));
            assertEquals(List.of(), values.texts(slot));
            assertEquals(Double.NaN, values.number(slot));
            assertEquals(0, values.numbers(slot).length);
            assertEquals(0, values.bytes(slot).length);
        }
        assertEquals(Vr.CS, values.vr(0));
        assertEquals(Vr.UNKNOWN, values.vr(1));
    }

    @Test
    void valuesInsideSequencesAreThoseOfTheFirstItemThatHasThem() throws IOException {
        HeaderValues values = read(
                Samples.enhanced(DicomSyntax.IMPLICIT_LITTLE_ENDIAN, true).toFile(),
                SHARED_SPACING,
                FRAME_POSITION,
                "PerFrameFunctionalGroupsSequence",
                "ReferencedImageSequence",
                "ReferencedImageSequence/PixelSpacing");
        assertArrayEquals(new double[] {0.75, 0.5}, values.numbers(0));
        assertArrayEquals(new double[] {1, 2, 3}, values.numbers(1));
        assertTrue(values.isPresent(2));
        assertEquals(Vr.SQ, values.vr(2));
        assertFalse(values.isPresent(3));
        assertFalse(values.isPresent(4));
    }

    @Test
    void textIsDecodedByTheFilesCharacterSet() throws IOException {
        byte[] text = "Διονυσιος\\x".getBytes(java.nio.charset.Charset.forName("ISO-8859-7"));
        DicomBytes bytes = Samples.explicit().element(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 126");
        HeaderValues values = read(bytes.element(Tag.MANUFACTURER, "LO", text).toFile(), "Manufacturer");
        assertEquals(List.of("Διονυσιος", "x"), values.texts(0));
        assertThrows(IndexOutOfBoundsException.class, () -> values.text(1), "a slot of the holder's own");
    }

    @Test
    void secondBytesOfGb18030AreNoBackslashes() throws IOException {
        byte[] text = "誠".getBytes(java.nio.charset.Charset.forName("GB18030"));
        byte[] withBackslash = {(byte) 0x81, 0x5C, '\\', 'x'};
        DicomBytes bytes = Samples.explicit().element(Tag.SPECIFIC_CHARACTER_SET, "CS", "GB18030");
        HeaderValues values = read(
                bytes.element(Tag.MANUFACTURER, "LO", withBackslash)
                        .element(Tag.MANUFACTURER_MODEL_NAME, "LO", text)
                        .toFile(),
                "Manufacturer",
                "ManufacturerModelName");
        assertEquals(2, values.texts(0).size());
        assertEquals("x", values.texts(0).get(1));
        assertEquals("誠", values.text(1));
    }

    @Test
    void paddingIsRemovedFromEachValueButNotFromTheStartOfFreeText() throws IOException {
        byte[] file = Samples.explicit()
                .element(Tag.IMAGE_TYPE, "CS", " A \\B\\\\ C\0")
                .element(Tag.MANUFACTURER, "LO", "  ACME  ")
                .element(0x00204000, "LT", "  a \\ b \n ")
                .toFile();
        HeaderValues values = read(file, "ImageType", "Manufacturer", "ImageComments");
        assertEquals(List.of("A", "B", "", "C"), values.texts(0));
        assertEquals("ACME", values.text(1));
        assertEquals("  a \\ b \n", values.text(2));
        assertEquals(List.of("  a \\ b \n"), values.texts(2));
    }

    @Test
    void allBinaryNumbersAreText() throws IOException {
        double[] table = new double[40];
        for (int i = 0; i < table.length; i++) {
            table[i] = i + 0.5;
        }
        byte[] file = Samples.explicit().element(0x00189306, "FD", table).toFile();
        HeaderValues values = read(file, "SingleCollimationWidth");
        assertArrayEquals(table, values.numbers(0));
        assertEquals(40, values.texts(0).size());
        assertEquals("39.5", values.texts(0).get(39));
    }

    @Test
    void aHolderIsReusedForTheNextFile() throws IOException {
        HeaderValues values = new HeaderValues(WantedTags.of("Manufacturer", "PixelSpacing"));
        byte[] first = Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile();
        byte[] second = Samples.explicit().element(Tag.ROWS, "US", 4).toFile();
        try (HeaderParser parser = new HeaderParser()) {
            for (int i = 0; i < 3; i++) {
                values.begin();
                parser.parse(MemoryWindow.of(first), values.wanted(), values);
                assertEquals("Müller", values.text(0));
                values.begin();
                parser.parse(MemoryWindow.of(second), values.wanted(), values);
                assertEquals("", values.text(0));
                assertFalse(values.isPresent(1));
            }
        }
    }

    @Test
    void theFirstOfTwoCounts() throws IOException {
        byte[] file = Samples.explicit()
                .element(Tag.MANUFACTURER, "LO", "one")
                .element(Tag.MANUFACTURER, "LO", "two")
                .element(Tag.ROWS, "US", 1)
                .toFile();
        assertEquals("one", read(file, "Manufacturer", "Rows").text(0));
    }

    @Test
    void memoryIsBounded() throws IOException {
        int count = 70;
        DicomBytes bytes = Samples.explicit();
        String[] paths = new String[count];
        byte[] megabyte = new byte[DatasetWalker.MAX_VALUE_BYTES];
        for (int i = 0; i < count; i++) {
            bytes.element(0x00191000 + i, "OB", megabyte);
            paths[i] = Tag.toString(0x00191000 + i);
        }
        HeaderValues values = read(bytes.toFile(), paths);
        assertTrue(values.isIncomplete());
        assertTrue(values.isPresent(63));
        assertFalse(values.isPresent(64));
        values.begin();
        assertFalse(values.isIncomplete());
    }

    @Test
    void slotsAreChecked() {
        HeaderValues values = new HeaderValues(WantedTags.of("Modality"));
        assertThrows(IndexOutOfBoundsException.class, () -> values.number(1));
        assertThrows(IndexOutOfBoundsException.class, () -> values.isPresent(-1));
    }

    @Test
    void numbersWrittenAsBytesOrTagsAreNone() throws IOException {
        byte[] file = Samples.explicit()
                .element(0x00191010, "OB", "12".getBytes(StandardCharsets.US_ASCII))
                .element(0x00191011, "LO", "12")
                .element(0x00191012, "AT", 0x31323334)
                .toFile();
        HeaderValues values = read(file, "(0019,1010)", "(0019,1011)", "(0019,1012)");
        assertEquals(Double.NaN, values.number(0));
        assertEquals(12, values.number(1));
        assertEquals(Double.NaN, values.number(2));
    }
}
