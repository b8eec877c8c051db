package dev.vernier.geometry;

import java.util.Arrays;

/**
 * The slices of one stack along its normal: distinct positions, and what their {@link SliceGaps} say of z and status. O(n log n);
 * independent of the order of the input. Immutable once made.
 */
final class SlicePositions {

    private static final double WIDER = 1 + SpacingRules.ROUNDING;

    /** A stack without any position. */
    static final SlicePositions NONE =
            new SlicePositions(new double[0], new double[0], 0, 0, Double.NaN, Status.UNKNOWN, Double.NaN);

    private final double[] distinctMm;
    private final double[] originMm;
    private final int images;
    private final int maxRepeats;
    private final double zMm;
    private final Status status;
    private final double tiltOneMinusCosine;

    private SlicePositions(
            double[] distinctMm,
            double[] originMm,
            int images,
            int maxRepeats,
            double zMm,
            Status status,
            double tiltOneMinusCosine) {
        this.distinctMm = distinctMm;
        this.originMm = originMm;
        this.images = images;
        this.maxRepeats = maxRepeats;
        this.zMm = zMm;
        this.status = status;
        this.tiltOneMinusCosine = tiltOneMinusCosine;
    }

    /**
     * Analyses n positions given as x, y, z triples.
     *
     * @param normal of the stack's smallest orientation
     */
    static SlicePositions of(double[] xyz, int n, Normal normal, SpacingRules rules) {
        if (n == 0) {
            return NONE;
        }
        double[] along = along(xyz, n, normal);
        Distinct distinct = Distinct.of(along, rules);
        double[] mm = distinct.mm;
        int first = firstAt(mm[0], along, xyz);
        int last = firstAt(mm[mm.length - 1], along, xyz);
        double[] origin = Arrays.copyOfRange(xyz, 3 * first, 3 * first + 3);
        if (mm.length == 1) {
            return new SlicePositions(mm, origin, n, distinct.maxRepeats, Double.NaN, Status.SINGLE_SLICE, Double.NaN);
        }
        SliceGaps gaps = new SliceGaps(mm, rules);
        double tilt = tilt(xyz, first, last, normal);
        return new SlicePositions(mm, origin, n, distinct.maxRepeats, gaps.zMm(), gaps.status(), tilt);
    }

    // Each loop in a method of its own: the compiler is done with small ones sooner, and need not do them again when a
    // neighbour surprises it. On two cores it competes with the scan.

    private static double[] along(double[] xyz, int n, Normal normal) {
        double[] along = new double[n];
        for (int i = 0; i < n; i++) {
            along[i] = normal.along(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
        }
        return along;
    }

    /** Positions that are apart, ascending, and the most images at one of them. */
    private record Distinct(double[] mm, int maxRepeats) {

        static Distinct of(double[] along, SpacingRules rules) {
            double[] sorted = along.clone();
            Arrays.sort(sorted);
            int count = 0;
            int repeats = 0;
            int maxRepeats = 0;
            for (double positionMm : sorted) {
                if (count == 0 || isApart(positionMm - sorted[count - 1], rules)) {
                    sorted[count++] = positionMm;
                    repeats = 0;
                }
                maxRepeats = Math.max(maxRepeats, ++repeats);
            }
            return new Distinct(Arrays.copyOf(sorted, count), maxRepeats);
        }
    }

    /** Analyses offsets along the stack, as GridFrameOffsetVector gives them. */
    static SlicePositions ofOffsets(double[] offsetsMm, int n, SpacingRules rules) {
        double[] xyz = new double[3 * n];
        for (int i = 0; i < n; i++) {
            xyz[3 * i + 2] = offsetsMm[i];
        }
        return of(xyz, n, new Normal(0, 0, 1), rules);
    }

    /** The image at a position along the normal; of several the one whose x, y, z are smallest. */
    private static int firstAt(double positionMm, double[] along, double[] xyz) {
        int first = -1;
        for (int i = 0; i < along.length; i++) {
            if (Double.compare(along[i], positionMm) == 0 && (first < 0 || compare(xyz, i, first) < 0)) {
                first = i;
            }
        }
        return first;
    }

    private static int compare(double[] xyz, int a, int b) {
        return Arrays.compare(xyz, 3 * a, 3 * a + 3, xyz, 3 * b, 3 * b + 3);
    }

    private static double tilt(double[] xyz, int first, int last, Normal normal) {
        double x = xyz[3 * last] - xyz[3 * first];
        double y = xyz[3 * last + 1] - xyz[3 * first + 1];
        double z = xyz[3 * last + 2] - xyz[3 * first + 2];
        return 1 - Math.abs(normal.along(x, y, z)) / Normal.norm(x, y, z);
    }

    private static boolean isApart(double distanceMm, SpacingRules rules) {
        return distanceMm > 0 && distanceMm * WIDER >= rules.positionMm();
    }

    /** Distinct positions along the normal, ascending. */
    double[] distinctMm() {
        return distinctMm;
    }

    /** Where the first of them is: x, y, z; empty if there is none. */
    double[] originMm() {
        return originMm;
    }

    int distinctCount() {
        return distinctMm.length;
    }

    /** Most images at one position. */
    int maxRepeats() {
        return maxRepeats;
    }

    boolean repeated() {
        return images > distinctMm.length;
    }

    /** z by the mode of the gaps, NaN below two distinct positions. */
    double zMm() {
        return zMm;
    }

    boolean hasZ() {
        return !Double.isNaN(zMm);
    }

    Status status() {
        return status;
    }

    double extentMm() {
        return distinctMm.length == 0 ? Double.NaN : distinctMm[distinctMm.length - 1] - distinctMm[0];
    }

    boolean tilted(SpacingRules rules) {
        return tiltOneMinusCosine > rules.tiltOneMinusCosine();
    }

    /** Angle between the stack's step and its normal, NaN if unknown. */
    double tiltDegrees() {
        return Math.toDegrees(Math.acos(Math.min(1, 1 - tiltOneMinusCosine)));
    }
}
