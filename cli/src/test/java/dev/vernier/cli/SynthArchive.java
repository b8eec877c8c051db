package dev.vernier.cli;

import dev.vernier.cli.console.FolderRemoval;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A synthetic archive of 400 series, written once for all tests and only read by them. */
final class SynthArchive {

    private static final int SERIES = 400;
    private static final int SLICES = 10;

    private static Path directory;

    private SynthArchive() {}

    /** Not in a static initialiser: the threads that write would wait for it. */
    private static synchronized Path directory() {
        if (directory == null) {
            directory = write();
        }
        return directory;
    }

    private static Path write() {
        try {
            Path fresh = Files.createTempDirectory("vernier-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FolderRemoval.remove(fresh, Duration.ofSeconds(30))));
            SynthDataset.write(fresh, new SynthOptions(SERIES, SLICES, 5, Profile.RSNA_IAD, 4), files -> {});
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path series() {
        return directory().resolve("series");
    }

    static Path catalog() {
        return directory().resolve("train.csv");
    }

    static Path truth() {
        return directory().resolve("truth.csv");
    }

    static Path truthDomains() {
        return directory().resolve("truth-domains.csv");
    }
}
