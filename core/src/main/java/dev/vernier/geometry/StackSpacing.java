package dev.vernier.geometry;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
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
    /** For explanations, which are of files just read: not part of a record, as is the next one. */
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
    double[] cosines = new double[Plane.COSINES];
    /** Distances along the normal, ascending. */
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
    void describe(SlicePositions positions, SpacingRules rules) {
        status = positions.status();
        positionsMm = positions.distinctMm();
        if (positions.distinctCount() > 0) {
            slices = positions.distinctCount();
            maxRepeats = positions.maxRepeats();
            extentMm = positions.extentMm();
        }
        if (positions.repeated()) {
            flags.add(Flag.REPEATED_POSITIONS);
        }
        if (positions.tilted(rules)) {
            flags.add(Flag.TILTED);
            tiltDegrees = positions.tiltDegrees();
        }
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

    void writeTo(DataOutput out) throws IOException {
        int flagBits = 0;
        for (Flag flag : flags) {
            flagBits |= 1 << flag.ordinal();
        }
        for (int number : new int[] {
            rows,
            columns,
            instances,
            frames,
            slices,
            maxRepeats,
            flagBits,
            xySource.ordinal(),
            zSource.ordinal(),
            status.ordinal()
        }) {
            out.writeInt(number);
        }
        out.writeBoolean(volume);
        RecordFields.writeText(out, whyNoZ);
        RecordFields.writeText(out, whyNoPositions);
        for (double number :
                new double[] {x, y, z, extentMm, tiltDegrees, declaredSpacingMm, declaredThicknessMm, measuredSpacingMm
                }) {
            out.writeDouble(number);
        }
        RecordFields.writeDoubles(out, cosines);
        RecordFields.writeDoubles(out, positionsMm);
        RecordFields.writeDoubles(out, originMm);
    }

    static StackSpacing readFrom(ByteBuffer in) {
        StackSpacing stack = new StackSpacing();
        stack.rows = in.getInt();
        stack.columns = in.getInt();
        stack.instances = in.getInt();
        stack.frames = in.getInt();
        stack.slices = in.getInt();
        stack.maxRepeats = in.getInt();
        int flagBits = in.getInt();
        for (Flag flag : Flag.values()) {
            if ((flagBits & 1 << flag.ordinal()) != 0) {
                stack.flags.add(flag);
            }
        }
        stack.xySource = RecordFields.readOneOf(in, XySource.values());
        stack.zSource = RecordFields.readOneOf(in, ZSource.values());
        stack.status = RecordFields.readOneOf(in, Status.values());
        stack.volume = in.get() != 0;
        stack.whyNoZ = RecordFields.readText(in);
        stack.whyNoPositions = RecordFields.readText(in);
        stack.x = in.getDouble();
        stack.y = in.getDouble();
        stack.z = in.getDouble();
        stack.extentMm = in.getDouble();
        stack.tiltDegrees = in.getDouble();
        stack.declaredSpacingMm = in.getDouble();
        stack.declaredThicknessMm = in.getDouble();
        stack.measuredSpacingMm = in.getDouble();
        stack.cosines = RecordFields.readDoubles(in);
        stack.positionsMm = RecordFields.readDoubles(in);
        stack.originMm = RecordFields.readDoubles(in);
        RecordFields.require(stack.cosines.length == Plane.COSINES
                && (stack.positionsMm.length == 0 || stack.originMm.length == Plane.AXES));
        return stack;
    }
}
