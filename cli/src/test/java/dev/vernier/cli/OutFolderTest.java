package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --out}: all files or none. */
class OutFolderTest {

    private static final Set<String> FILES =
            Set.of("domains.csv", "series.csv", "findings.csv", "summary.json", "report.html");

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void writeArchive() {
        archive = folder.resolve("archive");
        new TestSeries("1.1").writeTo(archive);
    }

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void newFolderAppearsWithItsParents() throws IOException {
        Path out = folder.resolve("new/results");
        Cli.out("scan", archive, "--out", out);
        assertEquals(FILES, names(out));
        assertEquals(Set.of("results"), names(folder.resolve("new")));
    }

    @Test
    void existingFolderKeepsItsOtherFiles() throws IOException {
        Path out = Files.createDirectory(folder.resolve("results"));
        Files.writeString(out.resolve("mine.txt"), "keep");
        Files.writeString(out.resolve("series.csv"), "old");
        Cli.out("scan", archive, "--out", out);
        assertEquals(
                Set.of("domains.csv", "series.csv", "findings.csv", "summary.json", "report.html", "mine.txt"),
                names(out));
        assertEquals("keep", Files.readString(out.resolve("mine.txt")));
        assertEquals(1, Csv.rows(out.resolve("series.csv")).size());
        assertEquals(Set.of("archive", "results"), names(folder));
    }

    @Test
    void placeThatCannotBeWrittenFailsBeforeTheScan() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path out : new Path[] {file, file.resolve("results"), file.resolve("deep/results")}) {
            Cli.Result result = Cli.run("scan", folder.resolve("nowhere"), "--out", out);
            assertEquals(ExitStatus.FAILED, result.status());
            assertTrue(result.onlyErrorLine().contains("cannot write results to " + out), result.err());
            assertTrue(result.err().contains("choose another"), result.err());
        }
        assertEquals(Set.of("archive", "file"), names(folder));
    }

    @Test
    void failedScanLeavesNothing() throws IOException {
        Cli.Result result = Cli.run("scan", folder.resolve("nowhere"), "--out", folder.resolve("new/results"));
        assertEquals(ExitStatus.FAILED, result.status());
        assertEquals(Set.of("archive"), names(folder));
        Path out = Files.createDirectory(folder.resolve("results"));
        assertEquals(
                ExitStatus.USAGE,
                Cli.run("scan", archive, "--domain", "Colour", "--out", out).status());
        assertEquals(Set.of(), names(out));
    }

    @Test
    void folderInTheWayOfAFileChangesNothing() throws IOException {
        Path out =
                Files.createDirectories(folder.resolve("results/summary.json")).getParent();
        Files.writeString(out.resolve("series.csv"), "old");
        Cli.Result result = Cli.run("scan", archive, "--out", out);
        assertEquals(ExitStatus.FAILED, result.status());
        assertTrue(result.onlyErrorLine().contains("summary.json"), result.err());
        assertEquals(Set.of("summary.json", "series.csv"), names(out));
        assertEquals("old", Files.readString(out.resolve("series.csv")));
    }

    @Test
    void linkToAFolderIsThatFolder() throws IOException {
        Path out = Files.createDirectory(folder.resolve("results"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), out);
        Cli.out("scan", archive, "--out", link);
        assertEquals(FILES, names(out));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void linkToNowhereIsNoFolder() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        Cli.Result result = Cli.run("scan", archive, "--out", link);
        assertEquals(ExitStatus.FAILED, result.status());
        assertFalse(Files.exists(folder.resolve("nowhere")));
    }

    @Test
    void fullFileSystemFailsInOneLineAndKeepsWhatWasThere() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "only root can mount a small file system");
        try {
            Path results = Files.createDirectory(disk.resolve("results"));
            Files.writeString(results.resolve("series.csv"), "old");
            assertThrows(IOException.class, () -> Files.write(disk.resolve("filler"), new byte[1 << 20]));
            for (Path out : new Path[] {results, disk.resolve("new")}) {
                Cli.Result result = Cli.run("scan", archive, "--out", out);

                assertEquals(ExitStatus.FAILED, result.status());
                assertEquals("", result.out());
                String line = result.onlyErrorLine();
                assertTrue(line.startsWith("vernier: cannot write " + out + "/"), line);
                assertTrue(line.endsWith("): make room there, or choose another --out DIR"), line);
            }
            Path table = disk.resolve("index.csv");
            String line =
                    Cli.run("index", archive, "--tags", "Rows", "-o", table).onlyErrorLine();
            assertTrue(line.startsWith("vernier: cannot write " + table + " (No space left on device): "), line);
            assertTrue(line.endsWith("make room there, or choose another -o FILE"), line);
            assertEquals(Set.of("filler", "results"), names(disk));
            assertEquals(Set.of("series.csv"), names(results));
            assertEquals("old", Files.readString(results.resolve("series.csv")));
        } finally {
            assertEquals(0, run("umount", disk.toString()));
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor();
    }

    @Test
    void sameScanTwiceGivesTheSameBytes() throws IOException {
        Path out = folder.resolve("results");
        Cli.out("scan", archive, "--out", out);
        String first = Files.readString(out.resolve("series.csv"));
        String firstPage = Files.readString(out.resolve("report.html"));
        Cli.out("scan", archive, "--out", out, "--threads", 3);
        assertEquals(first, Files.readString(out.resolve("series.csv")));
        assertEquals(firstPage, Files.readString(out.resolve("report.html")));
    }
}
