package dev.vernier.scan;

import java.util.concurrent.atomic.LongAdder;

/** How far the listing of folders is. Thread-safe. */
final class Crawl {

    private final LongAdder filesFound = new LongAdder();
    private final LongAdder foldersFound = new LongAdder();
    private final LongAdder foldersListed = new LongAdder();

    void addFiles(long count) {
        filesFound.add(count);
    }

    void addFolders(int count) {
        foldersFound.add(count);
    }

    /** One of the folders found was listed, or refused. */
    void addListed() {
        foldersListed.increment();
    }

    long foldersFound() {
        return foldersFound.sum();
    }

    /**
     * Files that there will be: those found, once all folders are listed; until then, as many in each of the others as the listed ones have
     * on average. 0 where nothing can be said.
     */
    long expectedFiles() {
        long listed = foldersListed.sum();
        long waiting = foldersFound.sum() - listed;
        long found = filesFound.sum();
        return waiting <= 0 ? found : found + waiting * found / Math.max(listed, 1);
    }
}
