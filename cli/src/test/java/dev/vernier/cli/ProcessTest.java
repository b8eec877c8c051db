package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: exit status, signals, pipes. */
class ProcessTest {

    private static final List<String> SLOW = List.of("-Xint");
    private static final int FOLDERS = 300;
    private static final int FILES_A_FOLDER = 100;

    @TempDir
    private Path folder;

    /** So many files that an interpreted JVM reads them for half a minute: hard links to one slice. */
    private Path endlessArchive() throws IOException {
        Path archive = folder.resolve("archive");
        new TestSeries("1.1").slices(1).writeTo(archive);
        Path slice = archive.resolve("1.1.0.dcm");
        for (int i = 0; i < FOLDERS; i++) {
            Path sub = Files.createDirectory(archive.resolve("f" + i));
            for (int j = 0; j < FILES_A_FOLDER; j++) {
                Files.createLink(sub.resolve("l" + j), slice);
            }
        }
        return archive;
    }

    private Set<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private Processes.Ended interruptedScan(String signal, int threads, Path out) throws Exception {
        Processes.Running scan = Processes.start(
                SLOW, folder, "scan", endlessArchive(), "--threads", threads, "--progress", "--out", out);
        scan.awaitErrorLine(line -> line.startsWith("scanning: ") && !line.startsWith("scanning: 0 "));
        scan.signal(signal);
        return scan.end();
    }

    @Test
    void interruptedScanEndsWith130AndLeavesNothing() throws Exception {
        assumeFalse(Processes.ignoresInterrupts(), "SIGINT is ignored here");
        Processes.Ended scan = interruptedScan("INT", 2, folder.resolve("new/results"));
        assertEquals(130, scan.status(), scan.err());
        assertEquals(
                "vernier: interrupted", scan.err().lines().reduce((a, b) -> b).orElseThrow());
        assertEquals("", scan.out());
        assertEquals(Set.of("archive"), names(folder));
    }

    @Test
    void terminatedScanEndsWith143AndLeavesAnExistingFolderAsItWas() throws Exception {
        Path out = Files.createDirectory(folder.resolve("results"));
        Files.writeString(out.resolve("series.csv"), "old");
        Processes.Ended scan = interruptedScan("TERM", 2, out);
        assertEquals(143, scan.status(), scan.err());
        assertEquals(Set.of("series.csv"), names(out));
        assertEquals("old", Files.readString(out.resolve("series.csv")));
    }

    @Test
    void scanOfManyThreadsEndsOnASignalTheSameWay() throws Exception {
        Processes.Ended scan = interruptedScan("TERM", 64, folder.resolve("new/results"));
        assertEquals(143, scan.status(), scan.err());
        assertEquals(
                "vernier: interrupted", scan.err().lines().reduce((a, b) -> b).orElseThrow());
        assertEquals("", scan.out());
        assertEquals(Set.of("archive"), names(folder));
    }

    @Test
    void progressIsWholeLinesWherePipedAndTheLastIsTheFinalState() throws Exception {
        new TestSeries("1.1").slices(7).writeTo(folder.resolve("a"));
        Files.write(folder.resolve("a/empty.dcm"), new byte[0]);
        Processes.Ended scan = Processes.start(
                        SLOW, folder, "scan", endlessArchive(), "a", "--threads", 8, "--progress")
                .end();
        assertEquals(0, scan.status(), scan.err());
        List<String> lines = scan.err().lines().toList();
        for (String line : lines) {
            assertTrue(line.startsWith("scanning: ") && line.contains(" files/s, "), line);
            assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 0x7f), line);
        }
        assertTrue(lines.size() > 1, scan.err());
        String last = lines.get(lines.size() - 1);
        assertTrue(last.startsWith("scanning: 30,009 files, ") && last.endsWith(" files/s, 1 series"), last);
    }

    @Test
    void interruptedSynthTakesItsFilesAway() throws Exception {
        assumeFalse(Processes.ignoresInterrupts(), "SIGINT is ignored here");
        Processes.Running synth =
                Processes.start(SLOW, folder, "synth", folder.resolve("set"), "--series", 3000, "--progress");
        synth.awaitErrorLine(line -> line.startsWith("writing: "));
        synth.signal("INT");
        Processes.Ended ended = synth.end();
        assertEquals(130, ended.status(), ended.err());
        assertTrue(ended.err().endsWith("vernier: interrupted"), ended.err());
        assertEquals(Set.of(), names(folder));
    }

    @Test
    void statusesReachTheShell() throws Exception {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(0, status("scan", "a"));
        assertEquals(1, status("scan", "nowhere"));
        assertEquals(2, status("scan", "a", "--frobnicate"));
        assertEquals(3, status("scan", empty));
        Files.write(folder.resolve("a/cut.dcm"), new byte[] {0, 1, 2});
        byte[] whole = new TestSeries("1.1").file(9, 18);
        Files.write(folder.resolve("a/cut.dcm"), java.util.Arrays.copyOf(whole, whole.length - 40));
        assertEquals(8, status("scan", "a", "--strict"));
        assertEquals(0, status("inspect", "a"));
        assertEquals(1, status("inspect", "nowhere"));
        assertEquals(2, status("inspect"));
        assertEquals(3, status("inspect", empty));
        assertEquals(8, status("inspect", "a/cut.dcm", "--strict"));
        assertEquals(0, status("completion", "bash"));
        assertEquals(0, status("man"));
    }

    private int status(String command, Object... arguments) throws Exception {
        return Processes.start(List.of(), folder, command, arguments).end().status();
    }

    @Test
    void standardOutputHoldsTheResultAlone() throws Exception {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Processes.Ended scan = Processes.start(
                        List.of(), folder, "scan", "a", "--format", "csv", "--progress", "--verbose", "--out", "out")
                .end();
        assertEquals(Files.readString(folder.resolve("out/domains.csv")), scan.out());
        assertTrue(scan.err().contains("scanning: 5 files"), scan.err());
        Processes.Ended silent =
                Processes.start(List.of(), folder, "scan", "a", "--out", "out").end();
        assertEquals("", silent.err());
    }

    @Test
    void readerThatHasGoneIsNoFailure() throws Exception {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Process process = Processes.builder(List.of(), folder, "scan", "a").start();
        process.getInputStream().close();
        String errors = new String(process.getErrorStream().readAllBytes());
        assertEquals(0, process.waitFor());
        assertEquals("", errors);
    }

    @Test
    void fullDiskIsAFailureInOneLine() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "there is no /dev/full here");
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Process process = Processes.builder(List.of(), folder, "scan", "a")
                .redirectOutput(full)
                .start();
        String errors = new String(process.getErrorStream().readAllBytes());
        assertEquals(1, process.waitFor());
        assertEquals(1, errors.lines().count(), errors);
        assertTrue(errors.startsWith("vernier: cannot write to standard output"), errors);
    }

    @Test
    void tooLittleMemoryIsAFailureInOneLine() throws Exception {
        Files.writeString(folder.resolve("list"), "1.2.3\n".repeat(5_000_000));
        Processes.Ended scan = Processes.start(
                        List.of("-Xmx24m"), folder, "scan", ".", "--series-from", "list", "--out", "out")
                .end();
        assertEquals(1, scan.status());
        assertEquals(1, scan.err().lines().count(), scan.err());
        assertTrue(scan.err().startsWith("vernier: out of memory"), scan.err());
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void namesOfAnyScriptDoNotDependOnTheLocale() throws Exception {
        Path catalog = folder.resolve("c.csv");
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Files.writeString(catalog, "SeriesInstanceUID,Group\n1.1,\u982d\u90e8\n");
        ProcessBuilder builder =
                Processes.builder(List.of(), folder, "scan", "a", "--catalog", "c.csv", "--domain", "Group");
        builder.environment().put("LC_ALL", "C");
        Processes.Ended scan = Processes.running(builder.start()).end();
        assertTrue(scan.out().contains(" \u982d\u90e8 "), scan.out());
    }
}
