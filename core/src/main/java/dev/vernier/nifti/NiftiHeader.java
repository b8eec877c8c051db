package dev.vernier.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The header of a NIfTI-1 or NIfTI-2 file, of either byte order (nifti1.h, nifti2.h): sizes, spacings, the unit.
 * Answers every input with a {@link Kind}, never an exception. Reused, one thread.
 */
public final class NiftiHeader {

    /** What some bytes are. */
    public enum Kind {
        /** Nothing that is known here. */
        OTHER,
        /** A header of Analyze 7.5: the layout of NIfTI-1 without its magic, its unit and its orientation. */
        ANALYZE,
        /** A header that ends too early. */
        CUT,
        /** A header that contradicts itself, at {@link #position()}. */
        BROKEN,
        /** A whole header. */
        WHOLE
    }

    /** The longest header: no more is looked at. */
    public static final int MAX_BYTES = NiftiLayout.TWO.bytes();

    private static final int AXES = 3;
    private static final int MAX_DIMENSIONS = 7;
    /** Below this square of the sine of their angle two directions span no plane. */
    private static final double LEAST_CROSS = 1e-6;

    private static final int TIME = 4;

    /** The lowest bits of xyzt_units. */
    private static final int SPACE_UNIT_MASK = 7;

    private static final int METRE = 1;
    private static final int MILLIMETRE = 2;
    private static final int MICROMETRE = 3;
    private static final double MILLIMETRES_IN_METRE = 1e3;
    private static final double MICROMETRES_IN_MILLIMETRE = 1e3;

    private final int[] size = new int[AXES];
    private final double[] spacingMm = new double[AXES];
    private final double[] affineSpacingMm = new double[AXES];
    private final double[] directions = new double[2 * AXES];
    private int dimensions;
    private int moments;
    private int unit;
    private boolean pair;
    private int position;

    /** Looks at the start of a file, from the buffer's position to its limit; changes neither. */
    public Kind read(ByteBuffer start) {
        ByteBuffer bytes = start.slice().order(ByteOrder.LITTLE_ENDIAN);
        position = bytes.limit();
        pair = false;
        NiftiLayout layout = layout(bytes);
        if (layout == null) {
            return Kind.OTHER;
        }
        boolean magicIsThere = bytes.limit() >= layout.magicAt() + Integer.BYTES;
        if (magicIsThere && !hasMagic(bytes, layout)) {
            boolean analyze = layout == NiftiLayout.ONE && isCount(layout.dimension(bytes, 0));
            pair = analyze;
            return analyze ? Kind.ANALYZE : Kind.OTHER;
        }
        if (bytes.limit() < layout.bytes()) {
            return Kind.CUT;
        }
        if (!layout.isTransferredWhole(bytes)) {
            position = layout.magicAt() + Integer.BYTES;
            return Kind.BROKEN;
        }
        return readSizes(bytes, layout) ? readSpacings(bytes, layout) : Kind.BROKEN;
    }

    /** By sizeof_hdr, in either byte order; the buffer's order is set to it. Null if it is none. */
    private static NiftiLayout layout(ByteBuffer bytes) {
        if (bytes.limit() < Integer.BYTES) {
            return null;
        }
        for (NiftiLayout layout : NiftiLayout.values()) {
            if (bytes.getInt(0) == layout.bytes()) {
                return layout;
            }
            if (bytes.getInt(0) == Integer.reverseBytes(layout.bytes())) {
                bytes.order(ByteOrder.BIG_ENDIAN);
                return layout;
            }
        }
        return null;
    }

    private boolean hasMagic(ByteBuffer bytes, NiftiLayout layout) {
        int at = layout.magicAt();
        pair = bytes.get(at + 1) == 'i';
        return bytes.get(at) == 'n'
                && (pair || bytes.get(at + 1) == '+')
                && bytes.get(at + 2) == layout.version()
                && bytes.get(at + 3) == 0;
    }

    private static boolean isCount(long dimensions) {
        return dimensions >= 1 && dimensions <= MAX_DIMENSIONS;
    }

    private boolean readSizes(ByteBuffer bytes, NiftiLayout layout) {
        position = layout.dimensionAt(0);
        if (!isCount(layout.dimension(bytes, 0))) {
            return false;
        }
        dimensions = Math.toIntExact(layout.dimension(bytes, 0));
        for (int axis = 0; axis < AXES; axis++) {
            long stated = axis < dimensions ? layout.dimension(bytes, axis + 1) : 1;
            if (stated < 1 || stated > Integer.MAX_VALUE) {
                position = layout.dimensionAt(axis + 1);
                return false;
            }
            size[axis] = Math.toIntExact(stated);
        }
        long stated = dimensions >= TIME ? layout.dimension(bytes, TIME) : 1;
        moments = Math.toIntExact(Math.min(Math.max(stated, 1), Integer.MAX_VALUE)); // many writers leave a 0
        return true;
    }

    private Kind readSpacings(ByteBuffer bytes, NiftiLayout layout) {
        unit = layout.units(bytes) & SPACE_UNIT_MASK;
        boolean hasAffine = layout.sformCode(bytes) > 0;
        for (int axis = 0; axis < AXES; axis++) {
            double stated = axis < dimensions ? Math.abs(layout.spacing(bytes, axis + 1)) : Double.NaN;
            spacingMm[axis] = length(stated);
            affineSpacingMm[axis] = hasAffine && axis < dimensions ? affineSpacingMm(bytes, layout, axis) : Double.NaN;
        }
        readDirections(bytes, layout, hasAffine);
        return Kind.WHOLE;
    }

    /** The directions of the first two axes: by the sform, else by the qform. */
    private void readDirections(ByteBuffer bytes, NiftiLayout layout, boolean hasAffine) {
        Arrays.fill(directions, Double.NaN);
        boolean known = hasAffine && readAffineDirections(bytes, layout);
        if (!known && layout.qformCode(bytes) > 0) {
            readQuaternionDirections(bytes, layout);
        }
    }

    private boolean readAffineDirections(ByteBuffer bytes, NiftiLayout layout) {
        for (int axis = 0; axis < 2; axis++) {
            double x = layout.affine(bytes, 0, axis);
            double y = layout.affine(bytes, 1, axis);
            double z = layout.affine(bytes, 2, axis);
            double length = Math.sqrt(x * x + y * y + z * z);
            setDirection(axis, x / length, y / length, z / length);
        }
        double cross = 0;
        for (int i = 0; i < AXES; i++) {
            int j = (i + 1) % AXES;
            double part = directions[i] * directions[AXES + j] - directions[j] * directions[AXES + i];
            cross += part * part;
        }
        return cross > LEAST_CROSS; // else they span no plane, or are not finite
    }

    /** nifti1.h, method 2. */
    private void readQuaternionDirections(ByteBuffer bytes, NiftiLayout layout) {
        double b = layout.quaternion(bytes, 0);
        double c = layout.quaternion(bytes, 1);
        double d = layout.quaternion(bytes, 2);
        double a = Math.sqrt(Math.max(0, 1 - (b * b + c * c + d * d)));
        setDirection(0, a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c));
        setDirection(1, 2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b));
    }

    /** NIfTI counts to the right and to the front, DICOM to the left and to the back. */
    private void setDirection(int axis, double right, double front, double up) {
        directions[AXES * axis] = -right;
        directions[AXES * axis + 1] = -front;
        directions[AXES * axis + 2] = up;
    }

    private double affineSpacingMm(ByteBuffer bytes, NiftiLayout layout, int axis) {
        double squares = 0;
        for (int row = 0; row < AXES; row++) {
            double element = layout.affine(bytes, row, axis);
            squares += element * element;
        }
        return length(Math.sqrt(squares));
    }

    /** In millimetres, NaN where it is no length. */
    private double length(double stated) {
        double mm = switch (unit) {
            case METRE -> stated * MILLIMETRES_IN_METRE;
            case MICROMETRE -> stated / MICROMETRES_IN_MILLIMETRE;
            default -> stated;
        };
        return mm > 0 && mm < Double.POSITIVE_INFINITY ? mm : Double.NaN;
    }

    /** Where a header that is cut ends, or one that is broken contradicts itself; in bytes. */
    public int position() {
        return position;
    }

    /**
     * Whether the voxels are in another file, named {@code .img}: NIfTI with the magic {@code ni1} or {@code ni2}, and
     * Analyze.
     */
    public boolean isOfPair() {
        return pair;
    }

    /** Axes the file has, of space, time and more: dim[0]. */
    public int dimensions() {
        return dimensions;
    }

    /** Voxels along an axis of space, 0 to 2; 1 along one that the file does not have. */
    public int size(int axis) {
        return size[axis];
    }

    /** Volumes, one after the other: dim[4], 1 where there is none. */
    public int moments() {
        return moments;
    }

    /** |pixdim[axis + 1]| in millimetres, for an axis 0 to 2; NaN where it is no length or there is no such axis. */
    public double spacingMm(int axis) {
        return spacingMm[axis];
    }

    /** Length of the sform's column of an axis, in millimetres; NaN where there is no sform. */
    public double affineSpacingMm(int axis) {
        return affineSpacingMm[axis];
    }

    /**
     * Directions of the first and the second axis in DICOM's patient coordinates, x, y, z each: by the sform, else by
     * the qform; not finite where neither says them. Not to be changed.
     */
    public double[] directions() {
        return directions;
    }

    /** Whether the file names a unit of length that the standard knows; else millimetres are assumed. */
    public boolean isUnitStated() {
        return unit == METRE || unit == MILLIMETRE || unit == MICROMETRE;
    }
}
