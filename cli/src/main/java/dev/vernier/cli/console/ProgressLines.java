package dev.vernier.cli.console;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Prints the state as a line of its own, a second apart at least. Thread-safe. */
final class ProgressLines implements ProgressDisplay {

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream err;
    private long lastNanos = System.nanoTime();
    private String latest = "";
    private boolean closed;

    ProgressLines(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void show(String state) {
        latest = state;
        long nowNanos = System.nanoTime();
        if (!closed && nowNanos - lastNanos >= INTERVAL_NANOS) {
            lastNanos = nowNanos;
            err.println(state);
        }
    }

    /** Prints the last state, so that a log tells how far it came. */
    @Override
    public synchronized void close() {
        if (!closed && !latest.isEmpty()) {
            err.println(latest);
        }
        closed = true;
    }
}
