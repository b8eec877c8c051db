package dev.vernier.geometry;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What has been read of one series so far: a partial result that others can be merged into. Merging is associative and
 * commutative up to {@link #analyse}, which orders everything by value: any split of the files over threads or machines, in any
 * order, gives the same answer.
 *
 * <p>Some 36 bytes a slice. One thread at a time.
 */
public final class SeriesTally {

    private static final int NO_SHAPE = -1;
    private static final int AXES = 3;

    private final String seriesUid;
    private long files;
    private long unreadableFiles;
    private String folder;

    private final List<SliceShape> shapes = new ArrayList<>();
    private final Object2IntMap<SliceShape> shapeIndex = new Object2IntOpenHashMap<>();
    private final LongArrayList sliceInstances = new LongArrayList();
    private final IntArrayList sliceShapes = new IntArrayList();
    private final DoubleArrayList slicePositions = new DoubleArrayList();
    private int lastShape = NO_SHAPE;

    private final List<VolumeInstance> volumes = new ArrayList<>();
    private final LongArrayList otherInstances = new LongArrayList();
    private final Long2ObjectMap<LabelCount> labels = new Long2ObjectOpenHashMap<>();

    /** One volume file. */
    record VolumeInstance(long sopInstance, boolean localizer, StackSpacing stack) {}

    /** Files that carry the same labels. */
    private static final class LabelCount {
        private final String[] texts;
        private long count;

        private LabelCount(String[] texts, long count) {
            this.texts = texts;
            this.count = count;
        }
    }

    /** An empty tally; the identity of {@link #merge}. */
    public SeriesTally(String seriesUid) {
        this.seriesUid = Objects.requireNonNull(seriesUid, "seriesUid");
        shapeIndex.defaultReturnValue(NO_SHAPE);
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
     * @param name of the file in that folder, tells it apart where it has no SOPInstanceUID
     */
    public void add(InstanceGeometry file, String folderName, Path name) {
        files++;
        addFolder(folderName);
        addLabels(file.labels());
        long instance = file.sopInstanceHash() != 0
                ? file.sopInstanceHash()
                : ~((long) folderName.hashCode() << 32 | name.hashCode());
        if (!file.isImage()) {
            otherInstances.add(instance);
        } else if (file.volume() != null) {
            volumes.add(new VolumeInstance(instance, file.isLocalizer(), file.volume()));
        } else {
            sliceInstances.add(instance);
            sliceShapes.add(shapeOf(file));
            slicePositions.add(file.plane().positionX);
            slicePositions.add(file.plane().positionY);
            slicePositions.add(file.plane().positionZ);
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

    private void addLabels(LabelBytes bytes) {
        long hash = bytes.hash();
        LabelCount known = labels.get(hash);
        if (known == null) {
            labels.put(hash, new LabelCount(bytes.decode(), 1));
        } else {
            known.count++;
        }
    }

    private int shapeOf(InstanceGeometry file) {
        if (lastShape == NO_SHAPE || !shapes.get(lastShape).matches(file)) {
            lastShape = intern(new SliceShape(file));
        }
        return lastShape;
    }

    private int intern(SliceShape shape) {
        int index = shapeIndex.getInt(shape);
        if (index == NO_SHAPE) {
            index = shapes.size();
            shapes.add(shape);
            shapeIndex.put(shape, index);
        }
        return index;
    }

    /**
     * Takes over everything of another tally of the same series; the other one must not be used afterwards.
     *
     * @return this
     * @throws IllegalArgumentException if it is of another series
     */
    public SeriesTally merge(SeriesTally other) {
        if (!seriesUid.equals(other.seriesUid)) {
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
        slicePositions.addAll(other.slicePositions);
        for (int i = 0; i < other.sliceShapes.size(); i++) {
            sliceShapes.add(shapeHere[other.sliceShapes.getInt(i)]);
        }
        volumes.addAll(other.volumes);
        otherInstances.addAll(other.otherInstances);
        other.labels.long2ObjectEntrySet().forEach(entry -> {
            LabelCount known = labels.get(entry.getLongKey());
            if (known == null) {
                labels.put(entry.getLongKey(), new LabelCount(entry.getValue().texts, entry.getValue().count));
            } else {
                known.count += entry.getValue().count;
            }
        });
        return this;
    }

    /** Finds the spacing of the series from all that was added. */
    public SeriesSpacing analyse(SpacingRules rules) {
        return new SeriesAnalysis(this, rules).run();
    }

    /**
     * The series' labels, each the text that most files carry (the smaller text on a tie): empty where the files have none.
     *
     * @param count how many labels the reading {@link InstanceGeometry} was made with
     */
    public List<String> labels(int count) {
        List<String> common = new ArrayList<>(count);
        for (int label = 0; label < count; label++) {
            Object2IntMap<String> votes = new Object2IntOpenHashMap<>();
            for (LabelCount set : labels.values()) {
                votes.mergeInt(set.texts[label], (int) Math.min(set.count, Integer.MAX_VALUE), Integer::sum);
            }
            common.add(mostFrequent(votes));
        }
        return common;
    }

    private static String mostFrequent(Object2IntMap<String> votes) {
        String best = "";
        int bestCount = 0;
        for (Object2IntMap.Entry<String> entry : votes.object2IntEntrySet()) {
            int count = entry.getKey().isEmpty() ? 0 : entry.getIntValue();
            if (count > bestCount
                    || count == bestCount && count > 0 && entry.getKey().compareTo(best) < 0) {
                best = entry.getKey();
                bestCount = count;
            }
        }
        return best;
    }

    int sliceCount() {
        return sliceInstances.size();
    }

    long sliceInstance(int slice) {
        return sliceInstances.getLong(slice);
    }

    SliceShape sliceShape(int slice) {
        return shapes.get(sliceShapes.getInt(slice));
    }

    double slicePosition(int slice, int axis) {
        return slicePositions.getDouble(AXES * slice + axis);
    }

    List<VolumeInstance> volumes() {
        return volumes;
    }

    LongArrayList otherInstances() {
        return otherInstances;
    }
}
