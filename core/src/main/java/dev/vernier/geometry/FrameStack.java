package dev.vernier.geometry;

import dev.vernier.stats.ToleranceBins;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Frames of one file that share StackID and orientation (spacing.md §4).
 *
 * @param positions of those frames that have one
 * @param cosines the smallest orientation, null if no frame states one
 * @param frames how many there are
 */
record FrameStack(SlicePositions positions, double[] cosines, int frames) {

    /** StackID and six cosines tell stacks of frames apart. */
    private static final int WIDTH = 1 + Plane.COSINES;

    private static final FrameStack NONE = new FrameStack(SlicePositions.NONE, null, 0);

    /** As among stacks of files: most distinct positions, most frames, then the smaller z, the smaller orientation. */
    private static final Comparator<FrameStack> BEST_FIRST = Comparator.<FrameStack>comparingInt(
                    s -> -s.positions.distinctCount())
            .thenComparingInt(s -> -s.frames)
            .thenComparingDouble(s -> s.positions.zMm())
            .thenComparing(s -> s.cosines, Comparator.nullsLast(Arrays::compare))
            .thenComparing(s -> s.positions.distinctMm(), Arrays::compare)
            .thenComparing(s -> s.positions.originMm(), Arrays::compare);

    /** The stack of frames that speaks for the file. The planes must be resolved. O(n log n). */
    static FrameStack winner(FunctionalGroups groups, SpacingRules rules) {
        int frames = groups.frames();
        int[] binOf = ToleranceBins.assign(keys(groups), WIDTH, new double[WIDTH], tolerances(rules));
        int[] order = Bins.order(binOf);
        FrameStack best = NONE;
        for (int from = 0, to; from < frames; from = to) {
            to = Bins.end(binOf, order, from);
            FrameStack stack = of(groups, order, from, to, rules);
            if (BEST_FIRST.compare(stack, best) < 0) {
                best = stack;
            }
        }
        return best;
    }

    private static FrameStack of(FunctionalGroups groups, int[] order, int from, int to, SpacingRules rules) {
        double[] cosines = null;
        double[] xyz = new double[3 * (to - from)];
        int count = 0;
        for (int i = from; i < to; i++) {
            Plane frame = groups.frame(order[i]);
            if (frame.hasOrientation()) {
                cosines = cosines == null ? frame.cosines : smaller(cosines, frame.cosines);
            }
            if (frame.hasPosition()) {
                xyz[3 * count] = frame.positionX;
                xyz[3 * count + 1] = frame.positionY;
                xyz[3 * count + 2] = frame.positionZ;
                count++;
            }
        }
        SlicePositions positions = cosines == null || count == 0
                ? SlicePositions.NONE
                : SlicePositions.of(xyz, count, Normal.of(cosines), rules);
        return new FrameStack(positions, cosines, to - from);
    }

    private static double[] keys(FunctionalGroups groups) {
        double[] keys = new double[WIDTH * groups.frames()];
        for (int i = 0; i < groups.frames(); i++) {
            // Any 53 bits of the hash do: keys are only told apart, their order decides nothing.
            keys[WIDTH * i] = groups.frame(i).stackId >>> 11;
            System.arraycopy(groups.frame(i).cosines, 0, keys, WIDTH * i + 1, Plane.COSINES);
        }
        return keys;
    }

    private static double[] tolerances(SpacingRules rules) {
        double[] tolerances = new double[WIDTH];
        Arrays.fill(tolerances, 1, WIDTH, rules.cosineAbsolute());
        return tolerances;
    }

    /** The lexicographically smaller of two orientations. */
    static double[] smaller(double[] a, double[] b) {
        return Arrays.compare(b, a) < 0 ? b : a;
    }
}
