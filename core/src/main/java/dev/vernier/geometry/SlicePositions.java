package dev.vernier.geometry;

import java.util.Arrays;

/**
 * Images along a normal or a line: their distinct positions in millimetres, ascending, each the first of those that are
 * too near to be told apart. O(n log n); independent of the order of the input. Immutable.
 *
 * @param distinctMm distinct positions
 * @param images how many images lie there
 * @param maxRepeats most images at one position
 */
record SlicePositions(double[] distinctMm, int images, int maxRepeats) {

    static SlicePositions of(double[] alongMm, StackTolerances tolerances) {
        double[] sorted = alongMm.clone();
        Arrays.sort(sorted);
        int count = 0;
        int repeats = 0;
        int maxRepeats = 0;
        double widestGap = 0;
        for (double positionMm : sorted) {
            double gap = count == 0 ? 0 : positionMm - sorted[count - 1];
            if (count == 0 || tolerances.areApart(gap)) {
                sorted[count++] = positionMm;
                widestGap = Math.max(widestGap, gap);
                repeats = 0;
            }
            maxRepeats = Math.max(maxRepeats, ++repeats);
        }
        boolean one = count > 1 && widestGap < tolerances.onePositionBelowMm();
        return one
                ? new SlicePositions(Arrays.copyOf(sorted, 1), sorted.length, sorted.length)
                : new SlicePositions(Arrays.copyOf(sorted, count), sorted.length, maxRepeats);
    }

    int count() {
        return distinctMm.length;
    }

    double firstMm() {
        return distinctMm[0];
    }

    double lastMm() {
        return distinctMm[distinctMm.length - 1];
    }

    /** Differences of neighbours, ascending. */
    double[] sortedGaps() {
        double[] gaps = new double[distinctMm.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = distinctMm[i + 1] - distinctMm[i];
        }
        Arrays.sort(gaps);
        return gaps;
    }
}
