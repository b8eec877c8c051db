package dev.vernier.geometry;

import java.util.EnumSet;
import java.util.Set;

/**
 * The spacing of one stack: the slices of a series that lie in one geometry, or one volume file. Filled while it is worked
 * out, read only afterwards.
 */
final class StackSpacing {

    static final int UNKNOWN_COUNT = -1;

    int rows;
    int columns;
    int instances;
    int frames;
    boolean volume;
    double x = Double.NaN;
    double y = Double.NaN;
    XySource xySource = XySource.UNKNOWN;
    double z = Double.NaN;
    ZSource zSource = ZSource.UNKNOWN;
    Status status = Status.UNKNOWN;
    final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    /** Why z is unknown, empty if it is known. */
    String reason = "";
    /** Distinct positions, {@link #UNKNOWN_COUNT} where there are none to count. */
    int slices = UNKNOWN_COUNT;

    int maxRepeats = 1;
    double extentMm = Double.NaN;
    double tiltDegrees = Double.NaN;
    double declaredSpacingMm = Double.NaN;
    double declaredThicknessMm = Double.NaN;
    /** Smallest orientation of the stack, NaN where unknown. */
    double[] cosines = new double[Plane.COSINES];
    /** Equal for volumes that hold the same positions; 0 without positions. */
    long positionsHash;

    double[] positionsMm = new double[0];

    /** Positions that count when stacks compete: distinct ones. */
    int distinctPositions() {
        return positionsMm.length;
    }

    boolean hasAllAxes() {
        return !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z);
    }

    /** Takes over what the positions say, apart from z. */
    void describe(SlicePositions positions, SpacingRules rules) {
        status = positions.status();
        positionsMm = positions.distinctMm();
        if (positions.distinctCount() > 0) {
            slices = positions.distinctCount();
            maxRepeats = positions.maxRepeats();
            extentMm = positions.extentMm();
            positionsHash = hash(positionsMm);
        }
        if (positions.repeated()) {
            flags.add(Flag.REPEATED_POSITIONS);
        }
        if (positions.tilted(rules)) {
            flags.add(Flag.TILTED);
            tiltDegrees = positions.tiltDegrees();
        }
    }

    private static long hash(double[] positionsMm) {
        long hash = positionsMm.length;
        for (double position : positionsMm) {
            hash = Long.rotateLeft(hash ^ Math.round(position * 1e3), 27) * 0x9E3779B97F4A7C15L;
        }
        return hash == 0 ? 1 : hash;
    }
}
