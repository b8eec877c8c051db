package dev.vernier.cli.console;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What is to be undone when the process is told to stop (SIGINT, SIGTERM) before its command has finished. The JVM itself then ends with
 * 130 or 143. Thread-safe.
 */
public final class Interruption {

    private final PrintStream err;
    private final Deque<Runnable> undoings = new ArrayDeque<>();
    private boolean finished;
    private volatile boolean underWay;

    /** Not yet armed: nothing happens on a signal. */
    public Interruption(PrintStream err) {
        this.err = err;
    }

    /** From now on a signal undoes what is registered, and says so in one line. */
    public void arm() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::undo, "vernier-interruption"));
    }

    /** Registers what must be undone; the last one goes first. It runs on a thread of its own and must not take long. */
    public synchronized void onInterrupt(Runnable undoing) {
        undoings.push(undoing);
    }

    /** Takes back {@link #onInterrupt}. */
    public synchronized void forget(Runnable undoing) {
        undoings.remove(undoing);
    }

    /** Whether the process is being stopped; what fails from now on fails because of that, and is not worth a word. */
    public boolean isUnderWay() {
        return underWay;
    }

    /** The command has finished: from now on there is nothing to undo. */
    public synchronized void finish() {
        finished = true;
    }

    void undo() {
        for (Runnable undoing : begin()) {
            try {
                undoing.run();
            } catch (RuntimeException e) {
                // The others must still be undone, and there is no one left to tell.
                continue;
            }
        }
        if (isUnderWay()) {
            err.println("vernier: interrupted");
        }
    }

    private synchronized List<Runnable> begin() {
        underWay = !finished;
        return finished ? List.of() : List.copyOf(undoings);
    }
}
