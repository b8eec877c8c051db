package dev.vernier.geometry;

import dev.vernier.stats.Mode;
import java.util.Arrays;

/** Works out the spacing of one multi-frame file, or of one file that is a volume in disguise (spacing.md §3.6, §4). Stateless. */
final class VolumeSpacing {

    private static final int SPACING_WIDTH = 2;

    private VolumeSpacing() {}

    /** The volume that a file is, null if it is a slice. Its planes must be resolved. */
    static StackSpacing ofFile(GeometryElements file, SpacingRules rules) {
        SopClass kind = file.kind();
        if (file.slide || kind == SopClass.SLIDE) {
            return unknownZ(file, rules, "whole-slide image");
        }
        if (file.frames() == 1) {
            return file.mosaic ? mosaic(file, rules) : null;
        }
        if (kind == SopClass.CINE) {
            return unknownZ(file, rules, "frames are moments or projections, not slices");
        }
        if (kind == SopClass.RT_DOSE || kind == SopClass.UNKNOWN && file.gridOffsetCount > 0) {
            return doseGrid(file, rules);
        }
        return file.groups.present() ? frames(file, rules) : framesWithoutGroups(file, rules);
    }

    /** A file with functional groups: each frame is a plane. */
    private static StackSpacing frames(GeometryElements file, SpacingRules rules) {
        StackSpacing stack = start(file, rules);
        stack.whyNoPositions = "frames have no position or no orientation";
        FrameStack best = FrameStack.winner(file.groups, rules);
        SlicePositions positions = best.positions();
        if (best.cosines() != null) {
            stack.cosines = best.cosines().clone();
        }
        stack.originMm = positions.originMm();
        stack.describe(positions, rules);
        ZChoice.apply(stack, positions, rules);
        if (file.kind() == SopClass.SEGMENTATION && stack.status == Status.MISSING_SLICES) {
            stack.status = Status.REGULAR; // empty frames are left out by design
        }
        return stack;
    }

    /** RT Dose: differences of GridFrameOffsetVector (PS3.3 §C.8.8.3.2), and nothing in their place. */
    private static StackSpacing doseGrid(GeometryElements file, SpacingRules rules) {
        StackSpacing stack = start(file, rules);
        stack.whyNoPositions = "no GridFrameOffsetVector";
        SlicePositions positions = SlicePositions.ofOffsets(file.gridOffsetsMm(), file.gridOffsetCount, rules);
        stack.originMm = new double[] {file.plane.positionX, file.plane.positionY, file.plane.positionZ};
        stack.describe(positions, rules);
        ZChoice.doseGrid(stack, positions, rules);
        return stack;
    }

    /** Frames without functional groups (NM, multi-frame secondary capture): they may be phases, so only attributes speak. */
    private static StackSpacing framesWithoutGroups(GeometryElements file, SpacingRules rules) {
        StackSpacing stack = start(file, rules);
        stack.whyNoPositions = "frames without functional groups may be phases";
        ZChoice.attributesOnly(stack, rules);
        return stack;
    }

    /** A mosaic: one file is a volume, and its position is not a slice's. */
    private static StackSpacing mosaic(GeometryElements file, SpacingRules rules) {
        StackSpacing stack = start(file, rules);
        stack.whyNoPositions = "the position of a mosaic is not a slice's";
        if (file.imagesInMosaic > 0) {
            stack.slices = file.imagesInMosaic;
        }
        ZChoice.mosaic(stack, rules);
        return stack;
    }

    /** A file whose frames are not slices. */
    private static StackSpacing unknownZ(GeometryElements file, SpacingRules rules, String reason) {
        StackSpacing stack = start(file, rules);
        stack.whyNoZ = reason;
        stack.whyNoPositions = reason;
        return stack;
    }

    /** Size, in-plane spacing, declared spacings and the orientation that is stated once. */
    private static StackSpacing start(GeometryElements file, SpacingRules rules) {
        StackSpacing stack = new StackSpacing();
        stack.volume = true;
        stack.rows = file.rows;
        stack.columns = file.columns;
        stack.frames = file.frames();
        stack.instances = 1;
        boolean grouped = file.groups.present() && file.frames() > 1;
        Plane plane = grouped ? file.groups.shared() : file.plane;
        stack.cosines = plane.cosines.clone();
        if (grouped && file.groups.frames() > 0) {
            inPlaneMode(stack, file.groups, rules);
            declaredMode(stack, file.groups, rules);
        } else {
            inPlane(stack, plane);
            stack.inPlaneVotes = plane.hasSpacing() ? 1 : 0;
            stack.declaredSpacingMm = plane.spacingBetweenSlicesMm;
            stack.declaredThicknessMm = plane.sliceThicknessMm;
        }
        return stack;
    }

    private static void inPlane(StackSpacing stack, Plane plane) {
        stack.x = plane.x;
        stack.y = plane.y;
        stack.xySource = plane.xySource;
        if (plane.xySource.isAtDetector()) {
            stack.flags.add(Flag.IMAGER_SPACING);
        }
    }

    private static void inPlaneMode(StackSpacing stack, FunctionalGroups groups, SpacingRules rules) {
        int frames = groups.frames();
        double[] yx = new double[SPACING_WIDTH * frames];
        int[] frameOf = new int[frames];
        int known = 0;
        for (int i = 0; i < frames; i++) {
            if (groups.frame(i).hasSpacing()) {
                yx[SPACING_WIDTH * known] = groups.frame(i).y;
                yx[SPACING_WIDTH * known + 1] = groups.frame(i).x;
                frameOf[known++] = i;
            }
        }
        stack.inPlaneVotes = known;
        if (known > 0) {
            int row = Mode.ofTuples(
                    Arrays.copyOf(yx, SPACING_WIDTH * known), SPACING_WIDTH, ones(known), rules.inPlaneRelative());
            inPlane(stack, groups.frame(frameOf[row]));
        }
    }

    private static void declaredMode(StackSpacing stack, FunctionalGroups groups, SpacingRules rules) {
        double[] spacings = new double[groups.frames()];
        double[] thicknesses = new double[groups.frames()];
        for (int i = 0; i < spacings.length; i++) {
            spacings[i] = groups.frame(i).spacingBetweenSlicesMm;
            thicknesses[i] = groups.frame(i).sliceThicknessMm;
        }
        stack.declaredSpacingMm = modeOfKnown(spacings, ones(spacings.length), rules);
        stack.declaredThicknessMm = modeOfKnown(thicknesses, ones(spacings.length), rules);
    }

    /** Mode of the values that are known, NaN if none is. */
    static double modeOfKnown(double[] values, long[] weights, SpacingRules rules) {
        double[] known = new double[values.length];
        long[] knownWeights = new long[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                known[count] = values[i];
                knownWeights[count++] = weights[i];
            }
        }
        return Mode.of(Arrays.copyOf(known, count), Arrays.copyOf(knownWeights, count), rules.inPlaneRelative());
    }

    private static long[] ones(int count) {
        long[] ones = new long[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
