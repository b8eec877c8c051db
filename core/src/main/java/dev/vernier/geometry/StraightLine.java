package dev.vernier.geometry;

import java.util.Arrays;

/** Finds the line that positions without an orientation lie on (spacing.md §3.3). Stateless. */
final class StraightLine {

    private static final int AXES = 3;
    private static final int LEAST_POSITIONS = 3;

    private StraightLine() {}

    /**
     * The direction of the line through positions x, y, z each; null where fewer than three of them differ, or one lies
     * beside it. O(n log n).
     */
    static Normal through(double[] xyz, StackTolerances tolerances) {
        int axis = widestAxis(xyz);
        int first = 0;
        int last = 0;
        for (int at = AXES; at < xyz.length; at += AXES) {
            first = compareFrom(axis, xyz, at, first) < 0 ? at : first;
            last = compareFrom(axis, xyz, at, last) > 0 ? at : last;
        }
        double x = xyz[last] - xyz[first];
        double y = xyz[last + 1] - xyz[first + 1];
        double z = xyz[last + 2] - xyz[first + 2];
        double length = Normal.norm(x, y, z);
        if (!(length > 0) || Double.isInfinite(length)) {
            return null;
        }
        Normal line = new Normal(x / length, y / length, z / length);
        double[] alongMm = new double[xyz.length / AXES];
        for (int at = 0; at < xyz.length; at += AXES) {
            if (distance(xyz, at, first, line) > tolerances.besideLineMm()) {
                return null;
            }
            alongMm[at / AXES] = line.along(xyz[at], xyz[at + 1], xyz[at + 2]);
        }
        return SlicePositions.of(alongMm, tolerances).count() >= LEAST_POSITIONS ? line : null;
    }

    private static int widestAxis(double[] xyz) {
        int widest = 0;
        double most = -1;
        for (int axis = 0; axis < AXES; axis++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int at = axis; at < xyz.length; at += AXES) {
                min = Math.min(min, xyz[at]);
                max = Math.max(max, xyz[at]);
            }
            if (max - min > most) {
                widest = axis;
                most = max - min;
            }
        }
        return widest;
    }

    private static int compareFrom(int axis, double[] xyz, int a, int b) {
        int order = Double.compare(xyz[a + axis], xyz[b + axis]);
        return order != 0 ? order : Arrays.compare(xyz, a, a + AXES, xyz, b, b + AXES);
    }

    private static double distance(double[] xyz, int at, int first, Normal line) {
        double x = xyz[at] - xyz[first];
        double y = xyz[at + 1] - xyz[first + 1];
        double z = xyz[at + 2] - xyz[first + 2];
        double along = line.along(x, y, z);
        return Normal.norm(x - along * line.x(), y - along * line.y(), z - along * line.z());
    }
}
