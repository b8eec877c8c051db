package dev.vernier.geometry;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Image planes in columns: the slices of a series and the frames of its volume files alike, which is all that the rules
 * look at. What is equal in all planes costs nothing per plane; else a position takes up to 24 bytes, a shape or a
 * number 2. One thread at a time.
 */
final class ImagePlanes {

    private static final int NO_SHAPE = -1;

    private final List<PlaneShape> shapes = new ArrayList<>(1);
    /**
     * Null while there is one shape. A map of the JDK: with Comparable keys it stays fast where hashes are made to
     * collide.
     */
    private Map<PlaneShape, Integer> shapeIndex;

    private PlaneColumn shapeNumbers = new PlaneColumn();
    /** x, y and z of ImagePositionPatient, in millimetres. */
    private final PlaneColumn[] positions = {new PlaneColumn(), new PlaneColumn(), new PlaneColumn()};
    /** SliceLocation of a plane without position, or the offset of a dose plane, in millimetres. */
    private PlaneColumn locations = new PlaneColumn();

    private PlaneColumn temporalPositions = new PlaneColumn();
    private PlaneColumn acquisitions = new PlaneColumn();
    private PlaneColumn stackIds = new PlaneColumn();

    private int lastShape = NO_SHAPE;

    int size() {
        return shapeNumbers.size();
    }

    /** Adds a plane of a file. */
    void add(PlaneShape.FileTraits file, Plane plane) {
        if (lastShape == NO_SHAPE || !shapes.get(lastShape).matches(file, plane)) {
            lastShape = intern(new PlaneShape(file, plane));
        }
        shapeNumbers.add(lastShape);
        positions[0].addDouble(plane.positionX);
        positions[1].addDouble(plane.positionY);
        positions[2].addDouble(plane.positionZ);
        locations.addDouble(plane.sliceLocationMm);
        temporalPositions.addNumber(plane.temporalPosition);
        acquisitions.addNumber(plane.acquisition);
        stackIds.add(plane.stackId);
    }

    private int intern(PlaneShape shape) {
        int next = shapes.size();
        if (next > 0 && shapeIndex == null) {
            if (shapes.get(0).equals(shape)) {
                return 0;
            }
            shapeIndex = new HashMap<>();
            shapeIndex.put(shapes.get(0), 0);
        }
        Integer known = shapeIndex == null ? null : shapeIndex.putIfAbsent(shape, next);
        if (known != null) {
            return known;
        }
        shapes.add(shape);
        return next;
    }

    /** Adds the planes of another, behind those that are here. */
    void addAll(ImagePlanes other) {
        int[] shapeHere = new int[other.shapes.size()];
        for (int i = 0; i < shapeHere.length; i++) {
            shapeHere[i] = intern(other.shapes.get(i));
        }
        for (int i = 0; i < other.size(); i++) {
            shapeNumbers.add(shapeHere[other.shapeNumber(i)]);
        }
        for (int axis = 0; axis < positions.length; axis++) {
            positions[axis].addAll(other.positions[axis]);
        }
        locations.addAll(other.locations);
        temporalPositions.addAll(other.temporalPositions);
        acquisitions.addAll(other.acquisitions);
        stackIds.addAll(other.stackIds);
    }

    /** Gives back memory that was taken for planes to come. */
    void trim() {
        shapeNumbers.trim();
        for (PlaneColumn axis : positions) {
            axis.trim();
        }
        locations.trim();
        temporalPositions.trim();
        acquisitions.trim();
        stackIds.trim();
    }

    /** Shapes are numbered below this. */
    int shapeCount() {
        return shapes.size();
    }

    PlaneShape shape(int number) {
        return shapes.get(number);
    }

    /** Equal shapes, equal number; numbers say nothing else. */
    int shapeNumber(int plane) {
        return (int) shapeNumbers.get(plane);
    }

    PlaneShape shapeOf(int plane) {
        return shapes.get(shapeNumber(plane));
    }

    boolean hasPosition(int plane) {
        return !Double.isNaN(position(plane, 0));
    }

    /** x, y or z in millimetres, NaN where the plane has no position. */
    double position(int plane, int axis) {
        return positions[axis].getDouble(plane);
    }

    /** Order of positions by value; those that are unknown come last. */
    int comparePositions(int a, int b) {
        int order = 0;
        for (int axis = 0; axis < positions.length && order == 0; axis++) {
            order = Double.compare(position(a, axis), position(b, axis));
        }
        return order;
    }

    /** In millimetres, NaN where unknown or not needed. */
    double location(int plane) {
        return locations.getDouble(plane);
    }

    /** TemporalPositionIdentifier or TemporalPositionIndex, NaN where unknown. */
    double temporalPosition(int plane) {
        return temporalPositions.getNumber(plane);
    }

    /** AcquisitionNumber or FrameAcquisitionNumber, NaN where unknown. */
    double acquisition(int plane) {
        return acquisitions.getNumber(plane);
    }

    /** Hash of StackID (0020,9056), 0 if none. */
    long stackId(int plane) {
        return stackIds.get(plane);
    }

    /** By shape and place. */
    int compareGeometry(int a, int b) {
        int order = comparePositions(a, b);
        order = order != 0 ? order : Double.compare(location(a), location(b));
        return order != 0 || shapeNumber(a) == shapeNumber(b)
                ? order
                : shapeOf(a).compareTo(shapeOf(b));
    }

    /**
     * By everything that is known of two planes: in the order in which copies of one image compete (spacing.md §3.1).
     */
    int compare(int a, int b) {
        PlaneShape shapeA = shapeOf(a);
        PlaneShape shapeB = shapeOf(b);
        int order = shapeA.comparePlane(shapeB);
        order = order != 0 ? order : comparePositions(a, b);
        order = order != 0 ? order : shapeA.compareTo(shapeB);
        order = order != 0 ? order : Double.compare(location(a), location(b));
        order = order != 0 ? order : Double.compare(temporalPosition(a), temporalPosition(b));
        order = order != 0 ? order : Double.compare(acquisition(a), acquisition(b));
        return order != 0 ? order : Long.compare(stackId(a), stackId(b));
    }

    /** How much is known of a plane: Rows and Columns, position, orientation, in-plane spacing; 0 to 4. */
    int richness(int plane) {
        PlaneShape shape = shapeOf(plane);
        return (shape.rows() > 0 && shape.columns() > 0 ? 1 : 0)
                + (hasPosition(plane) ? 1 : 0)
                + (shape.hasOrientation() ? 1 : 0)
                + (shape.hasSpacing() ? 1 : 0);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(shapes.size());
        for (PlaneShape shape : shapes) {
            shape.writeTo(out);
        }
        out.writeInt(size());
        shapeNumbers.writeTo(out);
        for (PlaneColumn axis : positions) {
            axis.writeTo(out);
        }
        locations.writeTo(out);
        temporalPositions.writeTo(out);
        acquisitions.writeTo(out);
        stackIds.writeTo(out);
    }

    /** Refuses places that no file can have given. */
    private void requirePlaces() {
        boolean same = locations.isSame();
        for (PlaneColumn axis : positions) {
            same &= axis.isSame();
        }
        int different = same ? Math.min(size(), 1) : size();
        for (int plane = 0; plane < different; plane++) {
            boolean none = Double.isNaN(position(plane, 0))
                    && Double.isNaN(position(plane, 1))
                    && Double.isNaN(position(plane, 2));
            boolean all = Plane.isCoordinate(position(plane, 0))
                    && Plane.isCoordinate(position(plane, 1))
                    && Plane.isCoordinate(position(plane, 2));
            RecordFields.require(none || all);
            RecordFields.require(Double.isNaN(location(plane)) || Plane.isCoordinate(location(plane)));
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param most planes that the record may hold, since equal ones take no room in it
     * @throws IllegalArgumentException if the bytes are no such record
     */
    static ImagePlanes readFrom(ByteBuffer in, int most) {
        ImagePlanes planes = new ImagePlanes();
        int shapeCount = RecordFields.readCount(in, Plane.COSINES * Double.BYTES);
        for (int i = 0; i < shapeCount; i++) {
            RecordFields.require(planes.intern(PlaneShape.readFrom(in)) == i);
        }
        int size = in.getInt();
        RecordFields.require(size >= 0 && size <= most && (size == 0 || shapeCount > 0));
        planes.shapeNumbers = PlaneColumn.readFrom(in, size);
        for (int i = 0; i < size; i++) {
            long number = planes.shapeNumbers.get(i);
            RecordFields.require(number >= 0 && number < shapeCount);
        }
        for (int axis = 0; axis < planes.positions.length; axis++) {
            planes.positions[axis] = PlaneColumn.readFrom(in, size);
        }
        planes.locations = PlaneColumn.readFrom(in, size);
        planes.temporalPositions = PlaneColumn.readFrom(in, size);
        planes.acquisitions = PlaneColumn.readFrom(in, size);
        planes.stackIds = PlaneColumn.readFrom(in, size);
        planes.requirePlaces();
        return planes;
    }
}
