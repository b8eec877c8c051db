package dev.vernier.scan;

import dev.vernier.io.Entries;
import java.io.Serial;

/** Reads some files of one folder. */
final class FilesTask extends BatchTask {

    @Serial
    private static final long serialVersionUID = 1;

    /** Null where the folder is not kept as a whole. */
    private final transient FolderGathering gathering;

    private final transient ArchiveTally part;

    FilesTask(ScanTask parent, ArchiveScan scan, String folder, Entries files, FolderGathering gathering) {
        this(parent, scan, folder, files, 0, files.size(), gathering);
    }

    private FilesTask(
            ScanTask parent,
            ArchiveScan scan,
            String folder,
            Entries files,
            int from,
            int to,
            FolderGathering gathering) {
        super(parent, scan, folder, files, from, to);
        this.gathering = gathering;
        this.part = gathering == null ? null : new ArchiveTally();
        if (gathering != null) {
            gathering.beginPart();
        }
    }

    @Override
    BatchTask half(int from, int to) {
        return new FilesTask(this, scan, folder, entries, from, to, gathering);
    }

    @Override
    void lookAt(int index, Worker worker) {
        worker.work(entries).lookAt(folder, entries, index, part == null ? worker.tally() : part);
    }

    @Override
    void end(Worker worker) {
        if (gathering != null) {
            gathering.endPart(part, scan.isStopped(), worker);
        }
    }
}
