package dev.vernier.scan;

import dev.vernier.io.FileAccess;
import dev.vernier.io.FolderLister;
import java.util.ArrayList;
import java.util.List;

/** What one thread of a scan reads with and counts into. */
final class Worker implements AutoCloseable {

    private final FileAccess access;
    private final FileScan file;
    /** Null unless whole folders are cached. */
    private final FolderRecords folders;

    private final ArchiveTally tally;
    private final List<FolderLister> listers = new ArrayList<>();
    private int listing;

    Worker(ScanOptions options, FileAccess access, ScanCache cache) {
        this.access = access;
        this.file = new FileScan(options, access, cache);
        this.folders = cache.keepsFolders() ? new FolderRecords(options, cache.headers()) : null;
        this.tally = new ArchiveTally(options.onlySeries());
    }

    FileScan file() {
        return file;
    }

    FolderRecords folders() {
        return folders;
    }

    ArchiveTally tally() {
        return tally;
    }

    /** Folders that this thread is listing, one inside the other. */
    int listing() {
        return listing;
    }

    /** A lister to be used until {@link #endListing}. */
    FolderLister beginListing() {
        if (listing == listers.size()) {
            listers.add(access.newLister());
        }
        return listers.get(listing++);
    }

    void endListing() {
        listers.get(--listing).close();
    }

    @Override
    public void close() {
        file.close();
    }
}
