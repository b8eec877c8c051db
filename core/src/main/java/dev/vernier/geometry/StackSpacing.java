package dev.vernier.geometry;

import java.util.EnumSet;
import java.util.Set;

/**
 * The spacing of one stack: the slices of a series, or the frames of a volume, that lie in one geometry. Filled while
 * it is worked out, read only afterwards.
 */
final class StackSpacing {

    static final int UNKNOWN_COUNT = -1;

    private static final double[] UNKNOWN_ORIENTATION = {
        Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN
    };

    int rows;
    int columns;
    /** Height of one image: in a mosaic that of a tile. */
    int imageRows;

    int imageColumns;
    int instances;
    int frames;
    /** Image planes in the stack: those that count where stacks compete. */
    int planes;

    boolean volume;
    /** Whether its planes have places of their own: slices, and frames with functional groups. */
    boolean ofPlanes;
    /** Whether all its planes are a segmentation's. */
    boolean segmentation;

    double x = Double.NaN;
    double y = Double.NaN;
    XySource xySource = XySource.UNKNOWN;
    double z = Double.NaN;
    ZSource zSource = ZSource.UNKNOWN;
    ZReason zReason = ZReason.UNKNOWN;
    /** Instances, or frames, that state an in-plane spacing. */
    int inPlaneVotes;

    Status status = Status.UNKNOWN;
    final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    /** Why z is unknown, empty if it is known. */
    String whyNoZ = "";
    /** Why there is no slice position; counts where the status is UNKNOWN. */
    String whyNoPositions = "";
    /** Distinct positions, {@link #UNKNOWN_COUNT} where there are none to count. */
    int slices = UNKNOWN_COUNT;

    int maxRepeats = 1;
    /** Acquisitions of one region on grids of their own. */
    int passes = 1;

    double extentMm = Double.NaN;
    double tiltDegrees = Double.NaN;
    double declaredSpacingMm = Double.NaN;
    double declaredThicknessMm = Double.NaN;
    double measuredSpacingMm = Double.NaN;
    /** Smallest orientation of the stack, NaN where unknown. */
    double[] cosines = UNKNOWN_ORIENTATION;
    /** Whether the orientation is one to the patient. */
    boolean toPatient = true;
    /** Of all its passes together; null below two positions. */
    SliceGaps gaps;
    /** Distances along the normal, ascending: those of the longest pass. */
    double[] positionsMm = new double[0];
    /** Where the first of them is. */
    double[] originMm = new double[0];

    /** Positions that count when stacks compete: distinct ones. */
    int distinctPositions() {
        return positionsMm.length;
    }

    boolean hasAllAxes() {
        return !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z);
    }

    /** Takes over what the positions say, apart from z. */
    void describe(StackPositions positions) {
        status = positions.status();
        if (positions.passes().isEmpty()) {
            return;
        }
        SlicePositions longest = positions.longest();
        positionsMm = longest.distinctMm();
        slices = longest.count();
        extentMm = longest.lastMm() - longest.firstMm();
        maxRepeats = positions.maxRepeats();
        passes = positions.passes().size();
        gaps = positions.gaps();
        if (positions.hasPasses()) {
            flags.add(Flag.MULTIPLE_PASSES);
        }
        if (positions.repeated()) {
            flags.add(Flag.REPEATED_POSITIONS);
        }
    }

    /** Takes over what the line of its images says. */
    void describe(StackLine line, SpacingRules rules) {
        double cosine = 1 / Math.sqrt(1 + line.slope() * line.slope());
        if (1 - cosine > rules.tiltOneMinusCosine()) {
            flags.add(Flag.TILTED);
            tiltDegrees = Math.toDegrees(Math.atan(line.slope()));
        }
        if (line.shifted()) {
            flags.add(Flag.SHIFTED_SLICES);
        }
    }

    /** Frames that show nothing are left out of a segmentation by design. */
    void allowGapsOfSegmentation() {
        status = status == Status.MISSING_SLICES ? Status.REGULAR : status;
    }

    /** Says that z is unknown, whatever the attributes say. */
    void withoutZ(String why) {
        z = Double.NaN;
        zSource = ZSource.UNKNOWN;
        zReason = ZReason.UNKNOWN;
        whyNoZ = why;
        flags.remove(Flag.ESTIMATED);
    }

    boolean hasOrientation() {
        return !Double.isNaN(cosines[0]);
    }

    /** Why x and y, z or the status are unknown; empty if all are known. */
    String reason() {
        String inPlane = Double.isNaN(x) ? "no in-plane spacing" : "";
        String noPositions = status == Status.UNKNOWN && !whyNoPositions.equals(whyNoZ) ? whyNoPositions : "";
        return joined(joined(inPlane, whyNoZ), noPositions);
    }

    private static String joined(String a, String b) {
        return a.isEmpty() || b.isEmpty() ? a + b : a + "; " + b;
    }
}
