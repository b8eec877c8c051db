package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import java.io.Serial;
import java.nio.file.Path;
import java.util.concurrent.CountedCompleter;

/** Reads a batch of files of one folder. */
final class FilesTask extends CountedCompleter<Void> {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient ArchiveScan scan;
    private final String folder;
    private final transient Path[] files;
    private final int count;

    FilesTask(CountedCompleter<?> parent, ArchiveScan scan, String folder, Path[] files, int count) {
        super(parent);
        this.scan = scan;
        this.folder = folder;
        this.files = files;
        this.count = count;
    }

    @Override
    public void compute() {
        ArchiveScan.Worker worker = scan.worker();
        for (int i = 0; i < count; i++) {
            Outcome outcome = worker.file.scan(files[i]);
            worker.tally.add(outcome, worker.file.geometry(), folder, files[i], worker.file.detail());
        }
        worker.tally.publish();
        tryComplete();
    }
}
