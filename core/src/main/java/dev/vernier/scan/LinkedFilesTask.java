package dev.vernier.scan;

import java.io.Serial;
import java.util.List;

/** Reads files that links lead to. */
final class LinkedFilesTask extends ScanTask {

    @Serial
    private static final long serialVersionUID = 1;

    private static final int MAX_QUEUED_TASKS = 64;

    private final transient List<LinkedFile> links;

    LinkedFilesTask(ArchiveScan scan, List<LinkedFile> links) {
        super(null, scan);
        this.links = links;
    }

    @Override
    void work(Worker worker) {
        for (LinkedFile link : links) {
            if (scan.isStopped()) {
                return;
            }
            FilesTask task =
                    new FilesTask(this, scan, link.folder(), scan.access().file(link.real(), link.name()), null);
            startUnlessMoreWait(MAX_QUEUED_TASKS, task);
        }
    }
}
