package dev.vernier.spark;

import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A small synthetic archive, with everything that is planted in large ones. */
final class SyntheticArchive {

    /** No header of a slice is longer. */
    static final int HEADER_BYTES = 256 << 10;

    private static final int SERIES = 160;
    private static final int SLICES = 10;

    private SyntheticArchive() {}

    /** Writes it into an empty folder: {@code series}, {@code train.csv} and the truth. */
    static void write(Path folder) {
        try {
            SynthDataset.write(folder, new SynthOptions(SERIES, SLICES, 8, Profile.RSNA_IAD, 2), files -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
