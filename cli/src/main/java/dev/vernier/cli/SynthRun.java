package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import dev.vernier.cli.console.FolderRemoval;
import dev.vernier.cli.console.ProgressDisplay;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import dev.vernier.synth.SynthSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes one synthetic data set with progress; an interruption stops it and takes away what there is so far. */
final class SynthRun {

    /** A data set too large to be removed within this time stays, and is called incomplete. */
    private static final Duration REMOVAL_LIMIT = Duration.ofMillis(700);

    private static final int FILES_A_STEP = 64;

    private final Path directory;
    private final Console console;
    private final ProgressDisplay display;
    private final AtomicBoolean begun = new AtomicBoolean();

    SynthRun(Path directory, Console console, ProgressDisplay display) {
        this.directory = directory;
        this.console = console;
        this.display = display;
    }

    SynthSummary write(SynthOptions options) throws IOException {
        Runnable undoing = this::undo;
        console.interruption().onInterrupt(undoing);
        try {
            return SynthDataset.write(directory, options, this::fileWritten);
        } finally {
            console.interruption().forget(undoing);
        }
    }

    /** Called by all threads that write; what it throws stops them. */
    private void fileWritten(long files) {
        begun.set(true);
        if (console.interruption().isUnderWay()) {
            throw new IllegalStateException("interrupted");
        }
        if (files % FILES_A_STEP == 0) {
            display.show(String.format(Locale.ROOT, "writing: %,d files", files));
        }
    }

    /** Only once the first file was written is it certain that the directory was free, and all in {@code series} is ours. */
    private void undo() {
        if (begun.get()) {
            boolean removed = FolderRemoval.remove(directory.resolve("series"), REMOVAL_LIMIT);
            try {
                Files.deleteIfExists(directory);
            } catch (IOException e) {
                removed = false;
            }
            if (!removed) {
                console.say("vernier: " + directory + " is incomplete: remove it");
            }
        }
    }
}
