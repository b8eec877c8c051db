package dev.vernier.scan;

import java.util.Queue;

/** Tells a listener of the scan's progress from a thread of its own, by counters the workers publish now and then. */
final class ProgressTicker implements AutoCloseable {

    private static final long INTERVAL_MS = 100;

    private final ScanListener listener;
    private final Queue<ArchiveScan.Worker> workers;
    private final long startNanos = System.nanoTime();
    private final Thread thread = new Thread(this::run, "vernier-progress");
    private volatile boolean closed;

    ProgressTicker(ScanListener listener, Queue<ArchiveScan.Worker> workers) {
        this.listener = listener;
        this.workers = workers;
        thread.setDaemon(true);
    }

    void start() {
        if (listener != ScanListener.NONE) {
            thread.start();
        }
    }

    private void run() {
        while (!closed) {
            tell();
            try {
                Thread.sleep(INTERVAL_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tell() {
        long files = 0;
        long series = 0;
        long problems = 0;
        for (ArchiveScan.Worker worker : workers) {
            files += worker.tally.seenFiles();
            series += worker.tally.seenSeries();
            problems += worker.tally.seenProblems();
        }
        listener.progress(new ScanProgress(files, series, problems, System.nanoTime() - startNanos));
    }

    /** Stops, and tells the final state. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tell();
    }
}
