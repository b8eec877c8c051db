package dev.vernier.cli.console;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;

/** Removes a folder that this program has made, with all that is in it; never what links lead to. Stateless. */
public final class FolderRemoval {

    private FolderRemoval() {}

    /**
     * Removes as much as the time allows.
     *
     * @return whether the folder is gone
     */
    public static boolean remove(Path folder, Duration limit) {
        long startNanos = System.nanoTime();
        do {
            try {
                Files.walkFileTree(folder, new Remover(startNanos, limit.toNanos()));
            } catch (IOException e) {
                // Someone was faster, or still writes into it: look again while there is time.
                Thread.yield();
            }
        } while (Files.exists(folder) && System.nanoTime() - startNanos < limit.toNanos());
        return !Files.exists(folder);
    }

    private static final class Remover extends SimpleFileVisitor<Path> {

        private final long startNanos;
        private final long limitNanos;

        Remover(long startNanos, long limitNanos) {
            this.startNanos = startNanos;
            this.limitNanos = limitNanos;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return System.nanoTime() - startNanos < limitNanos ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
