package dev.vernier.geometry;

/**
 * The tolerances along one stack, which shrink with its voxels (spacing.md §2). Millimetres. Immutable.
 *
 * @param positionMm positions closer than this are one
 * @param gapRelative width of a cluster as a fraction of its gap
 * @param gapMm least width of a cluster
 * @param onePositionBelowMm where every gap is below this, all images are at one position; 0 where that is not known
 * @param besideLineMm positions without an orientation that are further from a line than this do not lie on it
 * @param besideMm an image further than this from the line of its stack is shifted
 */
record StackTolerances(
        double positionMm,
        double gapRelative,
        double gapMm,
        double onePositionBelowMm,
        double besideLineMm,
        double besideMm) {

    private static final double UNKNOWN_SPACING_MM = 1;
    private static final double TENTH = 0.1;
    private static final double WIDER = 1 + SpacingRules.ROUNDING;

    /** Of a stack with this in-plane spacing, NaN where it is unknown. */
    static StackTolerances of(double x, double y, SpacingRules rules) {
        boolean known = !Double.isNaN(x);
        double smaller = known ? Math.min(x, y) : UNKNOWN_SPACING_MM;
        double share = SpacingRules.shareOfTolerance(smaller);
        return new StackTolerances(
                rules.positionMm() * share,
                rules.gapRelative() * WIDER,
                rules.gapMm() * share * WIDER,
                known ? smaller * TENTH : 0,
                smaller * TENTH * WIDER,
                (known ? Math.max(x, y) : UNKNOWN_SPACING_MM) * WIDER);
    }

    /** Whether two positions are apart. */
    boolean areApart(double distanceMm) {
        return distanceMm > 0 && distanceMm >= positionMm;
    }

    /** How far from a gap, or from a multiple of it, another still counts as the same. */
    double aroundMm(double gapMmOrZ) {
        return Math.max(gapRelative * gapMmOrZ, gapMm);
    }
}
