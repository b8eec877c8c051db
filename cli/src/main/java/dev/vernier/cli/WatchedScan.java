package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import dev.vernier.cli.console.ProgressDisplay;
import dev.vernier.scan.ScanListener;
import dev.vernier.scan.ScanProgress;
import java.io.IOException;
import java.util.function.Function;

/** Runs a scan that people may watch, and that an interruption ends. Stateless. */
final class WatchedScan {

    private WatchedScan() {}

    /** A scan that tells this listener how far it is. */
    @FunctionalInterface
    interface Work<T> {
        T run(ScanListener listener) throws IOException;
    }

    private record Shown(ProgressDisplay display, Function<ScanProgress, String> words) implements ScanListener {

        @Override
        public void progress(ScanProgress progress) {
            display.show(words.apply(progress));
        }

        @Override
        public void writing(long rows, long ofRows) {
            display.show(ScanText.writing(rows, ofRows));
        }
    }

    /**
     * Runs it on this thread.
     *
     * @param words what is shown of its progress
     */
    static <T> T run(Console console, ConsoleOptions talk, Function<ScanProgress, String> words, Work<T> work)
            throws IOException {
        // Threads that read on would leave the shutdown little of the processors: with hundreds of them it would take
        // seconds.
        Runnable stop = Thread.currentThread()::interrupt;
        try (ProgressDisplay display = talk.startProgress(console)) {
            console.interruption().onInterrupt(stop);
            return work.run(display == ProgressDisplay.NONE ? ScanListener.NONE : new Shown(display, words));
        } finally {
            console.interruption().forget(stop);
        }
    }
}
