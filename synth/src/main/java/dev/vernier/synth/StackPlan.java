package dev.vernier.synth;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which slices of an evenly spaced stack there are.
 *
 * @param positions places in the stack, 1 or more
 * @param absent places without a slice
 * @param outliers places whose slice has another PixelSpacing, and so is another stack's (spacing.md, section 3.1)
 */
record StackPlan(int positions, Set<Integer> absent, Set<Integer> outliers) {

    /** What spacing.md, section 5, says about the gaps of the stack that wins. */
    enum Status {
        REGULAR,
        MISSING_SLICES,
        SINGLE_SLICE
    }

    static StackPlan of(Set<Planted> planted, int meanSlices, SeededRandom random) {
        int spread = Math.min(meanSlices / 2, meanSlices - SynthOptions.FEWEST_SLICES);
        int positions = meanSlices + random.between(-spread, spread);
        if (planted.contains(Planted.SINGLE_SLICE)) {
            positions = 1;
        } else if (planted.contains(Planted.REPEATED_POSITIONS)) {
            positions = Math.max(SynthOptions.FEWEST_SLICES, positions / 2);
        }
        Set<Integer> absent = Set.of();
        if (planted.contains(Planted.MISSING_SLICES)) {
            absent = oneOrTwo(1, positions - 2, random);
        }
        Set<Integer> outliers = Set.of();
        if (planted.contains(Planted.OUTLIER_SLICES)) {
            // Half of them at the ends, where they leave no hole behind.
            outliers = random.chance(0.5) ? Set.of(0, positions - 1) : oneOrTwo(0, positions - 1, random);
        }
        return new StackPlan(positions, absent, outliers);
    }

    Status status() {
        if (positions == 1) {
            return Status.SINGLE_SLICE;
        }
        int first = 0;
        int last = positions - 1;
        while (!inWinningStack(first)) {
            first++;
        }
        while (!inWinningStack(last)) {
            last--;
        }
        for (int place = first; place <= last; place++) {
            if (!inWinningStack(place)) {
                return Status.MISSING_SLICES;
            }
        }
        return Status.REGULAR;
    }

    private boolean inWinningStack(int place) {
        return !absent.contains(place) && !outliers.contains(place);
    }

    /** Two at most: of the 7 gaps that 8 slices have, the usual one is then the most frequent still. */
    private static Set<Integer> oneOrTwo(int low, int high, SeededRandom random) {
        Set<Integer> places = new TreeSet<>();
        places.add(random.between(low, high));
        if (random.chance(0.5)) {
            places.add(random.between(low, high));
        }
        return places;
    }
}
