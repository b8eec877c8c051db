package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a listener is told. */
@Timeout(60)
class ProgressTest {

    @TempDir
    private Path root;

    @Test
    void theLastCallTellsTheFinalStateInWhichNoSeriesCountsTwice() throws Exception {
        for (int i = 0; i < 600; i++) {
            DicomFile.slice(i).series("S" + i % 3).write(root.resolve("d" + i % 7 + "/" + i));
        }
        Files.createFile(root.resolve("empty"));
        Files.write(root.resolve("d0/cut"), Arrays.copyOf(DicomFile.slice(0).toBytes(), 300));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", root.resolve("pipe").toString())
                        .start()
                        .waitFor());
        for (int threads : new int[] {1, 8}) {
            List<ScanProgress> told = Collections.synchronizedList(new ArrayList<>());
            new ArchiveScan(Scans.options(false, threads, root), told::add).run();
            ScanProgress last = told.get(told.size() - 1);

            assertEquals(603, last.files());
            assertEquals(3, last.series());
            assertEquals(2, last.problems(), "one cut short, one refused");
            assertTrue(last.elapsedNanos() > 0);
        }
    }

    @Test
    void onceAllFoldersAreListedTheFilesExpectedAreThoseCounted() throws Exception {
        for (int i = 0; i < 300; i++) {
            DicomFile.slice(i).write(root.resolve("d" + i % 7 + "/" + i));
        }
        Path pipe = root.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        List<ScanProgress> told = Collections.synchronizedList(new ArrayList<>());
        ArchiveScan scan = new ArchiveScan(Scans.options(false, 4, root), told::add);
        ArchiveTally tally = scan.run();

        assertEquals(301, tally.files());
        assertEquals(301, scan.crawl().expectedFiles());
        for (ScanProgress progress : told) {
            assertTrue(
                    progress.expectedFiles() == 0 || progress.expectedFiles() >= progress.files(), progress::toString);
        }
        assertEquals(301, told.get(told.size() - 1).expectedFiles());
    }

    @Test
    void foldersThatWaitAreExpectedToHoldAsManyFilesAsOthers() {
        Crawl crawl = new Crawl();
        crawl.addFolders(1);
        assertEquals(0, crawl.expectedFiles());
        crawl.addFolders(9);
        crawl.addFiles(40);
        crawl.addListed();
        crawl.addListed();
        assertEquals(40 + 8 * 20, crawl.expectedFiles());
    }

    @Test
    void filesAndTimeNeverGoBack() throws IOException {
        for (int i = 0; i < 500; i++) {
            DicomFile.slice(i).write(root.resolve(i + ".dcm"));
        }
        List<ScanProgress> told = Collections.synchronizedList(new ArrayList<>());
        new ArchiveScan(Scans.options(false, 4, root), told::add).run();

        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i).files() >= told.get(i - 1).files());
            assertTrue(told.get(i).elapsedNanos() >= told.get(i - 1).elapsedNanos());
        }
    }

    @Test
    void aListenerThatIsBusyIsNeitherInterruptedNorCalledByReaders() throws IOException {
        DicomFile.slice(0).write(root.resolve("1"));
        List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch firstCall = new CountDownLatch(1);
        new ArchiveScan(Scans.options(false, 2, root), progress -> {
                    threads.add(Thread.currentThread().getName());
                    if (firstCall.getCount() > 0) {
                        firstCall.countDown();
                        sleep(interrupted);
                    }
                })
                .run();

        assertTrue(interrupted.isEmpty());
        assertTrue(threads.stream().noneMatch(name -> name.startsWith("ForkJoinPool")), threads.toString());
    }

    private static void sleep(List<Boolean> interrupted) {
        try {
            Thread.sleep(150);
        } catch (InterruptedException e) {
            interrupted.add(true);
        }
    }

    @Test
    void aScanThatFailsTellsNoFinalState() {
        List<ScanProgress> told = Collections.synchronizedList(new ArrayList<>());
        ArchiveScan scan = new ArchiveScan(Scans.options(false, 1, root.resolve("missing")), told::add);

        assertThrows(NoSuchFileException.class, scan::run);
        assertTrue(told.isEmpty());
    }
}
