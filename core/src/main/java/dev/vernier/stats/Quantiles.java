package dev.vernier.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Medians and quantiles by NumPy's rules, by selection instead of sorting.
 *
 * <p>The rule of a quantile with 0 &lt; p &lt; 1 is NumPy's default, {@code method='linear'}, to the last bit: position
 * {@code (n - 1) * p}, and between neighbours x and y, {@code x + (y - x) * t} below t = 0.5, else
 * {@code y - (y - x) * (1 - t)}. One probability is an exception: <em>p = 0.5 is the median</em>, the mean of the
 * middle two as in {@code numpy.median}, so that a report never shows two medians. ({@code numpy.quantile(a, 0.5)}
 * interpolates, and may differ from {@code numpy.median(a)} in the last bit.) A quantile that falls on an element is
 * that element.
 *
 * <p>As in NumPy a NaN among the values makes every answer NaN. Unlike NumPy, {@code -0.0} is never returned, and the
 * mean of two huge values of one sign does not overflow.
 *
 * <p>Both methods reorder the array they are given: pass a copy to keep the order. Stateless: threads may call them at
 * once on different arrays.
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Returns the middle value, or the mean of the middle two for an even count. O(n).
     *
     * @param a the values; reordered
     * @throws IllegalArgumentException if there are no values
     */
    public static double median(double[] a) {
        requireValues(a);
        if (hasNaN(a)) {
            return Double.NaN;
        }
        int upper = a.length / 2;
        QuickSelect.partition(a, 0, a.length, upper);
        return a.length % 2 == 1 ? a[upper] + 0.0 : mean(max(a, upper), a[upper]);
    }

    /**
     * Returns one quantile for each probability, in the order asked for. O(n log m) for m probabilities: each selection
     * splits the array for the next.
     *
     * @param a the values; reordered
     * @param probabilities each in 0..1, in any order, repeats allowed
     * @throws IllegalArgumentException if there are no values, or a probability is NaN or outside 0..1
     */
    public static double[] quantiles(double[] a, double... probabilities) {
        requireValues(a);
        for (double probability : probabilities) {
            requireProbability(probability);
        }
        double[] result = new double[probabilities.length];
        if (hasNaN(a)) {
            Arrays.fill(result, Double.NaN);
            return result;
        }
        int[] ranks = ranksNeeded(a.length, probabilities);
        placeRanks(a, 0, a.length, ranks, 0, ranks.length);
        for (int i = 0; i < result.length; i++) {
            result[i] = quantileOfPlaced(a, probabilities[i]);
        }
        return result;
    }

    /** Returns the median of {@code a[from..to)}, which is sorted and not empty and holds no NaN. */
    public static double medianOfSorted(double[] a, int from, int to) {
        int upper = from + (to - from) / 2;
        return (to - from) % 2 == 1 ? a[upper] + 0.0 : mean(a[upper - 1], a[upper]);
    }

    private static int[] ranksNeeded(int n, double[] probabilities) {
        return Arrays.stream(probabilities)
                .mapToInt(probability -> (int) ((n - 1) * probability))
                .flatMap(rank -> IntStream.of(rank, Math.min(rank + 1, n - 1)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Puts every element of the given ranks where sorting would: the middle rank first, so that halves shrink. */
    private static void placeRanks(double[] a, int from, int to, int[] ranks, int firstRank, int endRank) {
        if (firstRank == endRank) {
            return;
        }
        int middle = (firstRank + endRank) >>> 1;
        int k = ranks[middle];
        QuickSelect.partition(a, from, to, k);
        placeRanks(a, from, k, ranks, firstRank, middle);
        placeRanks(a, k + 1, to, ranks, middle + 1, endRank);
    }

    private static double quantileOfPlaced(double[] a, double probability) {
        double position = (a.length - 1) * probability;
        int rank = (int) position;
        double t = position - rank;
        if (t == 0) {
            return a[rank] + 0.0;
        }
        return between(a[rank], a[rank + 1], t, probability);
    }

    /** The quantile that lies by {@code t} between neighbours x and y. */
    static double between(double x, double y, double t, double probability) {
        if (probability == 0.5) {
            return mean(x, y);
        }
        double difference = y - x;
        return (t < 0.5 ? x + difference * t : y - difference * (1 - t)) + 0.0;
    }

    static double mean(double x, double y) {
        double sum = x + y;
        // Halving first loses a bit of subnormal numbers, so only where the sum is too large.
        return (Double.isInfinite(sum) ? x * 0.5 + y * 0.5 : sum * 0.5) + 0.0;
    }

    private static double max(double[] a, int end) {
        double max = a[0];
        for (int i = 1; i < end; i++) {
            if (a[i] > max) {
                max = a[i];
            }
        }
        return max;
    }

    private static boolean hasNaN(double[] a) {
        return QuickSelect.moveNaNsLast(a, 0, a.length) < a.length;
    }

    static void requireProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Probability must be in 0..1: " + probability);
        }
    }

    private static void requireValues(double[] a) {
        if (a.length == 0) {
            throw new IllegalArgumentException("No values: an empty set has no quantiles");
        }
    }
}
