package dev.vernier.geometry;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What has been read of one series so far: a partial result that others can be merged into. Merging is associative and
 * commutative up to {@link #analyse}, which orders everything by value: any split of the files over threads or
 * machines, in any order, gives the same answer.
 *
 * <p>Planes are kept as they were read, slices and frames alike, and judged at the end: no rule and no tolerance
 * changes a tally. 8 bytes a slice, 8 for each of x, y and z that differ between planes, 2 for each of shape and
 * numbers of passes that do: mostly 16 to 32, at most 40. A frame takes as much but the first 8. One thread at a time.
 */
public final class SeriesTally {

    private final String seriesUid;
    private long files;
    private long unreadableFiles;
    private String folder;

    /** Slices and, in one piece each, the frames of volume files. */
    private ImagePlanes planes = new ImagePlanes();
    /** Of the planes that are slices, in their order. */
    private final LongArrayList sliceInstances = new LongArrayList();

    private final List<VolumeInstance> volumes = new ArrayList<>();
    private final LongArrayList otherInstances = new LongArrayList();
    /** Files of an image class that lack Rows or Columns. */
    private final LongArrayList instancesWithoutRows = new LongArrayList();

    private final LabelVotes labels = new LabelVotes();

    /**
     * One volume file.
     *
     * @param sopInstance hash of its SOPInstanceUID
     * @param header what it says once
     * @param from number of its first plane
     * @param planes how many follow from there on
     */
    record VolumeInstance(long sopInstance, VolumeHeader header, int from, int planes) {

        private VolumeInstance behind(int others) {
            return new VolumeInstance(sopInstance, header, from + others, planes);
        }

        /** Numbers of its planes. */
        int[] planeNumbers() {
            int[] numbers = new int[planes];
            Arrays.setAll(numbers, i -> from + i);
            return numbers;
        }
    }

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
     * @param name of the file; with the folder it tells the file apart where it has no SOPInstanceUID, and is not used
     *     elsewhere
     */
    public void add(InstanceGeometry file, String folderName, String name) {
        files++;
        addFolder(folderName);
        labels.add(file.labels());
        long instance = file.sopInstanceHash() != 0 ? file.sopInstanceHash() : identity(folderName, name);
        if (!file.isImage()) {
            (file.isImageWithoutRows() ? instancesWithoutRows : otherInstances).add(instance);
            return;
        }
        int from = planes.size();
        if (file.volume() == null) {
            file.addPlanesTo(planes);
            sliceInstances.add(instance);
            return;
        }
        if (from == 0) {
            planes = file.volume().planes(); // mostly the only one
        } else {
            file.addPlanesTo(planes);
        }
        volumes.add(new VolumeInstance(instance, file.volume().header(), from, planes.size() - from));
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
        int before = planes.size();
        if (before == 0) {
            planes = other.planes;
        } else {
            planes.addAll(other.planes);
        }
        sliceInstances.addAll(other.sliceInstances);
        for (VolumeInstance volume : other.volumes) {
            volumes.add(volume.behind(before));
        }
        otherInstances.addAll(other.otherInstances);
        instancesWithoutRows.addAll(other.instancesWithoutRows);
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
     * The series' labels, each the text that most files carry (the smaller text on a tie): empty where the files have
     * none.
     *
     * @param count how many labels the reading {@link InstanceGeometry} was made with
     */
    public List<String> labels(int count) {
        return labels.mostFrequent(count);
    }

    /** Planes of slices and volumes. */
    ImagePlanes planes() {
        return planes;
    }

    /** Numbers of the planes that are slices, ascending. */
    int[] slicePlanes() {
        int[] numbers = new int[sliceInstances.size()];
        int count = 0;
        int plane = 0;
        for (VolumeInstance volume : volumes) { // in the order of their planes
            while (plane < volume.from) {
                numbers[count++] = plane++;
            }
            plane = volume.from + volume.planes;
        }
        while (count < numbers.length) {
            numbers[count++] = plane++;
        }
        return numbers;
    }

    /** Hash of the SOPInstanceUID of each of {@link #slicePlanes}. */
    long sliceInstance(int slice) {
        return sliceInstances.getLong(slice);
    }

    List<VolumeInstance> volumes() {
        return volumes;
    }

    /** Hashes of the SOPInstanceUIDs of files that are no image. */
    LongArrayList otherInstances() {
        return otherInstances;
    }

    /** Likewise of files of an image class that lack Rows or Columns. */
    LongArrayList instancesWithoutRows() {
        return instancesWithoutRows;
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
        writeInstances(out, sliceInstances);
        out.writeInt(volumes.size());
        for (VolumeInstance each : volumes) {
            out.writeLong(each.sopInstance);
            each.header.writeTo(out);
            out.writeInt(each.from);
            out.writeInt(each.planes);
        }
        planes.writeTo(out);
        writeInstances(out, otherInstances);
        writeInstances(out, instancesWithoutRows);
    }

    private static void writeInstances(DataOutput out, LongArrayList instances) throws IOException {
        out.writeInt(instances.size());
        for (int i = 0; i < instances.size(); i++) {
            out.writeLong(instances.getLong(i));
        }
    }

    /**
     * Reads what {@link #writeTo} wrote. Bytes that were not written so are refused, or give a tally that can be used
     * like any other; no more memory is taken than they can fill.
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
        long count = readInstances(in, sliceInstances);
        long planeAt = 0;
        int volumeCount = RecordFields.readCount(in, Long.BYTES);
        for (int i = 0; i < volumeCount; i++) {
            VolumeInstance volume =
                    new VolumeInstance(in.getLong(), VolumeHeader.readFrom(in), in.getInt(), in.getInt());
            RecordFields.require(
                    volume.from >= planeAt && volume.planes > 0 && volume.planes <= FunctionalGroups.MAX_FRAMES);
            planeAt = (long) volume.from + volume.planes;
            count += volume.planes;
            volumes.add(volume);
        }
        RecordFields.require(planeAt <= count && count <= Integer.MAX_VALUE);
        planes = ImagePlanes.readFrom(in, (int) count);
        RecordFields.require(planes.size() == count);
        readInstances(in, otherInstances);
        readInstances(in, instancesWithoutRows);
    }

    private static int readInstances(ByteBuffer in, LongArrayList instances) {
        int count = RecordFields.readCount(in, Long.BYTES);
        instances.addElements(0, RecordFields.readLongs(in, count));
        return count;
    }
}
