package dev.vernier.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Raises the number of concurrent reads while processors have nothing to do: files in the page cache keep as many threads busy as there are
 * processors, and on storage that makes them wait many more threads are worth it. Runs in a thread of its own.
 */
final class ConcurrencyControl implements AutoCloseable {

    /** More than this brought nothing on any storage it was measured on; see docs/BENCHMARKS.md. */
    static final int MAX_READS = 128;

    private static final int FACTOR = 4;
    private static final long INTERVAL_MS = 50;
    /** Share of the processors' time; below it they count as idle. */
    private static final double BUSY = 0.8;

    private final ReadLimit limit;
    private final int processors;
    private final Thread thread = new Thread(this::run, "vernier-concurrency");
    private final CountDownLatch closed = new CountDownLatch(1);

    ConcurrencyControl(ReadLimit limit, int processors) {
        this.limit = limit;
        this.processors = processors;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            long wallNanos = System.nanoTime();
            long cpuNanos = processNanos();
            while (limit.limit() < MAX_READS && !closed.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
                long wallNow = System.nanoTime();
                long cpuNow = processNanos();
                if (cpuNow - cpuNanos < BUSY * processors * (wallNow - wallNanos)) {
                    limit.raiseTo(Math.min(FACTOR * limit.limit(), MAX_READS));
                }
                wallNanos = wallNow;
                cpuNanos = cpuNow;
            }
        } catch (InterruptedException e) {
            // Somebody wants the thread to end.
        }
    }

    /** Time that all threads have run so far; where the system does not tell, none, and the limit climbs to its end. */
    private static long processNanos() {
        Optional<Duration> total = ProcessHandle.current().info().totalCpuDuration();
        return total.map(Duration::toNanos).orElse(0L);
    }

    /** Raises nothing any more. */
    @Override
    public void close() {
        closed.countDown();
    }
}
