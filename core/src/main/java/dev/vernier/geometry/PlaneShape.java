package dev.vernier.geometry;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Everything but place and identity that image planes share: thousands of slices or frames, one shape. Immutable; its
 * order is by value, so that nothing depends on which file came first.
 */
final class PlaneShape implements Comparable<PlaneShape> {

    /** {@link #mosaicImages()} of a plane that is no mosaic. */
    static final int NO_MOSAIC = -1;

    private static final int ROWS = 0;
    private static final int COLUMNS = 1;
    private static final int Y = 2;
    private static final int X = 3;
    private static final int FIRST_COSINE = 4;
    /** Behind these, two copies of an image are compared by their position. */
    private static final int SPACING_BETWEEN_SLICES = FIRST_COSINE + Plane.COSINES;

    private static final int SLICE_THICKNESS = SPACING_BETWEEN_SLICES + 1;
    private static final int XY_SOURCE = SLICE_THICKNESS + 1;
    private static final int LOCALIZER = XY_SOURCE + 1;
    private static final int SEGMENTATION = LOCALIZER + 1;
    private static final int MOSAIC_IMAGES = SEGMENTATION + 1;
    private static final int TO_PATIENT = MOSAIC_IMAGES + 1;
    private static final int NUMBERS = TO_PATIENT + 1;

    /** All of it as numbers, in the order in which shapes are compared; NaN comes last. */
    private final double[] key;

    PlaneShape(FileTraits file, Plane plane) {
        this(new double[NUMBERS]);
        key[ROWS] = file.rows();
        key[COLUMNS] = file.columns();
        key[Y] = plane.y;
        key[X] = plane.x;
        System.arraycopy(plane.cosines, 0, key, FIRST_COSINE, Plane.COSINES);
        key[SPACING_BETWEEN_SLICES] = plane.spacingBetweenSlicesMm;
        key[SLICE_THICKNESS] = plane.sliceThicknessMm;
        key[XY_SOURCE] = plane.xySource.ordinal();
        key[LOCALIZER] = file.localizer() ? 1 : 0;
        key[SEGMENTATION] = file.segmentation() ? 1 : 0;
        key[MOSAIC_IMAGES] = file.mosaicImages();
        key[TO_PATIENT] = file.toPatient() ? 1 : 0;
    }

    private PlaneShape(double[] key) {
        this.key = key;
    }

    /** What a file says once, of all its planes. */
    interface FileTraits {

        int rows();

        int columns();

        boolean localizer();

        boolean segmentation();

        /** Images in a mosaic, 0 where it does not say how many, {@link #NO_MOSAIC} where it is none. */
        int mosaicImages();

        /** Whether orientations are those to the patient, and not in a space of the file's own. */
        boolean toPatient();
    }

    /** Whether a plane has this shape, without making one. */
    boolean matches(FileTraits file, Plane plane) {
        return key[ROWS] == file.rows()
                && key[COLUMNS] == file.columns()
                && same(key[Y], plane.y)
                && same(key[X], plane.x)
                && key[XY_SOURCE] == plane.xySource.ordinal()
                && localizer() == file.localizer()
                && segmentation() == file.segmentation()
                && key[MOSAIC_IMAGES] == file.mosaicImages()
                && toPatient() == file.toPatient()
                && same(key[SPACING_BETWEEN_SLICES], plane.spacingBetweenSlicesMm)
                && same(key[SLICE_THICKNESS], plane.sliceThicknessMm)
                && Arrays.equals(key, FIRST_COSINE, FIRST_COSINE + Plane.COSINES, plane.cosines, 0, Plane.COSINES);
    }

    private static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    /** Height in pixels. */
    int rows() {
        return (int) key[ROWS];
    }

    /** Width in pixels. */
    int columns() {
        return (int) key[COLUMNS];
    }

    /** Distance of rows in millimetres, NaN where unknown, as the next ones. */
    double y() {
        return key[Y];
    }

    /** Distance of columns. */
    double x() {
        return key[X];
    }

    double spacingBetweenSlicesMm() {
        return key[SPACING_BETWEEN_SLICES];
    }

    double sliceThicknessMm() {
        return key[SLICE_THICKNESS];
    }

    /** Row direction, then column direction, copied; NaN where unknown. */
    double[] cosines() {
        return Arrays.copyOfRange(key, FIRST_COSINE, FIRST_COSINE + Plane.COSINES);
    }

    XySource xySource() {
        return XySource.values()[(int) key[XY_SOURCE]];
    }

    boolean localizer() {
        return key[LOCALIZER] != 0;
    }

    boolean segmentation() {
        return key[SEGMENTATION] != 0;
    }

    /** Images in a mosaic, 0 where it does not say how many, {@link #NO_MOSAIC} where it is none. */
    int mosaicImages() {
        return (int) key[MOSAIC_IMAGES];
    }

    /** Whether the orientation is one to the patient. */
    boolean toPatient() {
        return key[TO_PATIENT] != 0;
    }

    boolean hasSpacing() {
        return !Double.isNaN(key[X]);
    }

    boolean hasOrientation() {
        return !Double.isNaN(key[FIRST_COSINE]);
    }

    /** Rows, Columns, y, x and orientation into an array, as stacks are told apart. */
    void copyPlaneTo(double[] tuples, int at) {
        System.arraycopy(key, ROWS, tuples, at, SPACING_BETWEEN_SLICES);
    }

    /** By what stands before the position where copies of an image are compared: Rows, Columns, y, x, orientation. */
    int comparePlane(PlaneShape other) {
        return Arrays.compare(key, 0, SPACING_BETWEEN_SLICES, other.key, 0, SPACING_BETWEEN_SLICES);
    }

    void writeTo(DataOutput out) throws IOException {
        for (double number : key) {
            out.writeDouble(number);
        }
    }

    static PlaneShape readFrom(ByteBuffer in) {
        double[] key = new double[NUMBERS];
        RecordFields.readDoubles(in, key);
        RecordFields.require(isCount(key[ROWS])
                && isCount(key[COLUMNS])
                && isCount(key[XY_SOURCE])
                && key[XY_SOURCE] < XySource.values().length
                && isCount(key[MOSAIC_IMAGES] + 1));
        boolean spaced = isLength(key[Y]) && isLength(key[X]);
        RecordFields.require(spaced || Double.isNaN(key[Y]) && Double.isNaN(key[X]));
        RecordFields.require(isLengthOrUnknown(key[SPACING_BETWEEN_SLICES]) && isLengthOrUnknown(key[SLICE_THICKNESS]));
        PlaneShape shape = new PlaneShape(key);
        double[] cosines = shape.cosines();
        RecordFields.require(Arrays.stream(cosines).allMatch(Double::isNaN) || Normal.isUsable(cosines));
        return shape;
    }

    private static boolean isLength(double mm) {
        return mm > 0 && mm < Double.POSITIVE_INFINITY;
    }

    private static boolean isLengthOrUnknown(double mm) {
        return Double.isNaN(mm) || isLength(mm);
    }

    private static boolean isCount(double number) {
        return number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number);
    }

    @Override
    public int compareTo(PlaneShape other) {
        return Arrays.compare(key, other.key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaneShape shape && Arrays.equals(key, shape.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
