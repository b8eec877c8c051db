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
    private final FileWork.Factory factory;
    private final FileWork work;
    /** Null until there is a file in an archive to read. */
    private FileWork archivedWork;

    /** Null without a cache. */
    private final FolderRecords folders;

    private final ArchiveTally tally;
    private final List<FolderLister> listers = new ArrayList<>();
    private int listing;

    Worker(ScanOptions options, FileAccess access, ScanCache cache, FileWork.Factory factory) {
        this.access = access;
        this.factory = factory;
        this.work = factory.forFolders(access);
        this.folders = cache.keepsFiles() ? new FolderRecords(options, cache.headers()) : null;
        this.tally = new ArchiveTally(options.onlySeries());
    }

    /** What reads the files of folders, and counts those that nobody can read. */
    FileWork work() {
        return work;
    }

    /** What reads the files of this batch. */
    FileWork work(Entries entries) {
        if (!(entries instanceof ArchiveEntries)) {
            return work;
        }
        if (archivedWork == null) {
            archivedWork = factory.forArchives();
        }
        return archivedWork;
    }

    /** Read system calls, or mappings, so far. */
    long reads() {
        return work.reads() + (archivedWork == null ? 0 : archivedWork.reads());
    }

    /** Bytes read so far. */
    long bytesRead() {
        return work.bytesRead() + (archivedWork == null ? 0 : archivedWork.bytesRead());
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
        work.close();
        if (archivedWork != null) {
            archivedWork.close();
        }
    }
}
