package dev.vernier.geometry;

import dev.vernier.stats.SingleLinkage;
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
        if (rules.zRule() != ZRule.AUTO || measured || !areProjections(planes, images(slices, volumes), rules)) {
            return;
        }
        stacks.stream().filter(stack -> stack.ofPlanes).forEach(stack -> stack.withoutZ(WHY));
    }

    /** The planes that are images or frames with a place of their own. */
    private static int[] images(int[] slices, List<CountedInstances.Volume> volumes) {
        IntArrayList images = new IntArrayList(slices);
        for (CountedInstances.Volume volume : volumes) {
            if (volume.header().kind() == VolumeKind.FRAMES) {
                images.addElements(images.size(), volume.planes());
            }
        }
        return images.toIntArray();
    }

    private static boolean areProjections(ImagePlanes planes, int[] images, SpacingRules rules) {
        if (images.length < LEAST_IMAGES) {
            return false;
        }
        List<WeightedShape> shapes = WeightedShape.of(planes, images).stream()
                .filter(weighted -> weighted.shape().hasOrientation())
                .toList();
        if (2 * shapes.size() <= images.length) {
            return false; // too few orientations to be one an image
        }
        int[] groupOf = orientationOf(shapes, rules);
        long[] imagesOf = new long[shapes.size()];
        for (int i = 0; i < groupOf.length; i++) {
            imagesOf[groupOf[i]] += shapes.get(i).planes();
        }
        long alone = Arrays.stream(imagesOf).filter(count -> count == 1).count();
        return 2 * alone > images.length && !anyApart(planes, images, shapes, groupOf, rules);
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

    /** Whether two images of one orientation have distinct positions along its normal. */
    private static boolean anyApart(
            ImagePlanes planes, int[] images, List<WeightedShape> shapes, int[] groupOf, SpacingRules rules) {
        Map<PlaneShape, Integer> groups = new HashMap<>();
        double[][] cosines = new double[groupOf.length][];
        for (int i = 0; i < groupOf.length; i++) {
            groups.put(shapes.get(i).shape(), groupOf[i]);
            double[] own = shapes.get(i).shape().cosines();
            double[] smallest = cosines[groupOf[i]];
            cosines[groupOf[i]] = smallest == null || Arrays.compare(own, smallest) < 0 ? own : smallest;
        }
        StackTolerances tolerances = StackTolerances.of(Double.NaN, Double.NaN, rules);
        double[] first = new double[groupOf.length];
        Arrays.fill(first, Double.NaN);
        for (int plane : images) {
            Integer group = groups.get(planes.shapeOf(plane));
            if (group == null || !planes.hasPosition(plane)) {
                continue;
            }
            double along = Normal.of(cosines[group])
                    .along(planes.position(plane, 0), planes.position(plane, 1), planes.position(plane, 2));
            if (Double.isNaN(first[group])) {
                first[group] = along;
            } else if (tolerances.areApart(Math.abs(along - first[group]))) {
                return true;
            }
        }
        return false;
    }
}
