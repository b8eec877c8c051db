package dev.vernier.geometry;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Everything but position and identity that the slices of a series share: thousands of slices, one shape. Immutable; its order
 * is by value, so that nothing depends on which file came first.
 */
final class SliceShape implements Comparable<SliceShape> {

    private static final Comparator<SliceShape> ORDER = Comparator.<SliceShape>comparingInt(s -> s.rows)
            .thenComparingInt(s -> s.columns)
            .thenComparingDouble(s -> s.y)
            .thenComparingDouble(s -> s.x)
            .thenComparing(s -> s.cosines, Arrays::compare)
            .thenComparingDouble(s -> s.spacingBetweenSlicesMm)
            .thenComparingDouble(s -> s.sliceThicknessMm)
            .thenComparing(s -> s.xySource)
            .thenComparing(s -> s.localizer);

    final int rows;
    final int columns;
    final double y;
    final double x;
    final XySource xySource;
    final double[] cosines;
    final double spacingBetweenSlicesMm;
    final double sliceThicknessMm;
    final boolean localizer;

    SliceShape(InstanceGeometry file) {
        Plane plane = file.plane();
        rows = file.rows();
        columns = file.columns();
        y = plane.y;
        x = plane.x;
        xySource = plane.xySource;
        cosines = plane.cosines.clone();
        spacingBetweenSlicesMm = plane.spacingBetweenSlicesMm;
        sliceThicknessMm = plane.sliceThicknessMm;
        localizer = file.isLocalizer();
    }

    /** Whether a file has this shape, without making one. */
    boolean matches(InstanceGeometry file) {
        Plane plane = file.plane();
        return rows == file.rows()
                && columns == file.columns()
                && same(y, plane.y)
                && same(x, plane.x)
                && xySource == plane.xySource
                && localizer == file.isLocalizer()
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

    boolean hasOrientation() {
        return !Double.isNaN(cosines[0]);
    }

    @Override
    public int compareTo(SliceShape other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SliceShape shape && compareTo(shape) == 0;
    }

    @Override
    public int hashCode() {
        int hash = 31 * rows + columns;
        hash = 31 * hash + Double.hashCode(y);
        hash = 31 * hash + Double.hashCode(x);
        hash = 31 * hash + Double.hashCode(spacingBetweenSlicesMm);
        hash = 31 * hash + Double.hashCode(sliceThicknessMm);
        return 31 * hash + Arrays.hashCode(cosines);
    }
}
