package dev.vernier.scan;

import dev.vernier.io.ArchiveEntries;
import dev.vernier.io.Entries;
import dev.vernier.io.FileAccess;
import dev.vernier.io.FolderLister;
import java.util.ArrayList;
import java.util.List;

/** What one thread of a scan reads with and counts into. */
final class Worker implements AutoCloseable {

    private final FileAccess access;
    private final ScanOptions options;
    private final FileScan file;
    /** Null until there is a file in an archive to read. */
    private FileScan archivedFile;

    /** Null without a cache. */
    private final FolderRecords folders;

    private final ArchiveTally tally;
    private final List<FolderLister> listers = new ArrayList<>();
    private int listing;

    Worker(ScanOptions options, FileAccess access, ScanCache cache) {
        this.options = options;
        this.access = access;
        this.file = new FileScan(options, access, cache);
        this.folders = cache.keepsFiles() ? new FolderRecords(options, cache.headers()) : null;
        this.tally = new ArchiveTally(options.onlySeries());
    }

    /** What reads the files of this batch. */
    FileScan file(Entries entries) {
        if (!(entries instanceof ArchiveEntries)) {
            return file;
        }
        if (archivedFile == null) {
            archivedFile = FileScan.inArchives(options);
        }
        return archivedFile;
    }

    /** Read system calls, or mappings, so far. */
    long reads() {
        return file.reads() + (archivedFile == null ? 0 : archivedFile.reads());
    }

    /** Bytes read so far. */
    long bytesRead() {
        return file.bytesRead() + (archivedFile == null ? 0 : archivedFile.bytesRead());
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
        if (archivedFile != null) {
            archivedFile.close();
        }
    }
}
