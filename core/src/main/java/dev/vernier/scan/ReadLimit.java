package dev.vernier.scan;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;

/**
 * How many tasks read at a time. Up to the number of processors, tasks simply run in a ForkJoin pool of so many threads. Once the limit is
 * raised above that, each runs as a managed blocker: the pool counts its thread as blocked and adds another one, and there are as many
 * threads as the limit says. Thread-safe.
 */
final class ReadLimit {

    private final Semaphore permits;
    private volatile int limit;
    private volatile boolean raised;

    ReadLimit(int limit) {
        this.limit = limit;
        this.permits = new Semaphore(limit);
    }

    int limit() {
        return limit;
    }

    /** Lets more tasks read at a time. One thread. */
    void raiseTo(int newLimit) {
        permits.release(newLimit - limit);
        limit = newLimit;
        raised = true;
    }

    /** Runs a task as soon as there are fewer than the limit. */
    void run(Runnable task) {
        permits.acquireUninterruptibly();
        try {
            if (raised) {
                ForkJoinPool.managedBlock(new Reading(task));
            } else {
                task.run();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("reading does not wait to be interrupted", e);
        } finally {
            permits.release();
        }
    }

    /** A task as something that keeps its thread. */
    private static final class Reading implements ForkJoinPool.ManagedBlocker {

        private final Runnable task;
        private boolean done;

        private Reading(Runnable task) {
            this.task = task;
        }

        @Override
        public boolean block() {
            task.run();
            done = true;
            return true;
        }

        @Override
        public boolean isReleasable() {
            return done;
        }
    }
}
