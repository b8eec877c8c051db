package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An archive that somebody rebuilds while it is scanned: what is left alone is counted right, and the scan ends. */
@Timeout(120)
class UnderWayTest {

    private static final int FOLDERS = 20;
    private static final int FILES = 12;

    @TempDir
    private Path temp;

    private Path root;
    private Path outside;

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "8, false", "64, false", "1, true", "2, true", "8, true", "64, true"})
    void filesAndFoldersChangeWhileTheyAreRead(int threads, boolean followLinks) throws Exception {
        for (ReadStrategy read : ReadStrategy.values()) {
            root = Files.createDirectory(temp.resolve(read.label()));
            outside = Files.createDirectory(temp.resolve(read.label() + "-outside"));
            writeArchive();
            ScanOptions options = new ScanOptions(
                    List.of(root), SpacingRules.DEFAULT, List.of(), threads, read, followLinks, Set.of());
            Changes changes = new Changes(threads);
            Thread changing = new Thread(changes, "changes");
            changing.start();
            try {
                changes.begun.await();
                for (int round = 0; round < 3; round++) {
                    assertStaysAreRight(scan(options));
                }
            } finally {
                changes.enough.set(true);
                changing.join();
            }
            ArchiveTally quiet = scan(options);
            assertStaysAreRight(quiet);
            if (!followLinks) {
                assertEquals(count(Files::isRegularFile), quiet.files());
                assertEquals(count(Files::isDirectory), quiet.folders());
            }
        }
    }

    @Test
    void anInterruptedScanEndsAndLeavesTheThreadFitForAnother() throws IOException {
        root = Files.createDirectory(temp.resolve("root"));
        outside = Files.createDirectory(temp.resolve("outside"));
        writeArchive();
        for (int threads : new int[] {1, 2, 8, 64}) {
            ArchiveScan scan = new ArchiveScan(Scans.options(false, threads, root), ScanListener.NONE);
            Thread.currentThread().interrupt();

            assertThrows(InterruptedIOException.class, scan::run);
            assertTrue(scan.isStopped());
            assertFalse(Thread.interrupted());
            assertEquals(
                    2 * FOLDERS * FILES,
                    Scans.of(Scans.options(false, threads, root)).files());
        }
    }

    private void writeArchive() throws IOException {
        DicomFile.slice(0).series("OUTSIDE").write(outside.resolve("folder/1"));
        for (int i = 0; i < FOLDERS; i++) {
            for (int j = 0; j < FILES; j++) {
                DicomFile.slice(j).series("STAYS" + i).write(root.resolve("stays" + i + "/" + j));
                DicomFile.slice(j).series("CHANGES" + i).write(root.resolve("changes" + i + "/" + j));
            }
        }
    }

    /** Scans, and confirms that what is told of the scan fits together. */
    private static ArchiveTally scan(ScanOptions options) throws IOException {
        AtomicReference<ScanProgress> last = new AtomicReference<>();
        ArchiveTally tally = new ArchiveScan(options, last::set).run();
        long listed = 0;
        for (Map.Entry<String, Long> problems : tally.problemCounts().entrySet()) {
            boolean ofAFile = Stream.of(Outcome.values()).anyMatch(o -> o.name().equals(problems.getKey()));
            listed += ofAFile ? problems.getValue() : 0;
        }
        assertEquals(tally.files() - tally.files(Outcome.OK), listed, "every file that was not read is a problem");
        assertEquals(tally.files(), last.get().files());
        assertEquals(tally.files(), last.get().expectedFiles());
        return tally;
    }

    private static void assertStaysAreRight(ArchiveTally tally) {
        Map<String, Long> files = Scans.filesOfSeries(tally);
        for (int i = 0; i < FOLDERS; i++) {
            assertEquals(FILES, files.get("STAYS" + i), "STAYS" + i);
            assertEquals("stays" + i, Scans.folders(tally).get("STAYS" + i));
        }
        for (Problem problem : tally.problems()) {
            assertTrue(!problem.path().startsWith("stays"), problem::toString);
        }
    }

    private interface Kind {
        boolean is(Path path, LinkOption... options);
    }

    private long count(Kind kind) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> kind.is(path, LinkOption.NOFOLLOW_LINKS)).count();
        }
    }

    /** Changes the folders and files named so, one after the other; what fails because of an earlier change is left as it is. */
    private final class Changes implements Runnable {

        private static final int FIRST = 20;

        private final Random random;
        private final CountDownLatch begun = new CountDownLatch(FIRST);
        private final AtomicBoolean enough = new AtomicBoolean();
        private int made;

        Changes(long seed) {
            random = new Random(seed);
        }

        @Override
        public void run() {
            while (!enough.get()) {
                Path folder = root.resolve("changes" + random.nextInt(FOLDERS));
                try {
                    change(folder, folder.resolve(String.valueOf(random.nextInt(FILES))));
                } catch (IOException | UncheckedIOException e) {
                    continue;
                } finally {
                    begun.countDown();
                }
                made++;
            }
        }

        private void change(Path folder, Path file) throws IOException {
            if (Files.isSymbolicLink(folder)) {
                restore(folder); // nothing behind it must change
                return;
            }
            switch (random.nextInt(12)) {
                case 0 -> Files.delete(file);
                case 1 -> truncate(file);
                case 2 -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
                case 3 -> Files.move(file, folder.resolve("renamed" + made));
                case 4 -> {
                    Files.delete(file);
                    Files.createDirectory(file);
                }
                case 5 -> {
                    Files.delete(file);
                    Files.createSymbolicLink(file, outside.resolve("folder/1"));
                }
                case 6 -> {
                    remove(folder);
                    Files.createSymbolicLink(folder, root.resolve("stays" + random.nextInt(FOLDERS)));
                }
                case 7 -> {
                    remove(folder);
                    Files.createSymbolicLink(folder, root); // a loop
                }
                case 8 -> {
                    remove(folder);
                    Files.createFile(folder);
                }
                case 9 -> {
                    Path into = root.resolve("changes" + random.nextInt(FOLDERS));
                    Files.move(
                            folder,
                            Files.isSymbolicLink(into) ? outside.resolve("moved" + made) : into.resolve("moved"));
                }
                default -> restore(folder);
            }
        }

        private void truncate(Path file) throws IOException {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(random.nextInt(400));
                }
            }
        }

        private void restore(Path folder) throws IOException {
            remove(folder);
            for (int j = 0; j < FILES; j++) {
                DicomFile.slice(j).series("CHANGED").write(folder.resolve(String.valueOf(j)));
            }
        }

        private void remove(Path path) throws IOException {
            try (Stream<Path> tree = Files.walk(path)) {
                for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
