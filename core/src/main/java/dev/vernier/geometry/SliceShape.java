package dev.vernier.geometry;

import java.util.Arrays;

/**
 * Everything but position and identity that the slices of a series share: thousands of slices, one shape. Immutable; its order
 * is by value, so that nothing depends on which file came first.
 */
final class SliceShape implements Comparable<SliceShape> {

    final int rows;
    final int columns;
    final double y;
    final double x;
    final XySource xySource;
    final double[] cosines;
    final double spacingBetweenSlicesMm;
    final double sliceThicknessMm;
    final boolean localizer;
    final boolean segmentation;

    /** All of the above as numbers, in the order in which shapes are compared; NaN comes last. */
    private final double[] key;

    SliceShape(GeometryElements file) {
        Plane plane = file.plane;
        rows = file.rows;
        columns = file.columns;
        y = plane.y;
        x = plane.x;
        xySource = plane.xySource;
        cosines = plane.cosines.clone();
        spacingBetweenSlicesMm = plane.spacingBetweenSlicesMm;
        sliceThicknessMm = plane.sliceThicknessMm;
        localizer = file.localizer;
        segmentation = file.kind() == SopClass.SEGMENTATION;
        key = new double[] {
            rows,
            columns,
            y,
            x,
            cosines[0],
            cosines[1],
            cosines[2],
            cosines[3],
            cosines[4],
            cosines[5],
            spacingBetweenSlicesMm,
            sliceThicknessMm,
            xySource.ordinal(),
            localizer ? 1 : 0,
            segmentation ? 1 : 0
        };
    }

    /** Whether a file has this shape, without making one. */
    boolean matches(GeometryElements file) {
        Plane plane = file.plane;
        return rows == file.rows
                && columns == file.columns
                && same(y, plane.y)
                && same(x, plane.x)
                && xySource == plane.xySource
                && localizer == file.localizer
                && segmentation == (file.kind() == SopClass.SEGMENTATION)
                && same(spacingBetweenSlicesMm, plane.spacingBetweenSlicesMm)
                && same(sliceThicknessMm, plane.sliceThicknessMm)
                && Arrays.equals(cosines, plane.cosines);
    }

    private static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    boolean hasSpacing() {
        return xySource != XySource.UNKNOWN;
    }

    @Override
    public int compareTo(SliceShape other) {
        return Arrays.compare(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SliceShape shape && Arrays.equals(key, shape.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
