package dev.vernier.geometry;

import dev.vernier.stats.Mode;
import dev.vernier.stats.ToleranceBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Stack number of each slice; one without in-plane spacing joins the largest stack of its size and orientation. */
    private static int[] assign(SeriesTally tally, int[] slices, SpacingRules rules) {
        double[] keys = new double[WIDTH * slices.length];
        for (int i = 0; i < slices.length; i++) {
            SliceShape shape = tally.sliceShape(slices[i]);
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
        return joinWithoutSpacing(tally, slices, stackOf, placeOf(keys, slices.length, absolute));
    }

    private static int[] placeOf(double[] keys, int n, double[] absolute) {
        double[] places = new double[PLACE_WIDTH * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(keys, WIDTH * i, places, PLACE_WIDTH * i, PLACE_WIDTH);
        }
        return ToleranceBins.assign(places, PLACE_WIDTH, new double[PLACE_WIDTH], Arrays.copyOf(absolute, PLACE_WIDTH));
    }

    private static int[] joinWithoutSpacing(SeriesTally tally, int[] slices, int[] stackOf, int[] placeOf) {
        int[] sizes = new int[slices.length];
        for (int stack : stackOf) {
            sizes[stack]++;
        }
        int[] hosts = new int[slices.length];
        Arrays.fill(hosts, -1);
        for (int i = 0; i < slices.length; i++) {
            int host = hosts[placeOf[i]];
            boolean larger = host < 0
                    || sizes[stackOf[i]] > sizes[host]
                    || sizes[stackOf[i]] == sizes[host] && stackOf[i] < host;
            if (tally.sliceShape(slices[i]).hasSpacing() && larger) {
                hosts[placeOf[i]] = stackOf[i];
            }
        }
        int[] joined = stackOf.clone();
        for (int i = 0; i < slices.length; i++) {
            if (!tally.sliceShape(slices[i]).hasSpacing() && hosts[placeOf[i]] >= 0) {
                joined[i] = hosts[placeOf[i]];
            }
        }
        return joined;
    }

    private static StackSpacing stack(SeriesTally tally, int[] members, SpacingRules rules) {
        Map<SliceShape, Long> weights = new LinkedHashMap<>();
        for (int slice : members) {
            weights.merge(tally.sliceShape(slice), 1L, Long::sum);
        }
        SliceShape[] shapes = weights.keySet().toArray(new SliceShape[0]);
        Arrays.sort(shapes);
        StackSpacing stack = new StackSpacing();
        stack.rows = shapes[0].rows;
        stack.columns = shapes[0].columns;
        stack.instances = members.length;
        stack.frames = members.length;
        stack.cosines = shapes[0].cosines;
        for (SliceShape shape : shapes) {
            stack.cosines = VolumeSpacing.smaller(stack.cosines, shape.cosines);
        }
        inPlaneMode(stack, shapes, weights, rules);
        declared(stack, shapes, weights, rules);
        SlicePositions positions = positions(tally, members, stack, rules);
        stack.describe(positions, rules);
        ZChoice.apply(stack, positions, rules);
        return stack;
    }

    private static void inPlaneMode(
            StackSpacing stack, SliceShape[] shapes, Map<SliceShape, Long> weights, SpacingRules rules) {
        SliceShape[] voting =
                Arrays.stream(shapes).filter(SliceShape::hasSpacing).toArray(SliceShape[]::new);
        if (voting.length == 0) {
            return;
        }
        double[] yx = new double[2 * voting.length];
        long[] votes = new long[voting.length];
        for (int i = 0; i < voting.length; i++) {
            yx[2 * i] = voting[i].y;
            yx[2 * i + 1] = voting[i].x;
            votes[i] = weights.get(voting[i]);
        }
        SliceShape mode = voting[Mode.ofTuples(yx, 2, votes, rules.inPlaneRelative())];
        stack.y = mode.y;
        stack.x = mode.x;
        stack.xySource = mode.xySource;
    }

    private static void declared(
            StackSpacing stack, SliceShape[] shapes, Map<SliceShape, Long> weights, SpacingRules rules) {
        double[] spacings = new double[shapes.length];
        double[] thicknesses = new double[shapes.length];
        long[] votes = new long[shapes.length];
        for (int i = 0; i < shapes.length; i++) {
            spacings[i] = shapes[i].spacingBetweenSlicesMm;
            thicknesses[i] = shapes[i].sliceThicknessMm;
            votes[i] = weights.get(shapes[i]);
        }
        stack.declaredSpacingMm = VolumeSpacing.modeOfKnown(spacings, votes, rules);
        stack.declaredThicknessMm = VolumeSpacing.modeOfKnown(thicknesses, votes, rules);
    }

    private static SlicePositions positions(SeriesTally tally, int[] members, StackSpacing stack, SpacingRules rules) {
        if (Double.isNaN(stack.cosines[0])) {
            return SlicePositions.NONE;
        }
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
