package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that decide which files and series are looked at, and what is said of those that cannot be. */
class ScanInputTest {

    @TempDir
    private Path folder;

    private List<String> uids(Object... options) throws IOException {
        Path out = folder.resolve("out");
        List<Object> arguments = new ArrayList<>(List.of("scan"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--out", out));
        Cli.out(arguments.toArray());
        return Csv.rows(out.resolve("series.csv")).stream()
                .map(row -> row.get("series_uid"))
                .toList();
    }

    private Map<String, Object> json(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("scan"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--format", "json"));
        return Json.object(Cli.out(arguments.toArray()));
    }

    @Test
    void sampleIsTheSameForTheSameSeedWhateverTheThreads() throws IOException {
        List<String> one = uids(SynthArchive.series(), "--sample", 20, "--seed", 7, "--threads", 1);
        assertEquals(20, one.size());
        assertEquals(one, uids(SynthArchive.series(), "--sample", 20, "--seed", 7, "--threads", 8));
        assertNotEquals(one, uids(SynthArchive.series(), "--sample", 20, "--seed", 8));
    }

    @Test
    void sampleLargerThanTheArchiveIsTheArchive() throws IOException {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        assertEquals(List.of("1.1"), uids(folder.resolve("a"), "--sample", 20));
    }

    @Test
    void onlyTheSeriesOfTheListAreLookedAt() throws IOException {
        Path archive = folder.resolve("a");
        for (String uid : List.of("1.1", "1.2", "1.3")) {
            new TestSeries(uid).writeTo(archive);
        }
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "\ufeff1.1\r\n\n# not this one:\n#1.2\n  1.3  \n");
        assertEquals(List.of("1.1", "1.3"), uids(archive, "--series-from", list));
    }

    @Test
    void listThatNamesNoSeriesOrIsNotThereFails() throws IOException {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "# nothing\n");
        Cli.Result empty = Cli.run("scan", folder.resolve("a"), "--series-from", list);
        assertEquals(ExitStatus.FAILED, empty.status());
        assertTrue(empty.onlyErrorLine().contains("names no series"), empty.err());
        Cli.Result missing = Cli.run("scan", folder.resolve("a"), "--series-from", folder.resolve("nowhere"));
        assertEquals(ExitStatus.FAILED, missing.status());
        assertTrue(missing.onlyErrorLine().contains("nowhere"), missing.err());
    }

    @Test
    void listOfAbsentSeriesFindsNone() throws IOException {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "7.7\n");
        Cli.Result result = Cli.run("scan", folder.resolve("a"), "--series-from", list);
        assertEquals(ExitStatus.NO_SERIES, result.status());
        assertTrue(result.onlyErrorLine().contains("list.txt"), result.err());
    }

    @Test
    void linksAreFollowedOnlyWhenAskedForAndLoopsEnd() throws IOException {
        Path archive = folder.resolve("archive");
        Path elsewhere = folder.resolve("elsewhere");
        new TestSeries("1.1").writeTo(archive.resolve("real"));
        new TestSeries("1.2").writeTo(elsewhere);
        Files.createSymbolicLink(archive.resolve("away"), elsewhere);
        Files.createSymbolicLink(archive.resolve("real/loop"), archive);
        assertEquals(List.of("1.1"), uids(archive));
        assertEquals(2L, Json.asObject(json(archive).get("findings")).get("LINK_NOT_FOLLOWED"));
        assertEquals(List.of("1.1", "1.2"), uids(archive, "--follow-links"));
        Map<String, Object> followed = json(archive, "--follow-links");
        assertEquals(10L, Json.asObject(followed.get("files")).get("seen"));
        assertEquals(1L, Json.asObject(followed.get("findings")).get("LINK_LOOP"));
    }

    @Test
    void severalRootsAreOneArchiveAndNestedOnesCountOnce() throws IOException {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        new TestSeries("1.2").writeTo(folder.resolve("b/c"));
        assertEquals(List.of("1.1", "1.2"), uids(folder.resolve("a"), folder.resolve("b")));
        Map<String, Object> json = json(folder.resolve("a"), folder.resolve("b"), folder.resolve("b/c"));
        assertEquals(10L, Json.asObject(json.get("files")).get("seen"));
    }

    @Test
    void singleFileMayBeScanned() throws IOException {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        assertEquals(List.of("1.1"), uids(folder.resolve("a/1.1.0.dcm")));
    }

    @Test
    void strictEndsWithEightOnlyIfSomethingWasBroken() throws IOException {
        Path archive = folder.resolve("a");
        new TestSeries("1.1").writeTo(archive);
        Files.writeString(archive.resolve("notes.txt"), "just a note, and nothing that is broken in any way");
        assertEquals(ExitStatus.DONE, Cli.run("scan", archive, "--strict").status());
        byte[] whole = new TestSeries("1.1").file(9, 18);
        Files.write(archive.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length - 40));
        assertEquals(ExitStatus.DONE, Cli.run("scan", archive).status());
        Cli.Result strict = Cli.run("scan", archive, "--strict", "--out", folder.resolve("out"));
        assertEquals(ExitStatus.UNREADABLE, strict.status());
        assertTrue(strict.onlyErrorLine().contains("findings.csv"), strict.err());
        assertFalse(strict.out().isEmpty());
        List<Map<String, String>> findings = Csv.rows(folder.resolve("out/findings.csv"));
        assertTrue(findings.stream().anyMatch(row -> row.get("path").equals("cut.dcm")), findings.toString());
    }

    @Test
    void strictEndsWithEightAlsoWhereNothingCouldBeRead() throws IOException {
        Path archive = Files.createDirectory(folder.resolve("a"));
        Files.write(archive.resolve("cut.dcm"), Arrays.copyOf(new TestSeries("1.1").file(9, 18), 150));
        assertEquals(ExitStatus.NO_SERIES, Cli.run("scan", archive).status());
        Cli.Result scan = Cli.run("scan", archive, "--strict");
        assertEquals(ExitStatus.UNREADABLE, scan.status());
        assertTrue(scan.err().contains("no DICOM series found in "), scan.err());
        assertTrue(scan.err().contains("--strict was given"), scan.err());
        assertEquals(ExitStatus.NO_SERIES, Cli.run("inspect", archive).status());
        assertEquals(
                ExitStatus.UNREADABLE, Cli.run("inspect", archive, "--strict").status());
    }

    @Test
    void strictEndsWithEightWhereTheOnlyRootIsADamagedArchive() throws IOException {
        Path zip = Files.write(folder.resolve("damaged.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0, 1, 2, 3});
        assertEquals(ExitStatus.NO_SERIES, Cli.run("scan", zip).status());
        assertEquals(ExitStatus.UNREADABLE, Cli.run("scan", zip, "--strict").status());
        Path out = folder.resolve("index.csv");
        assertEquals(
                ExitStatus.NO_SERIES,
                Cli.run("index", zip, "--tags", "Rows", "-o", out).status());
        assertEquals(
                ExitStatus.UNREADABLE,
                Cli.run("index", zip, "--tags", "Rows", "-o", out, "--strict").status());
    }

    @Test
    void folderWithoutDicomStillHasAResult() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing but a note, long enough to be looked at");
        Path out = folder.resolve("results");
        Cli.Result result = Cli.run("scan", folder, "--format", "json", "--out", out);
        assertEquals(ExitStatus.NO_SERIES, result.status());
        assertTrue(result.onlyErrorLine().startsWith("vernier: no DICOM series found in " + folder), result.err());
        Map<String, Object> json = Json.object(result.out());
        assertEquals(List.of(), json.get("domains"));
        assertEquals(1L, Json.asObject(json.get("files")).get("notDicom"));
        assertEquals(result.out(), Files.readString(out.resolve("summary.json")));
        assertEquals(List.of(), Csv.rows(out.resolve("series.csv")));
    }

    @Test
    void whereNoImageHasASeriesTheMessageNamesTheOptionThatHelps() throws IOException {
        for (int i = 0; i < 3; i++) {
            byte[] file = new TestSeries("1.1").file(i, 18);
            String text = new String(file, StandardCharsets.ISO_8859_1);
            int tag = text.indexOf("\u0020\0\u000E\0UI");
            file[tag + 2] = 0x0F; // SeriesInstanceUID becomes an element that nobody asks for
            Files.createDirectories(folder.resolve("sub"));
            Files.write(folder.resolve("sub/" + i), file);
        }
        Cli.Result none = Cli.run("scan", folder);
        assertEquals(ExitStatus.NO_SERIES, none.status());
        assertTrue(
                none.onlyErrorLine().contains("3 images have no SeriesInstanceUID: scan with --group-by folder"),
                none.err());
        Cli.Result grouped = Cli.run("scan", folder, "--group-by", "folder", "--out", folder.resolveSibling("out"));
        assertEquals(ExitStatus.DONE, grouped.status());
        assertEquals(
                "folder:sub",
                Csv.rows(folder.resolveSibling("out").resolve("series.csv"))
                        .get(0)
                        .get("series_uid"));
    }

    @Test
    void whereNothingWasOpenedTheMessageSaysWhatItIsAndWhatToDo() throws IOException {
        byte[] xz = new byte[600];
        System.arraycopy("\u00FD7zXZ\0".getBytes(StandardCharsets.ISO_8859_1), 0, xz, 0, 6);
        Path file = Files.write(folder.resolve("a.tar.xz"), xz);
        for (String command : List.of("scan", "inspect")) {
            Cli.Result result = Cli.run(command, file);
            assertEquals(ExitStatus.NO_SERIES, result.status());
            assertTrue(
                    result.onlyErrorLine().endsWith(": a.tar.xz is an xz file, which is not opened here: unpack it"),
                    result.err());
        }
        Files.write(folder.resolve("b.tar.xz"), xz);
        Cli.Result both = Cli.run("scan", folder);
        assertTrue(both.onlyErrorLine().contains("a.tar.xz is an xz file"), both.err());
        assertTrue(both.onlyErrorLine().contains("as are 1 more"), both.err());
    }

    @Test
    void missingRootFails() {
        Cli.Result result = Cli.run("scan", folder.resolve("nowhere"));
        assertEquals(ExitStatus.FAILED, result.status());
        assertTrue(result.onlyErrorLine().contains("nowhere"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void verboseSaysWhatItTook() {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Cli.Result result = Cli.run("scan", folder.resolve("a"), "--verbose", "--threads", 3);
        for (String part : List.of("files/s", "files: 5; folders: 1", "reads and", "bytes a file", "threads: 3")) {
            assertTrue(result.err().contains(part), part + " in " + result.err());
        }
    }

    @Test
    void progressIsShownWhenAskedForAndNeverOnStandardOutput() {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Cli.Result silent = Cli.run("scan", folder.resolve("a"), "--format", "csv");
        assertEquals("", silent.err());
        Cli.Result shown = Cli.run("scan", folder.resolve("a"), "--format", "csv", "--progress");
        assertTrue(shown.err().contains("scanning: 5 files"), shown.err());
        assertFalse(shown.err().contains("\r"), shown.err());
        assertEquals(silent.out(), shown.out());
        assertEquals("", Cli.run("scan", folder.resolve("a"), "--quiet").err());
        assertEquals("", Cli.run("scan", folder.resolve("a"), "--no-progress").err());
    }
}
