package dev.vernier.geometry;

import dev.vernier.stats.SingleLinkage;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds series of rotating projections, one image a plane (spacing.md §3.7): the thickness of the slab that was
 * projected is no distance of slices. Stateless.
 */
final class ProjectionImages {

    private static final int LEAST_IMAGES = 3;
    private static final String WHY = "rotating projections: every image has a plane of its own";

    private ProjectionImages() {}

    /** Takes z from the stacks of a series of projections. */
    static void loseTheirZ(
            ImagePlanes planes,
            int[] slices,
            List<CountedInstances.Volume> volumes,
            List<StackSpacing> stacks,
            SpacingRules rules) {
        boolean measured = stacks.stream().anyMatch(stack -> stack.gaps != null);
        if (rules.zRule() != ZRule.AUTO || measured || !areProjections(planes, slices, volumes, rules)) {
            return;
        }
        stacks.stream().filter(stack -> stack.ofPlanes).forEach(stack -> stack.withoutZ(WHY));
    }

    private static boolean areProjections(
            ImagePlanes planes, int[] slices, List<CountedInstances.Volume> volumes, SpacingRules rules) {
        long images = slices.length;
        for (CountedInstances.Volume volume : volumes) {
            images += volume.header().frames();
        }
        if (images < LEAST_IMAGES || 2L * planes.shapeCount() <= images) {
            return false; // too few shapes for most images to have an orientation of their own
        }
        int[] placed = placed(slices, volumes);
        List<WeightedShape> shapes = WeightedShape.of(planes, placed).stream()
                .filter(weighted -> weighted.shape().hasOrientation())
                .toList();
        int[] groupOf = orientationOf(shapes, rules);
        long[] imagesOf = new long[shapes.size()];
        for (int i = 0; i < groupOf.length; i++) {
            imagesOf[groupOf[i]] += shapes.get(i).planes();
        }
        long alone = Arrays.stream(imagesOf).filter(count -> count == 1).count();
        return 2 * alone > images && !anyApart(planes, placed, shapes, groupOf, rules);
    }

    /** The planes of images or frames with a place of their own. */
    private static int[] placed(int[] slices, List<CountedInstances.Volume> volumes) {
        IntArrayList placed = new IntArrayList(slices);
        for (CountedInstances.Volume volume : volumes) {
            if (volume.header().kind() == VolumeKind.FRAMES) {
                placed.addElements(placed.size(), volume.planes());
            }
        }
        return placed.toIntArray();
    }

    private static int[] orientationOf(List<WeightedShape> shapes, SpacingRules rules) {
        double[] cosines = new double[Plane.COSINES * shapes.size()];
        for (int i = 0; i < shapes.size(); i++) {
            System.arraycopy(shapes.get(i).shape().cosines(), 0, cosines, Plane.COSINES * i, Plane.COSINES);
        }
        double[] tolerances = new double[Plane.COSINES];
        Arrays.fill(tolerances, rules.cosineAbsolute() * (1 + SpacingRules.ROUNDING));
        return SingleLinkage.assign(cosines, Plane.COSINES, new double[Plane.COSINES], tolerances);
    }

    /** Whether images of one orientation have distinct positions along its normal. */
    private static boolean anyApart(
            ImagePlanes planes, int[] placed, List<WeightedShape> shapes, int[] groupOf, SpacingRules rules) {
        Map<PlaneShape, Integer> groups = new HashMap<>();
        PlaneShape[] first = new PlaneShape[groupOf.length]; // in the order of shapes, so the smallest of its group
        for (int i = 0; i < groupOf.length; i++) {
            PlaneShape shape = shapes.get(i).shape();
            groups.put(shape, groupOf[i]);
            PlaneShape known = first[groupOf[i]];
            boolean better = known == null || !known.hasSpacing() && shape.hasSpacing();
            first[groupOf[i]] = better ? shape : known;
        }
        DoubleArrayList[] along = new DoubleArrayList[groupOf.length];
        for (int plane : placed) {
            Integer group = groups.get(planes.shapeOf(plane));
            if (group != null && planes.hasPosition(plane)) {
                Normal normal = Normal.of(first[group].cosines());
                along[group] = along[group] == null ? new DoubleArrayList(1) : along[group];
                along[group].add(
                        normal.along(planes.position(plane, 0), planes.position(plane, 1), planes.position(plane, 2)));
            }
        }
        for (int group = 0; group < along.length; group++) {
            if (along[group] != null && along[group].size() > 1) {
                StackTolerances tolerances = StackTolerances.of(first[group].x(), first[group].y(), rules);
                if (SlicePositions.of(along[group].toDoubleArray(), tolerances).count() > 1) {
                    return true;
                }
            }
        }
        return false;
    }
}
