package dev.vernier.scan;

import java.io.Serial;
import java.util.concurrent.CountedCompleter;

/** A part of a scan, run by one thread of its pool. Forks others, and never waits for them. */
abstract class ScanTask extends CountedCompleter<Void> {

    @Serial
    private static final long serialVersionUID = 1;

    final transient ArchiveScan scan;

    ScanTask(ScanTask parent, ArchiveScan scan) {
        super(parent);
        this.scan = scan;
    }

    @Override
    public final void compute() {
        scan.limit().run(this::runHere);
    }

    /** Runs as a part of the task that this thread is at already. */
    final void runHere() {
        work(scan.worker());
        tryComplete();
    }

    abstract void work(Worker worker);

    /** Leaves a part of this task to whichever thread has time. */
    final void start(ScanTask part) {
        addToPendingCount(1);
        part.fork();
    }

    /** Leaves a part of this task to others, unless this many wait in this thread's queue already: then does it at once. */
    final void startUnlessMoreWait(int maxQueued, ScanTask part) {
        if (getQueuedTaskCount() > maxQueued) {
            startHere(part);
        } else {
            start(part);
        }
    }

    /** Does a part of this task at once. */
    final void startHere(ScanTask part) {
        addToPendingCount(1);
        part.runHere();
    }
}
