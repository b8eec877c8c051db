package dev.vernier.geometry;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
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
        this(file.rows, file.columns, file.plane, file.localizer, file.kind() == SopClass.SEGMENTATION);
    }

    private SliceShape(int rows, int columns, Plane plane, boolean localizer, boolean segmentation) {
        this.rows = rows;
        this.columns = columns;
        this.y = plane.y;
        this.x = plane.x;
        this.xySource = plane.xySource;
        this.cosines = plane.cosines.clone();
        this.spacingBetweenSlicesMm = plane.spacingBetweenSlicesMm;
        this.sliceThicknessMm = plane.sliceThicknessMm;
        this.localizer = localizer;
        this.segmentation = segmentation;
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

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(rows);
        out.writeInt(columns);
        out.writeBoolean(localizer);
        out.writeBoolean(segmentation);
        Plane.writeShape(out, y, x, xySource, cosines, spacingBetweenSlicesMm, sliceThicknessMm);
    }

    static SliceShape readFrom(ByteBuffer in) {
        int rows = in.getInt();
        int columns = in.getInt();
        boolean localizer = in.get() != 0;
        boolean segmentation = in.get() != 0;
        Plane plane = new Plane();
        plane.readShape(in);
        return new SliceShape(rows, columns, plane, localizer, segmentation);
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
