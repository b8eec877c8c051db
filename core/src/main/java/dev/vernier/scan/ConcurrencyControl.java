package dev.vernier.scan;

import dev.vernier.io.Descriptors;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Raises the number of concurrent reads while processors have nothing to do, and takes it back while they are busy: files in the page cache
 * keep as many threads busy as there are processors, and on storage that makes them wait many more threads are worth it. Runs in a thread
 * of its own.
 */
final class ConcurrencyControl implements AutoCloseable {

    /** As many reads as the fastest floor on cold storage takes; see docs/BENCHMARKS.md. */
    static final int MAX_READS = 128;

    private static final int STEP_UP = 4;
    private static final int STEP_DOWN = 2;
    private static final long INTERVAL_MS = 50;
    /** Shares of the processors' time: below the first they count as idle, above the second as busy. */
    private static final double IDLE = 0.75;

    private static final double BUSY = 0.95;

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
            while (!closed.await(INTERVAL_MS, TimeUnit.MILLISECONDS)) {
                long wallNow = System.nanoTime();
                long cpuNow = processNanos();
                adjust((cpuNow - cpuNanos) / (double) (wallNow - wallNanos) / processors);
                wallNanos = wallNow;
                cpuNanos = cpuNow;
            }
        } catch (InterruptedException e) {
            // Somebody wants the thread to end.
        }
    }

    private void adjust(double load) {
        int now = limit.limit();
        if (load < IDLE && now < MAX_READS) {
            limit.set(Math.max(now, Math.min(STEP_UP * now, Descriptors.enoughFor(MAX_READS))));
        } else if (load > BUSY && now > limit.least()) {
            limit.set(Math.max(now / STEP_DOWN, limit.least()));
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
