package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import dev.vernier.io.Entries;
import java.io.Serial;

/** Reads some files of one folder. */
final class FilesTask extends BatchTask {

    @Serial
    private static final long serialVersionUID = 1;

    FilesTask(ScanTask parent, ArchiveScan scan, String folder, Entries files) {
        this(parent, scan, folder, files, 0, files.size());
    }

    private FilesTask(ScanTask parent, ArchiveScan scan, String folder, Entries files, int from, int to) {
        super(parent, scan, folder, files, from, to);
    }

    @Override
    BatchTask half(int from, int to) {
        return new FilesTask(this, scan, folder, entries, from, to);
    }

    @Override
    void lookAt(int index, Worker worker) {
        Outcome outcome = worker.file().scan(entries, index);
        worker.tally()
                .add(
                        outcome,
                        worker.file().geometry(),
                        folder,
                        entries,
                        index,
                        worker.file().detail());
    }
}
