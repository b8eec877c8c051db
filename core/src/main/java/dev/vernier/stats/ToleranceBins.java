package dev.vernier.stats;

import java.util.Arrays;

/**
 * Groups nearly equal tuples so that the groups do not depend on the order of the input.
 *
 * <p>"Within a tolerance" is not transitive, so the usual greedy grouping depends on which value comes first. Here the
 * smallest leads: in the first column the smallest value v and all values up to
 * {@code v + max(relative * |v|, absolute)} are one bin, the next value outside leads the next bin, and so on; inside
 * each bin the same is done with the second column, and so forth. A bin is named by its leaders, one per column.
 *
 * <p>The two zeros are equal. NaN means missing: it is equal to itself, near to nothing else, and comes last.
 *
 * <p>O(width · n log n) time for every input, O(n) memory, no recursion. Stateless; the input is not changed.
 */
public final class ToleranceBins {

    private final double[] tuples;
    private final int width;
    /** Row numbers, grouped by bin. */
    private int[] rows;
    /** For each bin in order, the index after its last row in {@link #rows}. */
    private int[] ends;

    private int binCount;

    private ToleranceBins(double[] tuples, int width, int rowCount) {
        this.tuples = tuples;
        this.width = width;
        this.rows = new int[rowCount];
        Arrays.setAll(rows, i -> i);
        this.ends = new int[] {rowCount};
        this.binCount = Math.min(rowCount, 1);
    }

    /**
     * Returns the bin of each row. Bins are numbered from 0 without gaps, in the lexicographic order of their leaders.
     *
     * @param tuples the rows one after the other, {@code width} values each
     * @param width values per row, at least 1
     * @param relativeTolerance for each column, as a fraction of the leader's magnitude; 0 means none
     * @param absoluteTolerance for each column, in the unit of the column; 0 means none
     * @throws IllegalArgumentException if the lengths do not fit together, or a tolerance is negative or not finite
     */
    public static int[] assign(double[] tuples, int width, double[] relativeTolerance, double[] absoluteTolerance) {
        if (width < 1 || tuples.length % width != 0) {
            throw new IllegalArgumentException(tuples.length + " values are no whole rows of width " + width);
        }
        requireTolerances(relativeTolerance, width);
        requireTolerances(absoluteTolerance, width);
        if (tuples.length <= width) {
            return new int[tuples.length / width]; // nothing to tell apart
        }
        ToleranceBins bins = new ToleranceBins(tuples, width, tuples.length / width);
        for (int column = 0; column < width; column++) {
            bins.split(column, relativeTolerance[column], absoluteTolerance[column]);
        }
        return bins.binOfEachRow();
    }

    /** Splits every bin by one column. */
    private void split(int column, double relative, double absolute) {
        double[] sorted = new double[rows.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = value(rows[i], column);
        }
        int[] newBins = new int[rows.length];
        int newBinCount = 0;
        int start = 0;
        for (int bin = 0; bin < binCount; bin++) {
            int end = ends[bin];
            Arrays.sort(sorted, start, end); // O(n log n) for every input: it falls back to heap sort
            int leadersEnd = keepLeaders(sorted, start, end, relative, absolute);
            for (int i = start; i < end; i++) {
                int found = Arrays.binarySearch(sorted, start, leadersEnd, value(rows[i], column));
                int leader = found >= 0 ? found : -found - 2; // the last one that is not larger
                newBins[i] = newBinCount + leader - start;
            }
            newBinCount += leadersEnd - start;
            start = end;
        }
        regroup(newBins, newBinCount);
    }

    /** Moves the leaders among {@code sorted[start..end)} to its front and returns the index after them. */
    private static int keepLeaders(double[] sorted, int start, int end, double relative, double absolute) {
        double leader = sorted[start];
        int leadersEnd = start + 1;
        for (int i = start + 1; i < end; i++) {
            double x = sorted[i];
            boolean near = x <= leader + Math.max(relative * Math.abs(leader), absolute);
            // For an infinite leader the sum may be NaN, and NaN is near to nothing: yet each is equal to itself.
            if (!near && Double.compare(x, leader) != 0) {
                leader = x;
                sorted[leadersEnd++] = x;
            }
        }
        return leadersEnd;
    }

    /** Counting sort of {@link #rows} by their new bins. */
    private void regroup(int[] newBins, int newBinCount) {
        int[] counts = new int[newBinCount];
        for (int bin : newBins) {
            counts[bin]++;
        }
        ends = new int[newBinCount];
        for (int bin = 0, end = 0; bin < newBinCount; bin++) {
            end += counts[bin];
            ends[bin] = end;
        }
        int[] newRows = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int bin = newBins[i];
            newRows[ends[bin] - counts[bin]--] = rows[i];
        }
        rows = newRows;
        binCount = newBinCount;
    }

    private int[] binOfEachRow() {
        int[] result = new int[rows.length];
        int i = 0;
        for (int bin = 0; bin < binCount; bin++) {
            for (; i < ends[bin]; i++) {
                result[rows[i]] = bin;
            }
        }
        return result;
    }

    private double value(int row, int column) {
        return tuples[row * width + column] + 0.0; // -0.0 + 0.0 is 0.0
    }

    private static void requireTolerances(double[] tolerances, int width) {
        if (tolerances.length != width) {
            throw new IllegalArgumentException(tolerances.length + " tolerances for " + width + " columns");
        }
        for (double tolerance : tolerances) {
            if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Tolerance must be finite and not negative: " + tolerance);
            }
        }
    }
}
