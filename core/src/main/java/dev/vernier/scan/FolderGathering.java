package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import dev.vernier.io.FileStamp;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gathers what the tasks of one folder read of it, to be kept as a whole when the last one is done. Thread-safe, but for what only the task
 * that lists the folder calls.
 */
final class FolderGathering {

    private final String name;
    private final FileStamp stamp;
    private final boolean settled;
    private final FolderListing listing;
    private final ArchiveTally tally = new ArchiveTally();
    /** The listing is the first. */
    private final AtomicInteger parts = new AtomicInteger(1);

    private volatile boolean whole = true;
    /** Files that the listing itself refused: they are so as long as the stamp is. */
    private long refused;

    /** Of a folder that has this stamp and is about to be listed. */
    FolderGathering(String name, FileStamp stamp) {
        this(name, stamp, new FolderListing());
    }

    /** Of an archive, whose content changes with its stamp and never without. */
    static FolderGathering ofArchive(String name, FileStamp stamp) {
        return new FolderGathering(name, stamp, FolderListing.ofArchive(stamp.sizeBytes()));
    }

    private FolderGathering(String name, FileStamp stamp, FolderListing listing) {
        this.name = name;
        this.stamp = stamp;
        this.listing = listing;
        this.settled = RacyTime.isSettled(stamp.modifiedNanos());
    }

    /** What was listed; filled by the task that lists. */
    FolderListing listing() {
        return listing;
    }

    /** Tells that the folder's own stamp does not tell of every change of what was found in it. */
    void spoil() {
        whole = false;
    }

    /** Tells that a file is refused for what an archive says of it. */
    void addRefused() {
        refused++;
    }

    void beginPart() {
        parts.incrementAndGet();
    }

    /** Takes over what a part read; the last one keeps the folder, and hands all of it to the worker. */
    void endPart(ArchiveTally part, boolean stopped, Worker worker) {
        if (stopped) {
            spoil();
        }
        synchronized (tally) {
            tally.merge(part);
        }
        if (parts.decrementAndGet() == 0) {
            if (whole && settled && tally.files(Outcome.UNREADABLE) == refused) {
                worker.folders().keep(name, stamp, listing, tally);
            }
            worker.tally().takeFolder(tally);
        }
    }
}
