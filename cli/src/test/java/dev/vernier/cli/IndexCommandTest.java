package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {

    private static final String TAGS =
            "SOPInstanceUID,Manufacturer,ImageType,Rows,ImagePositionPatient,PixelSpacing,StudyDate";

    @TempDir
    private Path folder;

    private Path archive() throws IOException {
        Path archive = folder.resolve("archive");
        new TestSeries("1.1").manufacturer("=1+1\u001b[2J").slices(2).writeTo(archive.resolve("a"));
        Files.writeString(archive.resolve("note.txt"), "long enough to be looked at, and no DICOM file".repeat(5));
        return archive;
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void parquetHasTypesAndLists() throws IOException {
        Path out = folder.resolve("index.parquet");
        assertEquals("", Cli.out("index", archive(), "--tags", TAGS, "-o", out));

        Map<String, String> types = DuckDb.types(out);
        assertEquals(
                List.of(
                        "path",
                        "outcome",
                        "detail",
                        "SOPInstanceUID",
                        "Manufacturer",
                        "ImageType",
                        "Rows",
                        "ImagePositionPatient",
                        "PixelSpacing",
                        "StudyDate",
                        "unparsed"),
                List.copyOf(types.keySet()));
        assertEquals("INTEGER", types.get("Rows"));
        assertEquals("DOUBLE[]", types.get("PixelSpacing"));
        assertEquals("DATE", types.get("StudyDate"));
        List<Map<String, Object>> rows = DuckDb.rows(out);
        Map<String, Object> second = rows.get(1);
        assertEquals("a/1.1.1.dcm", second.get("path"));
        assertEquals("OK", second.get("outcome"));
        assertEquals("1.1.1", second.get("SOPInstanceUID"));
        assertEquals("=1+1\u001b[2J", second.get("Manufacturer"));
        assertEquals(List.of("ORIGINAL", "PRIMARY", "AXIAL"), second.get("ImageType"));
        assertEquals(List.of(0.0, 0.0, 2.0), second.get("ImagePositionPatient"));
        assertEquals(List.of(0.6, 0.5), second.get("PixelSpacing"));
        assertNull(second.get("StudyDate"));
        assertEquals(3, rows.size());
        assertEquals("NOT_DICOM", rows.get(2).get("outcome"));
        assertNull(rows.get(2).get("PixelSpacing"));
    }

    @Test
    void csvJoinsListsAndObeysNoName() throws IOException {
        Path out = folder.resolve("index.csv");
        Cli.out("index", archive(), "--tags", TAGS, "-o", out);
        Map<String, String> row = Csv.rows(out).get(1);
        assertEquals("0.6\\0.5", row.get("PixelSpacing"));
        assertEquals("0\\0\\2", row.get("ImagePositionPatient"));
        assertEquals("=1+1\\u001b[2J", row.get("Manufacturer"));

        Cli.out("index", archive(), "--tags", TAGS, "-o", out, "--join", "; ");
        assertEquals("0.6; 0.5", Csv.rows(out).get(1).get("PixelSpacing"));
    }

    @Test
    void parquetJoinsListsWhereAsked() throws IOException {
        Path out = folder.resolve("index.parquet");
        Cli.out("index", archive(), "--tags", "PixelSpacing", "-o", out, "--join", " ");
        assertEquals("0.6 0.5", DuckDb.rows(out).get(1).get("PixelSpacing"));
    }

    @Test
    void sameArchiveGivesTheSameBytesWhateverTheThreads() throws IOException {
        for (String name : List.of("index.parquet", "index.csv")) {
            Path out = folder.resolve(name);
            Cli.out("index", SynthArchive.series(), "--tags", TAGS, "-o", out, "--threads", 1);
            byte[] first = Files.readAllBytes(out);
            Cli.out("index", SynthArchive.series(), "--tags", TAGS, "-o", out, "--threads", 5);
            assertArrayEquals(first, Files.readAllBytes(out));
        }
    }

    @Test
    void rowsOfAnArchiveAreThoseOfItsFiles() throws IOException {
        Path archive = archive();
        Path zip = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("note.txt", "a/1.1.1.dcm", "a/1.1.0.dcm")) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(archive.resolve(name), out);
            }
        }
        Cli.out("index", archive, "--tags", TAGS, "-o", folder.resolve("folder.csv"));
        Cli.out("index", zip, "--tags", TAGS, "-o", folder.resolve("zip.csv"));
        assertEquals(Files.readString(folder.resolve("folder.csv")), Files.readString(folder.resolve("zip.csv")));
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        Cli.out("index", archive(), "--tags", "Rows", "-o", folder.resolve("index.csv"));
        assertEquals(Set.of("archive", "index.csv"), names());

        Cli.Result failed =
                Cli.run("index", folder.resolve("nowhere"), "--tags", "Rows", "-o", folder.resolve("x.csv"));
        assertEquals(ExitStatus.FAILED, failed.status());
        assertTrue(failed.onlyErrorLine().contains("nowhere"), failed.err());
        assertEquals(Set.of("archive", "index.csv"), names());
    }

    @Test
    void tableBelowTheRootIsNoRowOfItself() throws IOException {
        Path archive = archive();
        Path made = archive.resolve("made");
        for (String name : List.of("index.csv", "index.parquet")) {
            Path out = made.resolve(name);
            Cli.out("index", archive, "--tags", TAGS, "-o", out);
            byte[] first = Files.readAllBytes(out);
            Cli.out("index", archive, "--tags", TAGS, "-o", out);
            assertArrayEquals(first, Files.readAllBytes(out));
        }
        Path out = made.resolve("index.csv");
        Files.createSymbolicLink(archive.resolve("link"), made);
        Files.createSymbolicLink(folder.resolve("other"), made);
        Cli.out("index", archive, "--tags", TAGS, "-o", folder.resolve("other/index.csv"), "--follow-links");
        assertEquals(
                List.of("a/1.1.0.dcm", "a/1.1.1.dcm", "made/index.parquet", "note.txt"),
                Csv.rows(out).stream().map(row -> row.get("path")).toList());
        Cli.out("index", archive.resolve("a"), made, "--tags", TAGS, "-o", out);
        assertEquals(3, Csv.rows(out).size());
    }

    @Test
    void anotherFileOfTheTablesNameHasARow() throws IOException {
        Path archive = archive();
        Files.writeString(archive.resolve("a/index.csv"), "long enough to be looked at, and no DICOM file".repeat(5));
        Files.writeString(archive.resolve("a/rows"), "long enough to be looked at, and no DICOM file".repeat(5));
        Path out = archive.resolve("index.csv");
        Cli.out("index", archive, "--tags", TAGS, "-o", out);
        assertEquals(
                List.of("a/1.1.0.dcm", "a/1.1.1.dcm", "a/index.csv", "a/rows", "note.txt"),
                Csv.rows(out).stream().map(row -> row.get("path")).toList());
    }

    @Test
    void linksThatAreNotFollowedAreCounted() throws IOException {
        Path archive = archive();
        Path out = folder.resolve("index.csv");
        Files.createSymbolicLink(archive.resolve("b"), archive.resolve("a"));
        Files.createSymbolicLink(archive.resolve("c"), archive.resolve("note.txt"));
        Object[] index = {"index", archive, "--tags", "Rows", "-o", out};
        assertEquals(
                "symbolic links without a row: 2 were not followed (--follow-links does, in folders), first " + archive
                        + "/b",
                Cli.run(index).onlyErrorLine());
        assertEquals(3, Csv.rows(out).size());
        assertEquals("", Cli.run(with(index, "--quiet")).err());

        Files.createSymbolicLink(archive.resolve("a/loop"), archive);
        assertEquals(
                "symbolic links without a row: 3 lead to files that have their rows elsewhere, first " + archive
                        + "/a/loop",
                Cli.run(with(index, "--follow-links")).onlyErrorLine());
        assertEquals(3, Csv.rows(out).size());
    }

    private static Object[] with(Object[] arguments, String option) {
        return Stream.concat(Stream.of(arguments), Stream.of(option)).toArray();
    }

    @Test
    void archiveThatCannotBeListedIsNamedWithWhatToDo() throws IOException {
        Path zip = folder.resolve("data.zip");
        Files.write(zip, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0});
        Cli.Result result = Cli.run("index", zip, "--tags", "Rows", "-o", folder.resolve("index.csv"), "--strict");
        String first = result.err().lines().findFirst().orElseThrow();
        assertTrue(first.startsWith("vernier: left out: " + zip + " ("), first);
        assertTrue(first.endsWith("has no row: see that the archive is whole, and index again"), first);
    }

    @Test
    void verboseTellsWhatTheIndexTook() throws IOException {
        Path archive = archive();
        Path out = folder.resolve("index.csv");
        List<String> lines = Cli.run("index", archive, "--tags", "Rows", "-o", out, "--verbose", "--threads", 1)
                .err()
                .lines()
                .toList();
        assertTrue(lines.get(0).matches("time: .* s, .* files/s"), lines.toString());
        assertEquals("files: 3; folders: 2", lines.get(1));
        assertTrue(lines.get(2).startsWith("read: "), lines.toString());
        assertEquals("threads: 1", lines.get(3));
        assertTrue(lines.contains("index: " + out), lines.toString());
    }

    @Test
    void progressEndsWithTheRowsThatWereWritten() throws IOException {
        String shown = Cli.run("index", archive(), "--tags", "Rows", "-o", folder.resolve("index.csv"), "--progress")
                .onlyErrorLine();
        assertEquals("sorting and writing: 3 of 3 rows", shown);
    }

    @Test
    void wrongUsageIsToldBeforeAnythingIsRead() throws IOException {
        assertUsage("did you mean PixelSpacing?", "--tags", "PixelSpacin", "-o", folder.resolve("x.csv"));
        assertUsage("must end with .parquet or .csv", "--tags", "Rows", "-o", folder.resolve("x.txt"));
        assertUsage("--tags", "-o", folder.resolve("x.csv"));
    }

    private void assertUsage(String told, Object... options) {
        Cli.Result result = Cli.run(
                Stream.concat(Stream.of("index", folder), Stream.of(options)).toArray());
        assertEquals(ExitStatus.USAGE, result.status());
        assertTrue(result.onlyErrorLine().contains(told), result.err());
    }

    @Test
    void statusTellsOfNoDicomAndOfWhatIsBroken() throws IOException {
        Path archive = archive();
        Path out = folder.resolve("index.csv");
        byte[] whole = Files.readAllBytes(archive.resolve("a/1.1.0.dcm"));
        Files.write(archive.resolve("cut"), Arrays.copyOf(whole, whole.length - 2));
        assertEquals(
                ExitStatus.DONE,
                Cli.run("index", archive, "--tags", "PixelSpacing", "-o", out).status());
        assertEquals(
                ExitStatus.UNREADABLE,
                Cli.run("index", archive, "--tags", "PixelSpacing", "-o", out, "--strict")
                        .status());
        assertEquals(
                ExitStatus.NO_SERIES,
                Cli.run("index", archive.resolve("note.txt"), "--tags", "Rows", "-o", out)
                        .status());
        assertEquals("NOT_DICOM", Csv.rows(out).get(0).get("outcome"));
    }
}
