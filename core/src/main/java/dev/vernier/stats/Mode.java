package dev.vernier.stats;

import java.util.Arrays;

/**
 * Finds the most frequent of nearly equal values, and says it exactly as it was written.
 *
 * <p>Rows are grouped by {@link ToleranceBins}; the bin of the largest total weight wins, and a tie goes to the bin
 * whose leaders are smaller (lexicographically, NaN last). Inside it the exact tuple of the largest total weight wins,
 * weights of equal rows being added up, and a tie goes to the smaller tuple. Thus the winning value depends neither on
 * the order of the rows nor on how the weight of a value is spread over them. The two zeros are equal, and so are all
 * NaNs.
 *
 * <p>O(width · n log n) time, O(width · n) memory. Stateless; the input is not changed.
 */
public final class Mode {

    private Mode() {}

    /**
     * Returns the index of the first row that holds the winning tuple, or -1 if there are no rows.
     *
     * @param tuples the rows one after the other, {@code width} values each; NaN means missing and is counted
     * @param width values per row, at least 1
     * @param weights how often each row occurs, at least 1
     * @param relativeTolerance width of a bin as a fraction of its leader, for every column; 0 compares exactly
     * @throws IllegalArgumentException if the lengths do not fit together, a weight is less than 1, or the tolerance is
     *     negative or not finite
     * @throws ArithmeticException if the weights of a bin add up to more than {@link Long#MAX_VALUE}
     */
    public static int ofTuples(double[] tuples, int width, long[] weights, double relativeTolerance) {
        int[] bins = bins(tuples, width, relativeTolerance);
        requireWeights(weights, bins.length);
        if (bins.length == 0) {
            return -1;
        }
        int[] rows = rowsOfHeaviest(bins, weights);
        double[] candidates = new double[rows.length * width];
        long[] candidateWeights = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(tuples, rows[i] * width, candidates, i * width, width);
            candidateWeights[i] = weights[rows[i]];
        }
        // Without a tolerance a bin is one exact tuple, and bins are still numbered from the smallest on.
        return rows[rowsOfHeaviest(bins(candidates, width, 0), candidateWeights)[0]];
    }

    /**
     * Returns the winning value of a single column, never {@code -0.0}; NaN if there are no values, or if NaN wins.
     *
     * @param values the values; NaN means missing and is counted
     * @param weights how often each value occurs, at least 1
     * @param relativeTolerance width of a bin as a fraction of its smallest value; 0 compares exactly
     * @throws IllegalArgumentException as for {@link #ofTuples}
     * @throws ArithmeticException as for {@link #ofTuples}
     */
    public static double of(double[] values, long[] weights, double relativeTolerance) {
        int row = ofTuples(values, 1, weights, relativeTolerance);
        return row < 0 ? Double.NaN : values[row] + 0.0; // -0.0 + 0.0 is 0.0
    }

    private static int[] bins(double[] tuples, int width, double relativeTolerance) {
        double[] relative = new double[Math.max(width, 0)];
        Arrays.fill(relative, relativeTolerance);
        return ToleranceBins.assign(tuples, width, relative, new double[relative.length]);
    }

    /** Returns the rows of the heaviest bin in ascending order; among equals, of the one with the smallest number. */
    private static int[] rowsOfHeaviest(int[] bins, long[] weights) {
        long[] totals = new long[bins.length];
        int[] counts = new int[bins.length];
        for (int row = 0; row < bins.length; row++) {
            totals[bins[row]] = Math.addExact(totals[bins[row]], weights[row]);
            counts[bins[row]]++;
        }
        int heaviest = 0;
        for (int bin = 1; bin < totals.length; bin++) {
            if (totals[bin] > totals[heaviest]) {
                heaviest = bin;
            }
        }
        int[] rows = new int[counts[heaviest]];
        for (int row = 0, i = 0; i < rows.length; row++) {
            if (bins[row] == heaviest) {
                rows[i++] = row;
            }
        }
        return rows;
    }

    private static void requireWeights(long[] weights, int rowCount) {
        if (weights.length != rowCount) {
            throw new IllegalArgumentException(weights.length + " weights for " + rowCount + " rows");
        }
        for (long weight : weights) {
            if (weight < 1) {
                throw new IllegalArgumentException("Weight must be at least 1: " + weight);
            }
        }
    }
}
