package dev.vernier.synth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes lists of spacings, in mm, whose median is known by construction.
 *
 * <p>About a third of a list is the median itself, an even number of times where the list is even, and as many values
 * lie below as above: the middle value, or both middle values, are the median, and NumPy's mean of the middle two is it
 * too. Thread rule: stateless.
 */
final class MedianValues {
    private static final double SHARE_UNEQUAL = 0.36;

    private MedianValues() {}

    /** Spacings along x and along y of so many voting series: equal in two thirds of them or so. */
    record InPlane(List<Double> xMm, List<Double> yMm) {}

    /** So many values around the axis' median, in random order. */
    static List<Double> around(Domain.Axis axis, int count, SeededRandom random) {
        int atMedian = Math.min(count, Math.max(2, count / 3));
        if ((count - atMedian) % 2 != 0) {
            atMedian--; // never to 0: count = 1 has one value at the median
        }
        List<Double> values = new ArrayList<>(Collections.nCopies(atMedian, axis.medianMm()));
        while (values.size() < count) {
            values.add(random.pick(axis.belowMm()));
            values.add(random.pick(axis.aboveMm()));
        }
        random.shuffle(values);
        return values;
    }

    /** Some value of the axis, for a series that has no vote. */
    static double any(Domain.Axis axis, SeededRandom random) {
        return random.pick(random.chance(0.5) ? axis.belowMm() : axis.aboveMm());
    }

    /**
     * Values for x, and the same values for y, some of them passed on to another series: each axis keeps its median,
     * and a reader that swaps row and column spacing is caught.
     */
    static InPlane inPlane(Domain.Axis axis, int count, SeededRandom random) {
        List<Double> x = around(axis, count, random);
        List<Double> y = new ArrayList<>(x);
        int unequal = (int) Math.round(SHARE_UNEQUAL * count);
        for (int i = 0; i < unequal; i++) {
            y.set(i, x.get((i + 1) % unequal));
        }
        return new InPlane(x, y);
    }
}
