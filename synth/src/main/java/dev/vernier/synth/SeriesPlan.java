package dev.vernier.synth;

import java.util.Set;

/**
 * One series before it is written, and the truth about it.
 *
 * @param number 0, 1, 2... within the data set
 * @param seed of everything that is random about this series
 * @param uid SeriesInstanceUID
 * @param volume whether it is one multi-frame file, else one file a slice
 * @param planted the difficulties put into it
 * @param xMm column spacing, the second value of PixelSpacing
 * @param yMm row spacing, the first value of PixelSpacing
 * @param zMm distance of neighbouring slices; of a single slice, its thickness
 */
record SeriesPlan(
        int number,
        long seed,
        String uid,
        Domain domain,
        boolean volume,
        Set<Planted> planted,
        double xMm,
        double yMm,
        double zMm,
        StackPlan stack) {

    boolean has(Planted kind) {
        return planted.contains(kind);
    }

    /** Whether all three spacings can be known, and so count in the domain's medians. */
    boolean votes() {
        return !has(Planted.NO_PIXEL_SPACING);
    }

    /** Random numbers for one purpose, so that a change of one part of a series leaves the others as they were. */
    SeededRandom randomFor(String purpose) {
        return new SeededRandom(seed, purpose.hashCode());
    }
}
