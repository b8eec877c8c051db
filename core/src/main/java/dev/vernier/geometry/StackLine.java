package dev.vernier.geometry;

import dev.vernier.geometry.StackPositions.Pass;
import dev.vernier.stats.Quantiles;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;

/**
 * The straight line that the images of a stack lie on (spacing.md §5): where p is what is left of a position without
 * its part along the normal, and d that part, the line is p = offset + slope · d, both component-wise medians over the
 * distinct positions. O(n log n).
 *
 * @param slope millimetres beside the normal for each millimetre along it: the tangent of the tilt
 * @param shifted whether an image lies beside the line
 */
record StackLine(double slope, boolean shifted) {

    /** A stack without a line: straight up. */
    static final StackLine NONE = new StackLine(0, false);

    private static final int AXES = 3;
    /** A slope that no tolerance for tilts tells from none. */
    private static final double NO_SLOPE = 1e-4;

    /**
     * The line of a stack.
     *
     * @param xyz positions of its images, x, y, z each
     * @param alongMm their parts along the normal
     * @param tilt 1 - |cos| of the angle from which on a stack is tilted
     * @param besideMm further from the line than this an image is shifted
     */
    static StackLine of(
            double[] xyz, double[] alongMm, Normal normal, List<Pass> passes, double besideMm, double tilt) {
        double[] beside = beside(xyz, alongMm, normal);
        return isUpright(beside, passes, besideMm, tilt) ? NONE : of(beside, alongMm, passes, besideMm);
    }

    private static double[] beside(double[] xyz, double[] alongMm, Normal normal) {
        double[] beside = new double[xyz.length];
        for (int i = 0; i < alongMm.length; i++) {
            beside[AXES * i] = xyz[AXES * i] - alongMm[i] * normal.x();
            beside[AXES * i + 1] = xyz[AXES * i + 1] - alongMm[i] * normal.y();
            beside[AXES * i + 2] = xyz[AXES * i + 2] - alongMm[i] * normal.z();
        }
        return beside;
    }

    /** The rule: all images lie straight above each other, so far that nothing else can follow. */
    private static boolean isUpright(double[] beside, List<Pass> passes, double besideMm, double tilt) {
        double spread = 0;
        for (int axis = 0; axis < AXES; axis++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int at = axis; at < beside.length; at += AXES) {
                min = Math.min(min, beside[at]);
                max = Math.max(max, beside[at]);
            }
            spread += max - min;
        }
        double smallestGap = Double.POSITIVE_INFINITY;
        double extent = 0;
        for (Pass pass : passes) {
            double[] distinct = pass.positions().distinctMm();
            for (int i = 1; i < distinct.length; i++) {
                smallestGap = Math.min(smallestGap, distinct[i] - distinct[i - 1]);
            }
            extent = Math.max(
                    extent, pass.positions().lastMm() - pass.positions().firstMm());
        }
        double steepest = spread / smallestGap;
        boolean tilted = 1 - 1 / Math.sqrt(1 + steepest * steepest) > tilt;
        return !tilted && steepest <= NO_SLOPE && spread + steepest * extent < besideMm;
    }

    private static StackLine of(double[] beside, double[] alongMm, List<Pass> passes, double besideMm) {
        int positions =
                passes.stream().mapToInt(pass -> pass.positions().count()).sum();
        int[] first = new int[positions];
        double[][] slopes = new double[AXES][positions - passes.size()];
        int steps = 0;
        int count = 0;
        for (Pass pass : passes) {
            int[] firsts = firstImages(pass, beside, alongMm);
            for (int i = 1; i < firsts.length; i++) {
                double step = alongMm[firsts[i]] - alongMm[firsts[i - 1]];
                for (int axis = 0; axis < AXES; axis++) {
                    slopes[axis][steps] =
                            (beside[AXES * firsts[i] + axis] - beside[AXES * firsts[i - 1] + axis]) / step;
                }
                steps++;
            }
            System.arraycopy(firsts, 0, first, count, firsts.length);
            count += firsts.length;
        }
        if (steps == 0) {
            return NONE;
        }
        double[] slope = new double[AXES];
        double[] offset = new double[AXES];
        for (int axis = 0; axis < AXES; axis++) {
            slope[axis] = median(slopes[axis]);
            double[] offsets = new double[positions];
            for (int i = 0; i < positions; i++) {
                offsets[i] = beside[AXES * first[i] + axis] - slope[axis] * alongMm[first[i]];
            }
            offset[axis] = median(offsets);
        }
        boolean shifted = false;
        for (Pass pass : passes) {
            for (int image : pass.images()) {
                shifted |= distance(beside, AXES * image, slope, offset, alongMm[image]) > besideMm;
            }
        }
        return new StackLine(Normal.norm(slope[0], slope[1], slope[2]), shifted);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return Quantiles.medianOfSorted(values, 0, values.length);
    }

    private static double distance(double[] beside, int at, double[] slope, double[] offset, double along) {
        return Normal.norm(
                beside[at] - offset[0] - slope[0] * along,
                beside[at + 1] - offset[1] - slope[1] * along,
                beside[at + 2] - offset[2] - slope[2] * along);
    }

    /** The image that stands for each distinct position: the first in the order of d, then of p. */
    private static int[] firstImages(Pass pass, double[] beside, double[] alongMm) {
        int[] order = pass.images().clone();
        IntArrays.mergeSort(order, (a, b) -> {
            int byPosition = Double.compare(alongMm[a], alongMm[b]);
            return byPosition != 0
                    ? byPosition
                    : Arrays.compare(beside, AXES * a, AXES * a + AXES, beside, AXES * b, AXES * b + AXES);
        });
        double[] distinct = pass.positions().distinctMm();
        int[] firsts = new int[distinct.length];
        int at = 0;
        for (int i = 0; i < distinct.length; i++) {
            while (alongMm[order[at]] < distinct[i]) {
                at++;
            }
            firsts[i] = order[at];
        }
        return firsts;
    }
}
