package dev.vernier.scan;

import dev.vernier.io.Entries;
import java.io.Serial;

/** Looks at some entries of one folder, one after the other; leaves half of what is left to others while this thread has nothing else to leave. */
abstract class BatchTask extends ScanTask {

    @Serial
    private static final long serialVersionUID = 1;

    /** Fewer are not worth a task of their own. */
    private static final int MIN_SPLIT = 8;

    final String folder;
    final transient Entries entries;
    private int next;
    private int end;

    BatchTask(ScanTask parent, ArchiveScan scan, String folder, Entries entries, int from, int to) {
        super(parent, scan);
        this.folder = folder;
        this.entries = entries;
        this.next = from;
        this.end = to;
    }

    @Override
    final void work(Worker worker) {
        try {
            while (next < end) {
                if (end - next >= MIN_SPLIT && getQueuedTaskCount() == 0) {
                    int middle = (next + end) >>> 1;
                    entries.retain();
                    start(half(middle, end));
                    end = middle;
                }
                lookAt(next++, worker);
            }
        } finally {
            entries.release();
        }
    }

    abstract BatchTask half(int from, int to);

    abstract void lookAt(int index, Worker worker);
}
