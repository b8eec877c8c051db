package dev.vernier.geometry;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What has been read of one series so far: a partial result that others can be merged into. Merging is associative and
 * commutative up to {@link #analyse}, which orders everything by value: any split of the files over threads or machines, in any
 * order, gives the same answer.
 *
 * <p>8 bytes a slice, and 8 for each of shape, x, y and z that differ between slices: mostly 16 to 32. One thread at a time.
 */
public final class SeriesTally {

    private static final int NO_SHAPE = -1;

    private final String seriesUid;
    private long files;
    private long unreadableFiles;
    private String folder;

    private final List<SliceShape> shapes = new ArrayList<>();
    /** A map of the JDK: with Comparable keys it stays fast where hashes are made to collide. */
    private final Map<SliceShape, Integer> shapeIndex = new HashMap<>();

    private final LongArrayList sliceInstances = new LongArrayList();
    private SliceColumn sliceShapes = new SliceColumn();
    /** x, y and z, in millimetres. */
    private final SliceColumn[] slicePositions = {new SliceColumn(), new SliceColumn(), new SliceColumn()};

    private int lastShape = NO_SHAPE;

    private final List<VolumeInstance> volumes = new ArrayList<>();
    private final LongArrayList otherInstances = new LongArrayList();
    private final LabelVotes labels = new LabelVotes();

    /** One volume file. */
    record VolumeInstance(long sopInstance, boolean localizer, StackSpacing stack) {}

    /** An empty tally; the identity of {@link #merge}. */
    public SeriesTally(String seriesUid) {
        this.seriesUid = Objects.requireNonNull(seriesUid, "seriesUid");
    }

    /** SeriesInstanceUID (0020,000E). */
    public String seriesUid() {
        return seriesUid;
    }

    /** Files whose geometry, or lack of it, was read. */
    public long files() {
        return files;
    }

    /** Files that name the series, but were cut short or broken. */
    public long unreadableFiles() {
        return unreadableFiles;
    }

    /** The first folder, by name, that holds a file of the series; null if there is none. */
    public String folder() {
        return folder;
    }

    /**
     * Adds a file: an image, or an instance without an image plane.
     *
     * @param file the finished geometry of a file of this series
     * @param folderName of the folder the file is in
     * @param name of the file; with the folder it tells the file apart where it has no SOPInstanceUID, and is not used elsewhere
     */
    public void add(InstanceGeometry file, String folderName, String name) {
        files++;
        addFolder(folderName);
        labels.add(file.labels());
        GeometryElements values = file.values();
        long instance = values.sopInstanceHash != 0 ? values.sopInstanceHash : identity(folderName, name);
        if (!file.isImage()) {
            otherInstances.add(instance);
        } else if (file.volume() != null) {
            volumes.add(new VolumeInstance(instance, values.localizer, file.volume()));
        } else {
            sliceInstances.add(instance);
            sliceShapes.add(shapeOf(values));
            slicePositions[0].addDouble(values.plane.positionX);
            slicePositions[1].addDouble(values.plane.positionY);
            slicePositions[2].addDouble(values.plane.positionZ);
        }
    }

    /** Adds a file that names the series, but could not be read to the end of its header. */
    public void addUnreadable(String folderName) {
        unreadableFiles++;
        addFolder(folderName);
    }

    private void addFolder(String name) {
        // Mostly the very same String: files come folder by folder.
        if (folder != name && (folder == null || name.compareTo(folder) < 0)) {
            folder = name;
        }
    }

    /** 64 bits that stand for one file. */
    private static long identity(String folderName, String name) {
        String text = folderName + '/' + name;
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = Long.rotateLeft(hash ^ text.charAt(i), 23) * 0xD6E8FEB86659FD93L;
        }
        return hash ^ hash >>> 32;
    }

    private int shapeOf(GeometryElements file) {
        if (lastShape == NO_SHAPE || !shapes.get(lastShape).matches(file)) {
            lastShape = intern(new SliceShape(file));
        }
        return lastShape;
    }

    private int intern(SliceShape shape) {
        Integer known = shapeIndex.putIfAbsent(shape, shapes.size());
        if (known != null) {
            return known;
        }
        shapes.add(shape);
        return shapes.size() - 1;
    }

    /**
     * Takes over everything of another tally of the same series; the other one must not be used afterwards.
     *
     * @return this
     * @throws IllegalArgumentException if it is of another series, or this one
     */
    public SeriesTally merge(SeriesTally other) {
        if (other == this || !seriesUid.equals(other.seriesUid)) {
            throw new IllegalArgumentException("cannot merge series " + other.seriesUid + " into " + seriesUid);
        }
        files += other.files;
        unreadableFiles += other.unreadableFiles;
        if (other.folder != null) {
            addFolder(other.folder);
        }
        int[] shapeHere = new int[other.shapes.size()];
        for (int i = 0; i < shapeHere.length; i++) {
            shapeHere[i] = intern(other.shapes.get(i));
        }
        sliceInstances.addAll(other.sliceInstances);
        for (int axis = 0; axis < slicePositions.length; axis++) {
            slicePositions[axis].addAll(other.slicePositions[axis]);
        }
        for (int i = 0; i < other.sliceShapes.size(); i++) {
            sliceShapes.add(shapeHere[(int) other.sliceShapes.get(i)]);
        }
        volumes.addAll(other.volumes);
        otherInstances.addAll(other.otherInstances);
        labels.merge(other.labels);
        return this;
    }

    /** Finds the spacing of the series from all that was added. */
    public SeriesSpacing analyse(SpacingRules rules) {
        return new SeriesAnalysis(this, rules).run();
    }

    /** Finds it in the same way, and keeps the stacks, positions and reasons that led there. */
    public SeriesExplanation explain(SpacingRules rules) {
        return new SeriesAnalysis(this, rules).explain();
    }

    /**
     * The series' labels, each the text that most files carry (the smaller text on a tie): empty where the files have none.
     *
     * @param count how many labels the reading {@link InstanceGeometry} was made with
     */
    public List<String> labels(int count) {
        return labels.mostFrequent(count);
    }

    int sliceCount() {
        return sliceInstances.size();
    }

    long sliceInstance(int slice) {
        return sliceInstances.getLong(slice);
    }

    SliceShape sliceShape(int slice) {
        return shapes.get(sliceShapeNumber(slice));
    }

    /** Equal shapes, equal number; numbers say nothing else. */
    int sliceShapeNumber(int slice) {
        return (int) sliceShapes.get(slice);
    }

    /** Shapes are numbered below this. */
    int shapeCount() {
        return shapes.size();
    }

    SliceShape shape(int number) {
        return shapes.get(number);
    }

    double slicePosition(int slice, int axis) {
        return slicePositions[axis].getDouble(slice);
    }

    List<VolumeInstance> volumes() {
        return volumes;
    }

    LongArrayList otherInstances() {
        return otherInstances;
    }

    /** Whether the tally holds volume files, which were judged by all the rules at once: see {@link RuleFingerprint}. */
    public boolean hasVolumes() {
        return !volumes.isEmpty();
    }

    /** Writes the tally for {@link #readFrom}, here or on another machine with the same version of this program. */
    public void writeTo(DataOutput out) throws IOException {
        RecordFields.writeText(out, seriesUid);
        out.writeLong(files);
        out.writeLong(unreadableFiles);
        out.writeBoolean(folder != null);
        if (folder != null) {
            RecordFields.writeText(out, folder);
        }
        labels.writeTo(out);
        out.writeInt(shapes.size());
        for (SliceShape shape : shapes) {
            shape.writeTo(out);
        }
        writeInstances(out, sliceInstances);
        sliceShapes.writeTo(out);
        for (SliceColumn axis : slicePositions) {
            axis.writeTo(out);
        }
        out.writeInt(volumes.size());
        for (VolumeInstance each : volumes) {
            out.writeLong(each.sopInstance);
            out.writeBoolean(each.localizer);
            each.stack.writeTo(out);
        }
        writeInstances(out, otherInstances);
    }

    private static void writeInstances(DataOutput out, LongArrayList instances) throws IOException {
        out.writeInt(instances.size());
        for (int i = 0; i < instances.size(); i++) {
            out.writeLong(instances.getLong(i));
        }
    }

    /**
     * Reads what {@link #writeTo} wrote. Bytes that were not written so are refused, or give a tally that can be used like any other;
     * no more memory is taken than they can fill.
     *
     * @param labelCount how many labels the tally's files were read with
     * @throws IllegalArgumentException if the bytes are no tally
     */
    public static SeriesTally readFrom(ByteBuffer in, int labelCount) {
        try {
            SeriesTally tally = new SeriesTally(RecordFields.readText(in));
            tally.readFiles(in, labelCount);
            return tally;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the record is too short", e);
        }
    }

    private void readFiles(ByteBuffer in, int labelCount) {
        files = RecordFields.readNotNegative(in);
        unreadableFiles = RecordFields.readNotNegative(in);
        if (in.get() != 0) {
            folder = RecordFields.readText(in);
        }
        labels.readFrom(in, labelCount);
        int shapeCount = RecordFields.readCount(in, Plane.COSINES * Double.BYTES);
        for (int i = 0; i < shapeCount; i++) {
            RecordFields.require(intern(SliceShape.readFrom(in)) == i);
        }
        int slices = readInstances(in, sliceInstances);
        sliceShapes = SliceColumn.readFrom(in, slices);
        for (int i = 0; i < slices; i++) {
            RecordFields.require(sliceShapes.get(i) >= 0 && sliceShapes.get(i) < shapeCount);
        }
        for (int axis = 0; axis < slicePositions.length; axis++) {
            slicePositions[axis] = SliceColumn.readFrom(in, slices);
        }
        int volumeCount = RecordFields.readCount(in, Long.BYTES);
        for (int i = 0; i < volumeCount; i++) {
            volumes.add(new VolumeInstance(in.getLong(), in.get() != 0, StackSpacing.readFrom(in)));
        }
        readInstances(in, otherInstances);
    }

    private static int readInstances(ByteBuffer in, LongArrayList instances) {
        int count = RecordFields.readCount(in, Long.BYTES);
        instances.addElements(0, RecordFields.readLongs(in, count));
        return count;
    }
}
