package dev.vernier.scan;

import dev.vernier.io.Entries;
import java.io.Serial;

/**
 * Looks at some entries of one folder, one after the other. Where that takes long, half of what is left is forked whenever fewer tasks run
 * than may and this thread has nothing else that others could take: a batch on slow storage is spread over as many threads as have nothing to
 * do, and stays whole elsewhere.
 */
abstract class BatchTask extends ScanTask {

    @Serial
    private static final long serialVersionUID = 1;

    /** A batch in the page cache is done by then. */
    private static final long LONG_NANOS = 2_000_000;

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
            long startNanos = System.nanoTime();
            while (next < end && !scan.isStopped()) {
                lookAt(next++, worker);
                if (end - next >= 2 && System.nanoTime() - startNanos > LONG_NANOS && somebodyIsIdle()) {
                    int middle = (next + end) >>> 1;
                    entries.retain();
                    start(half(middle, end));
                    end = middle;
                }
            }
        } finally {
            entries.release();
        }
        end(worker);
    }

    /** Called when this task has looked at its entries. */
    void end(Worker worker) {
        // Most have nothing left to do.
    }

    /** Only then: a series whose files many threads read is in as many tallies, which must be merged. */
    private boolean somebodyIsIdle() {
        return getQueuedTaskCount() == 0 && scan.limit().hasRoom();
    }

    abstract BatchTask half(int from, int to);

    abstract void lookAt(int index, Worker worker);
}
