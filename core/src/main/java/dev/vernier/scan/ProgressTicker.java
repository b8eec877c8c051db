package dev.vernier.scan;

import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a listener of the scan's progress from a thread of its own, by counters the workers publish now and then. */
final class ProgressTicker implements AutoCloseable {

    private static final long INTERVAL_MS = 100;
    /** No folder must have been found for so long before those that wait are believed to be all. */
    private static final long STABLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ScanListener listener;
    private final Queue<Worker> workers;
    private final Crawl crawl;
    private final long startNanos = System.nanoTime();
    private final Thread thread = new Thread(this::run, "vernier-progress");
    private final CountDownLatch closed = new CountDownLatch(1);

    private long foldersFound;
    private long foundNanos = startNanos;

    ProgressTicker(ScanListener listener, Queue<Worker> workers, Crawl crawl) {
        this.listener = listener;
        this.workers = workers;
        this.crawl = crawl;
        thread.setDaemon(true);
    }

    void start() {
        if (listener != ScanListener.NONE) {
            thread.start();
        }
    }

    private void run() {
        try {
            do {
                tellWhatWorkersSay();
            } while (!closed.await(INTERVAL_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            // Somebody wants the thread to end.
        }
    }

    private void tellWhatWorkersSay() {
        long files = 0;
        long series = 0;
        long problems = 0;
        for (Worker worker : workers) {
            files += worker.tally().seenFiles();
            series += worker.tally().seenSeries();
            problems += worker.tally().seenProblems();
        }
        tell(files, expectedFiles(), series, problems);
    }

    private long expectedFiles() {
        long nowNanos = System.nanoTime();
        if (crawl.foldersFound() != foldersFound) {
            foldersFound = crawl.foldersFound();
            foundNanos = nowNanos;
        }
        return nowNanos - foundNanos < STABLE_NANOS ? 0 : crawl.expectedFiles();
    }

    private void tell(long files, long expectedFiles, long series, long problems) {
        listener.progress(new ScanProgress(files, expectedFiles, series, problems, System.nanoTime() - startNanos));
    }

    /** Stops, and tells the final state, in which no series counts twice. */
    void finish(ArchiveTally whole) {
        close();
        tell(whole.files(), whole.files(), whole.seenSeries(), whole.seenProblems());
    }

    /** Stops; does not interrupt a listener, which may be writing. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
