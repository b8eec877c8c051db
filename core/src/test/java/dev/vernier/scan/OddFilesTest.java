package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Tag;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.FileAccess;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Entries of a folder that are no plain files, names that are no plain text, and files that go away. */
@Timeout(60)
class OddFilesTest {

    @TempDir
    private Path root;

    @Test
    void pipesAndSocketsAreNotOpened() throws Exception {
        DicomFile.slice(0).series("A").write(root.resolve("1"));
        run("mkfifo", root.resolve("pipe").toString());
        Path socket = root.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            ArchiveTally tally = Scans.of(root);

            assertEquals(1, tally.files(Outcome.OK));
            assertEquals(2, tally.files(Outcome.UNREADABLE));
            assertEquals(
                    List.of(
                            new Problem("UNREADABLE", "pipe", "not a regular file"),
                            new Problem("UNREADABLE", "socket", "not a regular file")),
                    tally.problems());
        }
    }

    @Test
    void aPipeBehindALinkIsNotOpenedEither() throws Exception {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Path scanned = Files.createDirectory(root.resolve("scanned"));
        run("mkfifo", elsewhere.resolve("pipe").toString());
        Files.createSymbolicLink(scanned.resolve("link"), elsewhere.resolve("pipe"));

        assertEquals(1, Scans.followingLinks(2, scanned).files(Outcome.UNREADABLE));
    }

    @Test
    void devicesAreNotOpened() throws Exception {
        boolean made = new ProcessBuilder("mknod", root.resolve("zero").toString(), "c", "1", "5")
                        .start()
                        .waitFor()
                == 0;
        assumeTrue(made, "only root can make devices");

        assertEquals(1, Scans.of(root).files(Outcome.UNREADABLE));
    }

    @Test
    void namesThatAreNotUtf8AreReadAndCounted() throws Exception {
        DicomFile.slice(0).series("A").write(root.resolve("plain"));
        // Two names that decode to the same text, in a folder that does not decode either.
        run(
                "sh",
                "-c",
                "cd \"$0\" && d=$(printf 'f\\377') && mkdir \"$d\" && cp plain \"$d/$(printf 'x\\374')\" && cp plain \"$d/$(printf 'x\\375')\"",
                root.toString());
        ArchiveTally tally = Scans.of(root);

        assertEquals(3, tally.files(Outcome.OK));
        assertEquals(Map.of("A", 3L), Scans.filesOfSeries(tally));
    }

    @Test
    void namesThatAreNotUtf8AreToldByTheirBytesHoweverTheyAreRead() throws Exception {
        DicomFile.slice(0).series("A").write(root.resolve("plain"));
        run(
                "sh",
                "-c",
                "cd \"$0\" && d=$(printf 'f\\377\\303\\244') && mkdir \"$d\" && mv plain \"$d\" && mkfifo \"$d/$(printf 'p\\376')\""
                        + " && echo This is no DICOM, whatever it is called >\"$d/$(printf 'x\\374')\"",
                root.toString());
        for (ReadStrategy read : ReadStrategy.values()) {
            ArchiveTally tally = Scans.of(options(read));

            assertEquals(Map.of("A", "f\\xFFä"), Scans.folders(tally));
            assertEquals(
                    List.of(
                            new Problem("NOT_DICOM", "f\\xFFä/x\\xFC", ""),
                            new Problem("UNREADABLE", "f\\xFFä/p\\xFE", "not a regular file")),
                    tally.problems());
        }
    }

    @Test
    void filesWithoutInstanceUidInSuchNamesAreInstancesOfTheirOwn() throws Exception {
        DicomFile.slice(0).series("A").without(Tag.SOP_INSTANCE_UID).write(root.resolve("plain"));
        run(
                "sh",
                "-c",
                "cd \"$0\" && cp plain \"$(printf 'x\\374')\" && cp plain \"$(printf 'x\\375')\"",
                root.toString());
        ArchiveTally tally = Scans.of(root);

        assertEquals(
                3,
                tally.series().iterator().next().analyse(SpacingRules.DEFAULT).instances());
    }

    @Test
    void filesOfOneNameWithoutInstanceUidInSeveralFoldersAreInstancesOfTheirOwn() throws IOException {
        for (int i = 0; i < 500; i++) {
            DicomFile.slice(i).series("A").without(Tag.SOP_INSTANCE_UID).write(root.resolve("folder" + i + "/IM0001"));
        }

        assertEquals(
                500,
                Scans.of(root)
                        .series()
                        .iterator()
                        .next()
                        .analyse(SpacingRules.DEFAULT)
                        .instances());
    }

    @Test
    void namesMayHoldNewlinesAndOtherControlCharacters() throws IOException {
        DicomFile.slice(0).series("A").write(root.resolve("line\nbreak/\t\u001B[31mred"));
        Files.writeString(root.resolve("line\nbreak/\r\n"), "this is not DICOM, but long enough to be looked at");
        ArchiveTally tally = Scans.of(root);

        assertEquals(Map.of("A", "line\nbreak"), Scans.folders(tally));
        assertEquals("line\nbreak/\r\n", tally.problems().get(0).path());
    }

    @Test
    void aFileThatVanishesIsUnreadable() throws IOException {
        for (ReadStrategy read : ReadStrategy.values()) {
            FileAccess access = read.newAccess();
            try (FileScan scan = new FileScan(options(read), access, ScanCache.NONE)) {
                assertEquals(Outcome.UNREADABLE, scan.scan("", access.file(root.resolve("gone")), 0));
                assertEquals("no such file", scan.detail());
                // and the reader is fit for the next one
                assertEquals(
                        Outcome.OK, scan.scan("", access.file(DicomFile.slice(0).write(root.resolve("there"))), 0));
                assertEquals("", scan.detail());
                assertFalse(scan.geometry().seriesUid().isEmpty());
            }
        }
    }

    @Test
    void aFolderInTheFilesPlaceIsUnreadable() throws IOException {
        Path folder = Files.createDirectory(root.resolve("was a file"));
        for (ReadStrategy read : ReadStrategy.values()) {
            FileAccess access = read.newAccess();
            try (FileScan scan = new FileScan(options(read), access, ScanCache.NONE)) {
                assertEquals(Outcome.UNREADABLE, scan.scan("", access.file(folder), 0));
                assertFalse(scan.detail().isEmpty());
            }
        }
    }

    @Test
    void aFileThatTheSystemRefusesToReadIsUnreadable() throws IOException {
        Path memory = Path.of("/proc/self/mem");
        assumeTrue(Files.isReadable(memory), "no /proc");
        for (ReadStrategy read : List.of(ReadStrategy.POSITIONED, ReadStrategy.AUTO)) {
            FileAccess access = read.newAccess();
            try (FileScan scan = new FileScan(options(read), access, ScanCache.NONE)) {
                assertEquals(Outcome.UNREADABLE, scan.scan("", access.file(memory), 0));
                assertFalse(scan.detail().isEmpty());
            }
        }
    }

    @Test
    void aFolderThatVanishesIsAProblemAndTheScanGoesOn() {
        ArchiveScan scan = new ArchiveScan(Scans.options(false, 1, root), ScanListener.NONE);
        ForkJoinPool pool = new ForkJoinPool(1);
        pool.invoke(FolderTask.root(null, scan, scan.access().folder(root.resolve("gone")), "a/gone"));
        List<Problem> problems =
                pool.submit(() -> scan.worker().tally().problems()).join();
        pool.shutdown();

        assertEquals(List.of(new Problem(Problem.UNREADABLE_FOLDER, "a/gone", "no such file")), problems);
    }

    @Test
    void emptyJunkAndCutFilesAreCountedByOutcomeAndListed() throws IOException {
        byte[] slice = DicomFile.slice(0).series("A").toBytes();
        Files.createFile(root.resolve("empty"));
        Files.writeString(root.resolve("README"), "Not DICOM at all. ".repeat(20));
        Files.write(root.resolve("zeros"), new byte[4096]);
        Files.write(root.resolve("cut"), Arrays.copyOf(slice, slice.length - 41));
        DicomFile.slice(0).without(Tag.SERIES_INSTANCE_UID).write(root.resolve("no series"));
        DicomFile.slice(1).series("A").write(root.resolve("good"));
        ArchiveTally tally = Scans.of(root);

        assertEquals(6, tally.files());
        assertEquals(1, tally.files(Outcome.EMPTY));
        assertEquals(2, tally.files(Outcome.NOT_DICOM));
        assertEquals(1, tally.files(Outcome.NO_SERIES));
        assertEquals(1, tally.files(Outcome.TRUNCATED));
        assertEquals(1, tally.files(Outcome.OK));
        assertEquals(Map.of("EMPTY", 1L, "NOT_DICOM", 2L, "NO_SERIES", 1L, "TRUNCATED", 1L), tally.problemCounts());
        assertTrue(tally.problems().stream()
                .filter(problem -> problem.code().equals("TRUNCATED"))
                .allMatch(problem ->
                        problem.path().equals("cut") && problem.detail().startsWith("at byte ")));
        assertEquals(1, tally.series().iterator().next().unreadableFiles());
    }

    private ScanOptions options(ReadStrategy read) {
        return new ScanOptions(List.of(root), SpacingRules.DEFAULT, List.of(), 1, read, false, Set.of());
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), String.join(" ", command));
    }
}
