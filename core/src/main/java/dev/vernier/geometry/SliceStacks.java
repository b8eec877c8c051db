package dev.vernier.geometry;

import dev.vernier.stats.Mode;
import dev.vernier.stats.ToleranceBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits slices into stacks by size, orientation and in-plane spacing, and works out each. Stateless, O(n log n). */
final class SliceStacks {

    /** Rows, Columns and six cosines, then y and x. */
    private static final int PLACE_WIDTH = 2 + Plane.COSINES;

    private static final int WIDTH = PLACE_WIDTH + 2;

    private SliceStacks() {}

    static List<StackSpacing> of(SeriesTally tally, int[] slices, SpacingRules rules) {
        int[] stackOf = assign(tally, slices, rules);
        int[] order = Bins.order(stackOf);
        List<StackSpacing> stacks = new ArrayList<>();
        for (int from = 0, to; from < order.length; from = to) {
            to = Bins.end(stackOf, order, from);
            int[] members = new int[to - from];
            for (int i = from; i < to; i++) {
                members[i - from] = slices[order[i]];
            }
            stacks.add(stack(tally, members, rules));
        }
        return stacks;
    }

    /** Stack number of each slice: that of its shape, of which there are few. */
    private static int[] assign(SeriesTally tally, int[] slices, SpacingRules rules) {
        int[] indexOfShape = new int[tally.shapeCount()];
        int[] shapes = new int[indexOfShape.length];
        int[] sizes = new int[indexOfShape.length];
        Arrays.fill(indexOfShape, -1);
        int count = 0;
        for (int slice : slices) {
            int shape = tally.sliceShapeNumber(slice);
            if (indexOfShape[shape] < 0) {
                shapes[count] = shape;
                indexOfShape[shape] = count++;
            }
            sizes[indexOfShape[shape]]++;
        }
        int[] stackOfShape = assign(tally, Arrays.copyOf(shapes, count), sizes, rules);
        int[] stackOf = new int[slices.length];
        for (int i = 0; i < slices.length; i++) {
            stackOf[i] = stackOfShape[indexOfShape[tally.sliceShapeNumber(slices[i])]];
        }
        return stackOf;
    }

    /** Stack number of each shape; one without in-plane spacing joins the largest stack of its size and orientation. */
    private static int[] assign(SeriesTally tally, int[] shapes, int[] slicesOf, SpacingRules rules) {
        double[] keys = new double[WIDTH * shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            SliceShape shape = tally.shape(shapes[i]);
            int at = WIDTH * i;
            keys[at] = shape.rows;
            keys[at + 1] = shape.columns;
            System.arraycopy(shape.cosines, 0, keys, at + 2, Plane.COSINES);
            keys[at + PLACE_WIDTH] = shape.y;
            keys[at + PLACE_WIDTH + 1] = shape.x;
        }
        double[] relative = new double[WIDTH];
        Arrays.fill(relative, PLACE_WIDTH, WIDTH, rules.inPlaneRelative());
        double[] absolute = new double[WIDTH];
        Arrays.fill(absolute, 2, PLACE_WIDTH, rules.cosineAbsolute());
        int[] stackOf = ToleranceBins.assign(keys, WIDTH, relative, absolute);
        return joinWithoutSpacing(tally, shapes, slicesOf, stackOf, placeOf(keys, shapes.length, absolute));
    }

    private static int[] placeOf(double[] keys, int n, double[] absolute) {
        double[] places = new double[PLACE_WIDTH * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(keys, WIDTH * i, places, PLACE_WIDTH * i, PLACE_WIDTH);
        }
        return ToleranceBins.assign(places, PLACE_WIDTH, new double[PLACE_WIDTH], Arrays.copyOf(absolute, PLACE_WIDTH));
    }

    private static int[] joinWithoutSpacing(
            SeriesTally tally, int[] shapes, int[] slicesOf, int[] stackOf, int[] placeOf) {
        int[] sizes = new int[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            sizes[stackOf[i]] += slicesOf[i];
        }
        int[] hosts = new int[shapes.length];
        Arrays.fill(hosts, -1);
        for (int i = 0; i < shapes.length; i++) {
            int host = hosts[placeOf[i]];
            boolean larger = host < 0
                    || sizes[stackOf[i]] > sizes[host]
                    || sizes[stackOf[i]] == sizes[host] && stackOf[i] < host;
            if (tally.shape(shapes[i]).hasSpacing() && larger) {
                hosts[placeOf[i]] = stackOf[i];
            }
        }
        int[] joined = stackOf.clone();
        for (int i = 0; i < shapes.length; i++) {
            if (!tally.shape(shapes[i]).hasSpacing() && hosts[placeOf[i]] >= 0) {
                joined[i] = hosts[placeOf[i]];
            }
        }
        return joined;
    }

    private static StackSpacing stack(SeriesTally tally, int[] members, SpacingRules rules) {
        List<WeightedShape> shapes = WeightedShape.of(tally, members);
        SliceShape first = shapes.get(0).shape();
        StackSpacing stack = new StackSpacing();
        stack.rows = first.rows;
        stack.columns = first.columns;
        stack.instances = members.length;
        stack.frames = members.length;
        stack.cosines = first.cosines;
        boolean segmentation = true;
        for (WeightedShape weighted : shapes) {
            stack.cosines = FrameStack.smaller(stack.cosines, weighted.shape().cosines);
            segmentation &= weighted.shape().segmentation;
        }
        inPlaneMode(stack, shapes, rules);
        declared(stack, shapes, rules);
        SlicePositions positions = positions(tally, members, stack, rules);
        stack.originMm = positions.originMm();
        stack.describe(positions, rules);
        ZChoice.apply(stack, positions, rules);
        if (segmentation && stack.status == Status.MISSING_SLICES) {
            stack.status = Status.REGULAR; // empty frames are left out by design
        }
        return stack;
    }

    private static void inPlaneMode(StackSpacing stack, List<WeightedShape> shapes, SpacingRules rules) {
        List<WeightedShape> voting = shapes.stream()
                .filter(weighted -> weighted.shape().hasSpacing())
                .toList();
        if (voting.isEmpty()) {
            return;
        }
        double[] yx = new double[2 * voting.size()];
        long[] votes = new long[voting.size()];
        for (int i = 0; i < votes.length; i++) {
            SliceShape shape = voting.get(i).shape();
            yx[2 * i] = shape.y;
            yx[2 * i + 1] = shape.x;
            votes[i] = voting.get(i).slices();
            stack.inPlaneVotes += (int) votes[i];
            if (shape.xySource.isAtDetector()) {
                stack.flags.add(Flag.IMAGER_SPACING); // always, also where PixelSpacing outvotes it
            }
        }
        SliceShape mode =
                voting.get(Mode.ofTuples(yx, 2, votes, rules.inPlaneRelative())).shape();
        stack.y = mode.y;
        stack.x = mode.x;
        stack.xySource = sourceOf(mode, voting);
    }

    /** Of slices that say the same, one may say it by PixelSpacing: the best source counts. */
    private static XySource sourceOf(SliceShape mode, List<WeightedShape> voting) {
        XySource best = mode.xySource;
        for (WeightedShape weighted : voting) {
            SliceShape shape = weighted.shape();
            if (shape.y == mode.y && shape.x == mode.x && shape.xySource.compareTo(best) < 0) {
                best = shape.xySource;
            }
        }
        return best;
    }

    private static void declared(StackSpacing stack, List<WeightedShape> shapes, SpacingRules rules) {
        double[] spacings = new double[shapes.size()];
        double[] thicknesses = new double[shapes.size()];
        long[] votes = new long[shapes.size()];
        for (int i = 0; i < votes.length; i++) {
            spacings[i] = shapes.get(i).shape().spacingBetweenSlicesMm;
            thicknesses[i] = shapes.get(i).shape().sliceThicknessMm;
            votes[i] = shapes.get(i).slices();
        }
        stack.declaredSpacingMm = VolumeSpacing.modeOfKnown(spacings, votes, rules);
        stack.declaredThicknessMm = VolumeSpacing.modeOfKnown(thicknesses, votes, rules);
    }

    private static SlicePositions positions(SeriesTally tally, int[] members, StackSpacing stack, SpacingRules rules) {
        if (Double.isNaN(stack.cosines[0])) {
            stack.whyNoPositions = "no ImageOrientationPatient";
            return SlicePositions.NONE;
        }
        stack.whyNoPositions = "no ImagePositionPatient";
        double[] xyz = new double[3 * members.length];
        int count = 0;
        for (int slice : members) {
            if (!Double.isNaN(tally.slicePosition(slice, 0))) {
                for (int axis = 0; axis < 3; axis++) {
                    xyz[3 * count + axis] = tally.slicePosition(slice, axis);
                }
                count++;
            }
        }
        return SlicePositions.of(xyz, count, Normal.of(stack.cosines), rules);
    }
}
