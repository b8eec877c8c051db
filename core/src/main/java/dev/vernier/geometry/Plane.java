package dev.vernier.geometry;

import java.util.Arrays;

/**
 * What one image plane says of itself: in-plane spacing, declared z spacings, orientation and position; millimetres,
 * NaN where unknown. Mutable and reused, one thread.
 */
final class Plane {

    static final int COSINES = 6;
    static final int AXES = 3;

    /** Coordinates beyond this are no positions: differences and squares of those within it stay finite. */
    static final double MAX_COORDINATE_MM = 1e100;

    double x;
    double y;
    XySource xySource;
    double sliceThicknessMm;
    double spacingBetweenSlicesMm;
    /** Row direction, then column direction; all NaN where unknown. */
    final double[] cosines = new double[COSINES];

    /** SliceLocation (0020,1041), or the offset of a dose plane. */
    double sliceLocationMm;

    double positionX;
    double positionY;
    double positionZ;
    /** Hash of StackID (0020,9056), 0 if none. */
    long stackId;
    /** TemporalPositionIdentifier (0020,0100), or a frame's TemporalPositionIndex (0020,9128). */
    double temporalPosition;
    /** AcquisitionNumber (0020,0012), or a frame's FrameAcquisitionNumber (0020,9156). */
    double acquisition;

    Plane() {
        clear();
    }

    void clear() {
        clearSpacing();
        sliceThicknessMm = Double.NaN;
        spacingBetweenSlicesMm = Double.NaN;
        Arrays.fill(cosines, Double.NaN);
        clearPosition();
        sliceLocationMm = Double.NaN;
        stackId = 0;
        temporalPosition = Double.NaN;
        acquisition = Double.NaN;
    }

    private void clearSpacing() {
        x = Double.NaN;
        y = Double.NaN;
        xySource = XySource.UNKNOWN;
    }

    private void clearPosition() {
        positionX = Double.NaN;
        positionY = Double.NaN;
        positionZ = Double.NaN;
    }

    boolean hasSpacing() {
        return xySource != XySource.UNKNOWN;
    }

    boolean hasOrientation() {
        return !Double.isNaN(cosines[0]);
    }

    boolean hasPosition() {
        return !Double.isNaN(positionX);
    }

    /**
     * Row spacing first, as the attribute has it (PS3.3 §10.7.1.3); anything but two positive numbers is no spacing.
     * Here and below the first usable value counts: a second one can only come from an item too many.
     */
    void spacing(double rowSpacing, double columnSpacing, XySource source) {
        if (!hasSpacing() && isLength(rowSpacing) && isLength(columnSpacing)) {
            y = rowSpacing;
            x = columnSpacing;
            xySource = source;
        }
    }

    void position(double[] xyz, int count) {
        if (!hasPosition() && count >= 3 && isCoordinate(xyz[0]) && isCoordinate(xyz[1]) && isCoordinate(xyz[2])) {
            positionX = xyz[0] + 0.0;
            positionY = xyz[1] + 0.0;
            positionZ = xyz[2] + 0.0;
        }
    }

    void orientation(double[] values, int count) {
        if (hasOrientation() || count != COSINES || !Normal.isUsable(values)) {
            return;
        }
        for (int i = 0; i < COSINES; i++) {
            cosines[i] = values[i] + 0.0; // no negative zero: it would be another key
        }
    }

    void sliceThickness(double value) {
        if (Double.isNaN(sliceThicknessMm) && isLength(value)) {
            sliceThicknessMm = value;
        }
    }

    /** The sign of SpacingBetweenSlices is a direction. */
    void spacingBetweenSlices(double value) {
        if (Double.isNaN(spacingBetweenSlicesMm) && isLength(Math.abs(value))) {
            spacingBetweenSlicesMm = Math.abs(value);
        }
    }

    void sliceLocation(double value) {
        if (Double.isNaN(sliceLocationMm) && isCoordinate(value)) {
            sliceLocationMm = value + 0.0;
        }
    }

    /** Whether a number can be a coordinate; NaN cannot. */
    static boolean isCoordinate(double value) {
        return Math.abs(value) <= MAX_COORDINATE_MM;
    }

    private static boolean isLength(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /** Takes from another plane whatever this one does not know. */
    void fallBackTo(Plane other) {
        fallBackToAllButPlace(other);
        if (!hasPosition()) {
            positionX = other.positionX;
            positionY = other.positionY;
            positionZ = other.positionZ;
        }
        if (stackId == 0) {
            stackId = other.stackId;
        }
        if (Double.isNaN(sliceLocationMm)) {
            sliceLocationMm = other.sliceLocationMm;
        }
        if (Double.isNaN(temporalPosition)) {
            temporalPosition = other.temporalPosition;
        }
        if (Double.isNaN(acquisition)) {
            acquisition = other.acquisition;
        }
    }

    /**
     * Takes from another plane what this one does not know, but not what tells its place: position, StackID and numbers
     * of passes.
     */
    void fallBackToAllButPlace(Plane other) {
        if (!hasSpacing()) {
            x = other.x;
            y = other.y;
            xySource = other.xySource;
        }
        if (Double.isNaN(sliceThicknessMm)) {
            sliceThicknessMm = other.sliceThicknessMm;
        }
        if (Double.isNaN(spacingBetweenSlicesMm)) {
            spacingBetweenSlicesMm = other.spacingBetweenSlicesMm;
        }
        if (!hasOrientation()) {
            System.arraycopy(other.cosines, 0, cosines, 0, COSINES);
        }
    }
}
