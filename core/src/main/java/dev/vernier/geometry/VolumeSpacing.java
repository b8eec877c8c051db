package dev.vernier.geometry;

import dev.vernier.stats.Mode;
import dev.vernier.stats.ToleranceBins;
import java.util.Arrays;

/** Works out the spacing of one multi-frame file, or of one file that is a volume in disguise. Stateless. */
final class VolumeSpacing {

    private static final int SPACING_WIDTH = 2;
    /** StackID and six cosines tell stacks of frames apart. */
    private static final int STACK_WIDTH = 1 + Plane.COSINES;

    private VolumeSpacing() {}

    /** A file with functional groups: each frame is a plane. The planes must be resolved. */
    static StackSpacing ofFrames(InstanceGeometry file, FunctionalGroups groups, SpacingRules rules) {
        StackSpacing stack = start(file);
        int frames = groups.frames();
        if (frames == 0) {
            inPlane(stack, groups.shared());
            declared(stack, groups.shared());
            ZChoice.apply(stack, SlicePositions.NONE, rules);
            return stack;
        }
        inPlaneMode(stack, groups, rules);
        double[] spacings = new double[frames];
        double[] thicknesses = new double[frames];
        for (int i = 0; i < frames; i++) {
            spacings[i] = groups.frame(i).spacingBetweenSlicesMm;
            thicknesses[i] = groups.frame(i).sliceThicknessMm;
        }
        stack.declaredSpacingMm = modeOfKnown(spacings, null, rules);
        stack.declaredThicknessMm = modeOfKnown(thicknesses, null, rules);
        SlicePositions positions = winningPositions(stack, groups, rules);
        stack.describe(positions, rules);
        ZChoice.apply(stack, positions, rules);
        if (file.sopClass() == SopClass.SEGMENTATION && stack.status == Status.MISSING_SLICES) {
            stack.status = Status.REGULAR; // empty frames are left out by design
        }
        return stack;
    }

    /** RT Dose: differences of GridFrameOffsetVector (PS3.3 §C.8.8.3.2). */
    static StackSpacing doseGrid(InstanceGeometry file, SpacingRules rules) {
        StackSpacing stack = start(file);
        inPlane(stack, file.plane());
        declared(stack, file.plane());
        SlicePositions positions = SlicePositions.ofOffsets(file.gridOffsetsMm(), file.gridOffsetCount(), rules);
        stack.describe(positions, rules);
        ZChoice.apply(stack, positions, rules);
        boolean measured = rules.zRule() == ZRule.AUTO || rules.zRule() == ZRule.POSITIONS;
        if (measured && positions.hasZ()) {
            stack.z = positions.zMm();
            stack.zSource = ZSource.GRID_FRAME_OFFSET;
            stack.reason = "";
        }
        return stack;
    }

    /** Frames without functional groups (NM, multi-frame secondary capture): they may be phases, so only attributes speak. */
    static StackSpacing framesWithoutGroups(InstanceGeometry file, SpacingRules rules) {
        StackSpacing stack = start(file);
        inPlane(stack, file.plane());
        declared(stack, file.plane());
        ZChoice.attributesOnly(stack, rules);
        return stack;
    }

    /** A mosaic: one file is a volume, and its position is not a slice's. */
    static StackSpacing mosaic(InstanceGeometry file, SpacingRules rules) {
        StackSpacing stack = start(file);
        inPlane(stack, file.plane());
        declared(stack, file.plane());
        if (file.imagesInMosaic() > 0) {
            stack.slices = file.imagesInMosaic();
        }
        if (rules.zRule() == ZRule.AUTO) {
            ZChoice.fromSpacing(stack);
        } else {
            ZChoice.apply(stack, SlicePositions.NONE, rules);
        }
        return stack;
    }

    /** A file whose frames are not slices. */
    static StackSpacing unknownZ(InstanceGeometry file, String reason) {
        StackSpacing stack = start(file);
        inPlane(stack, file.plane());
        declared(stack, file.plane());
        stack.reason = reason;
        return stack;
    }

    private static StackSpacing start(InstanceGeometry file) {
        StackSpacing stack = new StackSpacing();
        stack.volume = true;
        stack.rows = file.rows();
        stack.columns = file.columns();
        stack.frames = file.frames();
        stack.instances = 1;
        stack.cosines = file.plane().cosines.clone();
        return stack;
    }

    private static void inPlane(StackSpacing stack, Plane plane) {
        stack.x = plane.x;
        stack.y = plane.y;
        stack.xySource = plane.xySource;
    }

    private static void declared(StackSpacing stack, Plane plane) {
        stack.declaredSpacingMm = plane.spacingBetweenSlicesMm;
        stack.declaredThicknessMm = plane.sliceThicknessMm;
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
        if (known > 0) {
            int row = Mode.ofTuples(
                    Arrays.copyOf(yx, SPACING_WIDTH * known), SPACING_WIDTH, ones(known), rules.inPlaneRelative());
            inPlane(stack, groups.frame(frameOf[row]));
        }
    }

    /** Mode of the values that are known, NaN if none is; each weighs as much as its weight, or one where weights is null. */
    static double modeOfKnown(double[] values, long[] weights, SpacingRules rules) {
        double[] known = new double[values.length];
        long[] knownWeights = new long[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                known[count] = values[i];
                knownWeights[count++] = weights == null ? 1 : weights[i];
            }
        }
        return Mode.of(Arrays.copyOf(known, count), Arrays.copyOf(knownWeights, count), rules.inPlaneRelative());
    }

    private static long[] ones(int count) {
        long[] ones = new long[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Positions of the stack of frames that has most of them; sets the stack's orientation. */
    private static SlicePositions winningPositions(StackSpacing stack, FunctionalGroups groups, SpacingRules rules) {
        int frames = groups.frames();
        int[] binOf =
                ToleranceBins.assign(stackKeys(groups), STACK_WIDTH, new double[STACK_WIDTH], stackTolerances(rules));
        int[] order = Bins.order(binOf);
        SlicePositions best = SlicePositions.NONE;
        for (int from = 0, to; from < frames; from = to) {
            to = Bins.end(binOf, order, from);
            double[] cosines = null;
            double[] xyz = new double[3 * (to - from)];
            int count = 0;
            for (int i = from; i < to; i++) {
                Plane frame = groups.frame(order[i]);
                if (frame.hasOrientation() && frame.hasPosition()) {
                    cosines = smaller(cosines, frame.cosines);
                    xyz[3 * count] = frame.positionX;
                    xyz[3 * count + 1] = frame.positionY;
                    xyz[3 * count + 2] = frame.positionZ;
                    count++;
                }
            }
            SlicePositions positions =
                    count == 0 ? SlicePositions.NONE : SlicePositions.of(xyz, count, Normal.of(cosines), rules);
            if (positions.distinctCount() > best.distinctCount()) {
                best = positions;
                stack.cosines = cosines.clone();
            }
        }
        return best;
    }

    private static double[] stackKeys(FunctionalGroups groups) {
        double[] keys = new double[STACK_WIDTH * groups.frames()];
        for (int i = 0; i < groups.frames(); i++) {
            // Any 53 bits of the hash do: keys are only told apart. Their order decides nothing but ties.
            keys[STACK_WIDTH * i] = groups.frame(i).stackId >>> 11;
            System.arraycopy(groups.frame(i).cosines, 0, keys, STACK_WIDTH * i + 1, Plane.COSINES);
        }
        return keys;
    }

    private static double[] stackTolerances(SpacingRules rules) {
        double[] tolerances = new double[STACK_WIDTH];
        Arrays.fill(tolerances, 1, STACK_WIDTH, rules.cosineAbsolute());
        return tolerances;
    }

    /** The lexicographically smaller of two orientations. */
    static double[] smaller(double[] a, double[] b) {
        return a == null || Arrays.compare(b, a) < 0 ? b : a;
    }
}
