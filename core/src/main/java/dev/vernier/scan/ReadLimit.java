package dev.vernier.scan;

import java.io.Serial;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;

/**
 * How many tasks read at a time. Up to the number of processors, tasks simply run in a ForkJoin pool of so many threads. Once the limit is
 * raised above that, each runs as a managed blocker: the pool counts its thread as blocked and adds another one, and there are as many
 * threads as the limit says. Thread-safe.
 */
final class ReadLimit {

    private final int least;
    private final Permits permits;
    private volatile int limit;

    /** Permits that can be taken back. */
    private static final class Permits extends Semaphore {

        @Serial
        private static final long serialVersionUID = 1;

        private Permits(int count) {
            super(count);
        }

        @Override
        protected void reducePermits(int reduction) {
            super.reducePermits(reduction);
        }
    }

    /** A limit that is never set below this one. */
    ReadLimit(int least) {
        this.least = least;
        this.limit = least;
        this.permits = new Permits(least);
    }

    /** What the limit is never set below. */
    int least() {
        return least;
    }

    int limit() {
        return limit;
    }

    /** Whether fewer tasks read than may, at this moment. */
    boolean hasRoom() {
        return permits.availablePermits() > 0;
    }

    /** Lets so many tasks read at a time; those that are reading go on. One thread. */
    void set(int newLimit) {
        if (newLimit > limit) {
            permits.release(newLimit - limit);
        } else {
            permits.reducePermits(limit - newLimit);
        }
        limit = newLimit;
    }

    /** Runs a task as soon as there are fewer than the limit. */
    void run(Runnable task) {
        permits.acquireUninterruptibly();
        try {
            if (limit > least) {
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
