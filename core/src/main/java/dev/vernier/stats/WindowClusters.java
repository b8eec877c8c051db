package dev.vernier.stats;

/**
 * The two largest clusters of sorted gaps: the winner says the spacing, the runner-up whether there is another.
 *
 * <p>A cluster is the gaps in a window {@code [g, g + max(relative * g, absolute)]}. The window with most gaps wins; a
 * tie goes to the smaller g. Its gaps are taken away, and among the rest the next cluster is found in the same way.
 * (Spec: spacing.md §3.4.)
 *
 * <p>Only windows that start at a gap are tried: sliding a window up to its first gap loses nothing.
 *
 * <p>O(n) time, O(1) memory beside the input, which is not changed. Instances are immutable and do not keep the array.
 */
public final class WindowClusters {

    private final int winnerFrom;
    private final int winnerTo;
    private final int runnerUpCount;
    private final double winnerMedian;

    private WindowClusters(int winnerFrom, int winnerTo, int runnerUpCount, double winnerMedian) {
        this.winnerFrom = winnerFrom;
        this.winnerTo = winnerTo;
        this.runnerUpCount = runnerUpCount;
        this.winnerMedian = winnerMedian;
    }

    /**
     * Finds the clusters.
     *
     * @param sortedGaps at least one gap, ascending, finite, none negative
     * @param relative width of a window as a fraction of its start
     * @param absolute least width of a window, in the unit of the gaps
     * @throws IllegalArgumentException if there are no gaps, they are not finite or do not ascend from 0 on, or a
     *     tolerance is negative or not finite
     */
    public static WindowClusters of(double[] sortedGaps, double relative, double absolute) {
        requireSorted(sortedGaps);
        requireTolerance(relative);
        requireTolerance(absolute);
        int n = sortedGaps.length;
        Window winner = Window.fullest(sortedGaps, 0, n, relative, absolute);
        // The end of a window grows with its start, so one that starts below the winner ends no later than the winner
        // does: no window of the rest reaches across, and the two sides can be searched apart.
        int below =
                Window.fullest(sortedGaps, 0, winner.from, relative, absolute).count();
        int above = Window.fullest(sortedGaps, winner.to, n, relative, absolute).count();
        double median = Quantiles.medianOfSorted(sortedGaps, winner.from, winner.to);
        return new WindowClusters(winner.from, winner.to, Math.max(below, above), median);
    }

    /** Index of the winner's first gap in the sorted array. */
    public int winnerFrom() {
        return winnerFrom;
    }

    /** Index after the winner's last gap in the sorted array. */
    public int winnerTo() {
        return winnerTo;
    }

    /** Number of gaps in the winning cluster, at least 1. */
    public int winnerCount() {
        return winnerTo - winnerFrom;
    }

    /** Number of gaps in the best cluster of the rest, 0 if nothing is left. */
    public int runnerUpCount() {
        return runnerUpCount;
    }

    /** The winning cluster's middle gap, or the mean of the middle two. */
    public double winnerMedian() {
        return winnerMedian;
    }

    private record Window(int from, int to) {

        static Window fullest(double[] gaps, int from, int to, double relative, double absolute) {
            Window best = new Window(from, from);
            int end = from;
            for (int start = from; start < to; start++) {
                double reach = gaps[start] + Math.max(relative * gaps[start], absolute);
                while (end < to && (end <= start || gaps[end] <= reach)) {
                    end++;
                }
                if (end - start > best.count()) {
                    best = new Window(start, end);
                }
            }
            return best;
        }

        int count() {
            return to - from;
        }
    }

    private static void requireSorted(double[] gaps) {
        if (gaps.length == 0) {
            throw new IllegalArgumentException("No gaps: fewer than two positions have no spacing");
        }
        double previous = 0;
        for (int i = 0; i < gaps.length; i++) {
            if (!(gaps[i] >= previous && gaps[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Gaps must be finite and ascend from 0, but [" + i + "] is " + gaps[i]);
            }
            previous = gaps[i];
        }
    }

    private static void requireTolerance(double tolerance) {
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Tolerance must be finite and not negative: " + tolerance);
        }
    }
}
