package dev.vernier.cli.console;

import java.io.PrintStream;

/** Shows how a long job goes on, on standard error. Thread-safe. */
public interface ProgressDisplay extends AutoCloseable {

    /** Shows nothing. */
    ProgressDisplay NONE = new ProgressDisplay() {
        @Override
        public void show(String state) {}

        @Override
        public void close() {}
    };

    /** One line that changes, for a terminal. */
    static ProgressDisplay changingLine(PrintStream err) {
        return new ChangingLine(err);
    }

    /** A line every second, for files and pipes. */
    static ProgressDisplay lines(PrintStream err) {
        return new ProgressLines(err);
    }

    /** The state of the job, in a line; may be called as often as one likes. */
    void show(String state);

    /** Clears what should not stay; may be called twice. */
    @Override
    void close();
}
