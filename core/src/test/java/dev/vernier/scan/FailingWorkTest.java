package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.Packed;
import dev.vernier.io.Entries;
import dev.vernier.io.FileAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done with the files fails, not the files: the scan ends with just that, wherever the files are. */
@Timeout(60)
class FailingWorkTest {

    /** More batches than may wait in one thread's queue: each folder is one. */
    private static final int FOLDERS = 1_100;

    @TempDir
    private Path temp;

    /** Does nothing with the files until one has a name with a {@code 7}. */
    private static final class FullDisk implements FileWork, FileWork.Factory {

        @Override
        public FileWork forFolders(FileAccess access) {
            return this;
        }

        @Override
        public FileWork forArchives() {
            return this;
        }

        @Override
        public void lookAt(String folder, Entries files, int index, ArchiveTally tally) {
            if (files.name(index).contains("7")) {
                throw new UncheckedIOException(new IOException("no space left"));
            }
        }

        @Override
        public void refuse(String path, String reason, ArchiveTally tally) {
            throw new AssertionError(path + ": " + reason);
        }

        @Override
        public long reads() {
            return 0;
        }

        @Override
        public long bytesRead() {
            return 0;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private void assertFails(Path root, int threads) {
        ScanOptions options = Scans.options(false, threads, root);
        ArchiveScan scan = new ArchiveScan(options, ScanListener.NONE, new FullDisk());

        UncheckedIOException thrown = assertThrows(UncheckedIOException.class, scan::run, root + ", " + threads);
        assertEquals("no space left", root(thrown).getMessage());
    }

    /** Tasks of other threads have their exceptions wrapped in another of the same class. */
    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void theScanOfAnArchiveFailsAsThatOfAFolder(Packed packed) throws IOException {
        Path folder = temp.resolve("set");
        for (int i = 0; i < 20; i++) {
            Files.writeString(Files.createDirectories(folder.resolve("d" + i)).resolve("f" + i), "a file of " + i);
        }
        Path archive = packed.pack(folder);
        for (int threads : List.of(1, 3)) {
            assertFails(folder, threads);
            assertFails(archive, threads);
        }
    }

    @Test
    void alsoWhereTheThreadThatListsReads() throws IOException {
        Path archive = temp.resolve("folders.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < FOLDERS; i++) {
                zip.putNextEntry(new ZipEntry("d" + i + "/f" + i));
            }
        }
        for (int threads : List.of(1, 3)) {
            assertFails(archive, threads);
        }
    }
}
