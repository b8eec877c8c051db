package dev.vernier.cli.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Shows the state in one line of a terminal, over and over, and clears the line at the end. Thread-safe. */
final class ChangingLine implements ProgressDisplay {

    private static final int REFRESH_MS = 100;

    private volatile String state = "";
    private final Line line;
    private final ProgressBar bar;
    private boolean closed;

    ChangingLine(PrintStream err) {
        line = new Line(err);
        bar = new ProgressBarBuilder()
                .setUpdateIntervalMillis(REFRESH_MS)
                .continuousUpdate()
                .setRenderer((progress, maxLength) -> state)
                .setConsumer(line)
                .build();
    }

    @Override
    public void show(String newState) {
        state = newState;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            bar.close();
            line.clear(); // the bar itself would forget to if it was closed before it was drawn
        }
    }

    /**
     * Prints over what it printed before. The library's own consumer would open the terminal by JLine, which gives SIGINT back to the
     * system: nothing could be cleaned up then.
     */
    private static final class Line implements ProgressBarConsumer {

        /** Fits any terminal in use; its true width is not worth a child process. */
        private static final int MAX_COLUMNS = 79;

        private static final String START_OF_LINE = "\r";

        private final PrintStream err;
        private int shownColumns;

        Line(PrintStream err) {
            this.err = err;
        }

        @Override
        public int getMaxRenderedLength() {
            return MAX_COLUMNS;
        }

        @Override
        public void accept(String text) {
            String shown = text.length() > MAX_COLUMNS ? text.substring(0, MAX_COLUMNS) : text;
            String leftOver = " ".repeat(Math.max(0, shownColumns - shown.length()));
            err.print(START_OF_LINE + shown + leftOver);
            err.flush();
            shownColumns = shown.length();
        }

        @Override
        public void clear() {
            accept("");
            err.print(START_OF_LINE);
        }

        @Override
        public void close() {
            err.flush();
        }
    }
}
