package dev.vernier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.ScanListener;
import dev.vernier.scan.ScanOptions;
import dev.vernier.scan.ScanProgress;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderIndexTest {

    private static final long ENOUGH = 1 << 20;
    private static final int OW_HEADER = 12;

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void makeArchive() throws IOException {
        archive = Files.createDirectory(folder.resolve("archive"));
    }

    /** Writes a file with pixels, but without all that makes it an image of a series. */
    private void write(String name, DicomBytes dicom) throws IOException {
        Path file = archive.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, dicom.element(0x7FE00010, "OW", new byte[2]).toFile());
    }

    private static DicomBytes explicit() {
        return new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    private List<String> rows(String tags) throws IOException {
        return rows(tags, 2, ENOUGH);
    }

    /** Each row as text: path, outcome, detail; the values of each column; raw texts. */
    private List<String> rows(String list, int threads, long memoryBytes) throws IOException {
        List<IndexTag> tags = IndexTags.parse(list, null);
        List<String> rows = new ArrayList<>();
        Path scratch = folder.resolve("scratch");
        ScanOptions options = ScanOptions.ofFiles(List.of(archive), threads, ReadStrategy.AUTO, false);
        ArchiveTally counts = new HeaderIndex(options, tags, scratch, Set.of(), memoryBytes)
                .write(row -> rows.add(asText(row, tags)), ScanListener.NONE);
        assertFalse(Files.exists(scratch));
        assertEquals(rows.size(), counts.files());
        return rows;
    }

    private static String asText(IndexRow row, List<IndexTag> tags) {
        StringBuilder text = new StringBuilder(row.path() + " " + row.outcome() + " " + row.detail());
        for (IndexTag tag : tags) {
            text.append(" | ").append(values(row, tag.type()));
        }
        return text + " | " + values(row, ValueType.TEXT);
    }

    private static List<Object> values(IndexRow row, ValueType type) {
        List<Object> values = new ArrayList<>();
        for (int left = row.nextColumn(); left > 0; left--) {
            if (row.nextIsMissing()) {
                values.add("-");
            } else {
                values.add(
                        switch (type) {
                            case TEXT -> row.nextText();
                            case DOUBLE -> row.nextDouble();
                            default -> row.nextLong();
                        });
            }
        }
        return values;
    }

    @Test
    void valuesHaveTheTypeOfTheirTag() throws IOException {
        write(
                "a",
                explicit()
                        .element(0x00080020, "DA", "19700102")
                        .element(0x00200013, "IS", " +7 ")
                        .element(0x00280010, "US", 48)
                        .element(0x00280030, "DS", "0.6\\0.5"));
        assertEquals(
                List.of("a NO_GEOMETRY  | [1] | [7] | [48] | [0.6, 0.5] | []"),
                rows("StudyDate,InstanceNumber,Rows,PixelSpacing"));
    }

    @Test
    void whatIsNoValueOfItsColumnIsKeptAsItIs() throws IOException {
        write(
                "a",
                explicit()
                        .element(0x00080020, "DA", "20200230")
                        .element(0x00180050, "DS", "1\\2")
                        .element(0x00200013, "IS", "7.5")
                        .element(0x00280030, "DS", "0.6\\wide"));
        assertEquals(
                List.of("a NO_GEOMETRY  | [] | [] | [] | [] | [StudyDate=20200230, SliceThickness=1\\2,"
                        + " InstanceNumber=7.5, PixelSpacing=0.6\\wide]"),
                rows("StudyDate,SliceThickness,InstanceNumber,PixelSpacing"));
    }

    @Test
    void rowsAndColumnsOfSeveralValuesAreTheFirstAsInAScan() throws IOException {
        write(
                "a",
                explicit()
                        .element(0x00280010, "US", 48, 50)
                        .element(0x00280011, "US", 64, 1, 2)
                        .element(0x00280100, "US", 16, 8));
        assertEquals(
                List.of("a NO_SERIES  | [48] | [64] | [] | [BitsAllocated=16\\8]"), rows("Rows,Columns,BitsAllocated"));
    }

    @Test
    void tagsBehindWhereAFileEndsAreMissingAndItsOutcomeIsThatOfAScan() throws IOException {
        byte[] whole =
                DicomFile.volume(0, 2, 4).bytes(0x70531010, "OB", new byte[20]).toBytes();
        int element = whole.length - OW_HEADER - 2 - 20 - OW_HEADER;
        Files.write(archive.resolve("a"), Arrays.copyOf(whole, element + 15));
        assertEquals(
                List.of("a OK ends at byte " + element + ": tags behind it are missing | [40] | [] | []"),
                rows("Rows,(7053,1010)"));
        assertEquals(List.of("a OK  | [40] | []"), rows("Rows"));
    }

    @Test
    void emptyIsMissingAndSoAreEmptyPlacesInAList() throws IOException {
        write(
                "a",
                explicit()
                        .element(0x00080008, "CS", "ORIGINAL\\\\AXIAL")
                        .element(0x00100020, "LO", "")
                        .element(0x00180050, "DS", " ")
                        .element(0x00280030, "DS", "\\0.5"));
        assertEquals(
                List.of("a NO_GEOMETRY  | [ORIGINAL, -, AXIAL] | [] | [] | [-, 0.5] | []"),
                rows("ImageType,PatientID,SliceThickness,PixelSpacing"));
    }

    @Test
    void everyFileHasARowWhateverBecameOfIt() throws IOException {
        write("b/good", explicit().element(0x00100020, "LO", "P1").element(0x00280010, "US", 48));
        Files.writeString(archive.resolve("b/note.txt"), "long enough to be looked at, and no DICOM file".repeat(5));
        Files.createFile(archive.resolve("b/empty"));
        byte[] whole = Files.readAllBytes(archive.resolve("b/good"));
        Files.write(archive.resolve("cut"), Arrays.copyOf(whole, whole.length - OW_HEADER - 2 - 1));
        List<String> rows = rows("PatientID,Rows");

        assertEquals(4, rows.size());
        assertEquals("b/empty EMPTY  | [] | [] | []", rows.get(0));
        assertEquals("b/good NO_GEOMETRY  | [P1] | [48] | []", rows.get(1));
        assertEquals("b/note.txt NOT_DICOM  | [] | [] | []", rows.get(2));
        assertTrue(rows.get(3).startsWith("cut " + Outcome.TRUNCATED + " at byte "), rows.get(3));
        assertTrue(rows.get(3).endsWith(" | [P1] | [] | []"), rows.get(3));
    }

    @Test
    void itemsAreToldApartByTheirNumber() throws IOException {
        write(
                "a",
                explicit()
                        .sequence(
                                0x00081140,
                                false,
                                List.<Consumer<DicomBytes>>of(
                                        item -> item.element(0x00081155, "UI", "1.1"),
                                        item -> item.element(0x00081155, "UI", "1.2"))));
        String tag = "ReferencedImageSequence%s/ReferencedSOPInstanceUID";
        assertEquals(
                List.of("a NO_GEOMETRY  | [1.1] | [1.2] | [] | []"),
                rows(tag.formatted("") + "," + tag.formatted("[2]") + "," + tag.formatted("[3]")));
    }

    @Test
    void privateTagsAreFoundInTheBlockOfTheirCreator() throws IOException {
        write(
                "a",
                explicit()
                        .element(0x00190010, "LO", "OTHER")
                        .element(0x00190011, "LO", "ME ")
                        .element(0x0019100C, "IS", "5")
                        .element(0x0019110C, "IS", "6"));
        write("b", explicit().element(0x00190010, "LO", "ME").element(0x0019100C, "IS", "7"));
        write("c", explicit().element(0x00190010, "LO", "OTHER").element(0x0019100C, "IS", "8"));
        assertEquals(
                List.of("a NO_GEOMETRY  | [6] | []", "b NO_GEOMETRY  | [7] | []", "c NO_GEOMETRY  | [] | []"),
                rows("0019xx0C@ME:IS"));
    }

    @Test
    void privateSequencesAreFoundInTheBlockOfTheirCreatorToo() throws IOException {
        write(
                "a",
                explicit()
                        .element(0x00080060, "CS", "MR")
                        .element(0x20050010, "LO", "OTHER")
                        .element(0x20050011, "LO", "ME")
                        .sequence(
                                0x2005100F, false, List.<Consumer<DicomBytes>>of(privateItem("OTHER", "ME", "5", "6")))
                        .sequence(
                                0x2005110F,
                                false,
                                List.<Consumer<DicomBytes>>of(
                                        privateItem("ME", "OTHER", "7", "8"), privateItem("OTHER", "ME", "9", "10"))));
        write(
                "b",
                explicit()
                        .element(0x00080060, "CS", "MR")
                        .element(0x20050010, "LO", "OTHER")
                        .sequence(0x2005100F, false, List.<Consumer<DicomBytes>>of(privateItem("ME", "ME", "1", "2"))));
        assertEquals(
                List.of("a NO_GEOMETRY  | [7] | [10] | [48] | []", "b NO_GEOMETRY  | [] | [] | [] | []"),
                rows("2005xx0F@ME/2005xx0C@ME:IS,2005xx0F@ME[2]/2005xx0C@ME:IS,2005xx0F@ME/Rows"));
    }

    @Test
    void anyNumberOfCreatorsMayStandInOnePath() throws IOException {
        String step = "2005xx0F@ME/";
        write(
                "a",
                explicit()
                        .element(0x00080060, "CS", "MR")
                        .element(0x20050011, "LO", "ME")
                        .sequence(
                                0x2005110F,
                                false,
                                List.<Consumer<DicomBytes>>of(item -> item.element(0x20050012, "LO", "ME")
                                        .sequence(
                                                0x2005120F,
                                                false,
                                                List.<Consumer<DicomBytes>>of(privateItem("OTHER", "ME", "5", "6")))))
                        .sequence(0x20051210, false, List.<Consumer<DicomBytes>>of()));
        assertEquals(
                List.of("a NO_GEOMETRY  | [6] | [48] | []"),
                rows(step + step + "2005xx0C@ME:IS,(2005,110F)/(2005,120F)/Rows"));
    }

    private static Consumer<DicomBytes> privateItem(String first, String second, String inFirst, String inSecond) {
        return item -> item.element(0x00280010, "US", 48)
                .element(0x20050010, "LO", first)
                .element(0x20050011, "LO", second)
                .element(0x2005100C, "IS", inFirst)
                .element(0x2005110C, "IS", inSecond);
    }

    @Test
    void vrThatAUserStatesCountsWhereTheFileStatesNone() throws IOException {
        write(
                "a",
                new DicomBytes(DicomSyntax.IMPLICIT_LITTLE_ENDIAN)
                        .element(0x00080060, "CS", "MR")
                        .element(0x00190010, "LO", "ME")
                        .element(0x0019100C, "US", 7, 9));
        assertEquals(List.of("a NO_GEOMETRY  | [7, 9] | [07000900] | []"), rows("0019xx0C@ME:US,(0019,100C)"));
    }

    @Test
    void orderIsThatOfThePathsForAnyNumberOfThreadsAndAnyMemory() throws IOException {
        for (int file = 0; file < 700; file++) {
            write("f" + file % 7 + "/" + file * 7919 % 700, explicit().element(0x00200013, "IS", String.valueOf(file)));
        }
        List<String> expected = rows("InstanceNumber", 1, Long.MAX_VALUE);
        assertEquals(expected.stream().sorted().toList(), expected);
        for (int threads : new int[] {1, 2, 7}) {
            for (long memory : new long[] {1, 100_000}) {
                assertEquals(expected, rows("InstanceNumber", threads, memory));
            }
        }
    }

    @Test
    void fileThatIsInTheScratchFilesPlaceIsNotTouched() throws IOException {
        write("a", explicit().element(0x00280010, "US", 48));
        Path scratch = Files.writeString(folder.resolve("scratch"), "mine");
        ScanOptions options = ScanOptions.ofFiles(List.of(archive), 1, ReadStrategy.AUTO, false);
        List<IndexTag> tags = IndexTags.parse("Rows", null);
        HeaderIndex index = new HeaderIndex(options, tags, scratch, Set.of(), 1);
        String message = assertThrows(IOException.class, () -> index.write(row -> {}, ScanListener.NONE))
                .getMessage();
        assertEquals("cannot make " + scratch + " (file already exists)", message);
        assertEquals("mine", Files.readString(scratch));
    }

    @Test
    void valueOfMoreThanAMegabyteIsLeftOutAndNothingWasRepaired() throws IOException {
        write(
                "a",
                explicit()
                        .element(0x00080060, "CS", "MR")
                        .element(0x00204000, "UT", "x".repeat((1 << 20) + 2))
                        .element(0x00280010, "US", 48));
        assertEquals(List.of("a NO_GEOMETRY too long: values left out | [] | [48] | []"), rows("ImageComments,Rows"));
    }

    @Test
    void listenerHearsOfTheRowsOnceAllFilesAreRead() throws IOException {
        write("a", explicit().element(0x00280010, "US", 48));
        write("b", explicit().element(0x00280010, "US", 48));
        List<String> heard = new ArrayList<>();
        ScanListener listener = new ScanListener() {
            @Override
            public synchronized void progress(ScanProgress progress) {
                heard.add("read " + progress.files());
            }

            @Override
            public synchronized void writing(long rows, long ofRows) {
                heard.add("wrote " + rows + " of " + ofRows);
            }
        };
        ScanOptions options = ScanOptions.ofFiles(List.of(archive), 2, ReadStrategy.AUTO, false);
        new HeaderIndex(options, IndexTags.parse("Rows", null), folder.resolve("scratch"), Set.of())
                .write(row -> heard.add("row " + row.path()), listener);
        List<String> end = heard.subList(heard.indexOf("wrote 0 of 2") - 1, heard.size());
        end.removeIf("wrote 1 of 2"::equals); // only if that took long
        assertEquals(List.of("read 2", "wrote 0 of 2", "row a", "row b", "wrote 2 of 2"), end);
    }

    @Test
    void textIsDecodedByTheFilesCharacterSet() throws IOException {
        write(
                "a",
                explicit()
                        .element(0x00080005, "CS", "ISO_IR 100")
                        .element(0x00100010, "PN", "M\u00fcller".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(List.of("a NO_GEOMETRY  | [M\u00fcller] | []"), rows("PatientName"));
    }
}
