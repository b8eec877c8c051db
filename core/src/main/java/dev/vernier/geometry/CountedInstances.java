package dev.vernier.geometry;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The instances of a series, each once: of files with one SOPInstanceUID the one with the smaller tuple of frames and geometry
 * counts (spacing.md §3.1), and localizers only where there is nothing else. O(n log n).
 */
final class CountedInstances {

    private static final Comparator<SeriesTally.VolumeInstance> VOLUME_ORDER = Comparator.comparing(
                    SeriesTally.VolumeInstance::stack, StackOrder.BY_VALUE)
            .thenComparing(SeriesTally.VolumeInstance::localizer);

    private final SeriesTally tally;
    private LongOpenHashSet instances;
    private final List<SeriesTally.VolumeInstance> volumes = new ArrayList<>();
    private int[] slices;
    private final long frames;
    private final boolean onlyLocalizers;
    private int localizersLeftOut;
    private boolean differing;

    CountedInstances(SeriesTally tally) {
        this.tally = tally;
        instances = new LongOpenHashSet(tally.otherInstances()); // no frame: the smallest of all
        countSlices();
        countVolumes();
        long count = slices.length;
        for (SeriesTally.VolumeInstance volume : volumes) {
            count += volume.stack().frames;
        }
        frames = count;
        onlyLocalizers = dropLocalizers();
    }

    private void countSlices() {
        int[] order = new int[tally.sliceCount()];
        LongOpenHashSet all = new LongOpenHashSet(instances);
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            all.add(tally.sliceInstance(i));
        }
        if (all.size() == instances.size() + order.length) {
            instances = all; // the rule: nothing is there twice
            slices = order;
            return;
        }
        IntArrays.mergeSort(order, this::compareSlices);
        IntArrayList kept = new IntArrayList();
        for (int slice : order) {
            int last = kept.isEmpty() ? slice : kept.getInt(kept.size() - 1);
            if (last != slice && tally.sliceInstance(last) == tally.sliceInstance(slice)) {
                differing |= compareGeometry(last, slice) != 0;
            } else if (instances.add(tally.sliceInstance(slice))) {
                kept.add(slice);
            } else {
                differing = true;
            }
        }
        slices = kept.toIntArray();
    }

    private int compareSlices(int a, int b) {
        int byInstance = Long.compare(tally.sliceInstance(a), tally.sliceInstance(b));
        return byInstance != 0 ? byInstance : compareGeometry(a, b);
    }

    private int compareGeometry(int a, int b) {
        int byShape = tally.sliceShape(a).compareTo(tally.sliceShape(b));
        for (int axis = 0; byShape == 0 && axis < 3; axis++) {
            byShape = Double.compare(tally.slicePosition(a, axis), tally.slicePosition(b, axis));
        }
        return byShape;
    }

    private void countVolumes() {
        List<SeriesTally.VolumeInstance> ordered = new ArrayList<>(tally.volumes());
        ordered.sort(Comparator.comparingLong(SeriesTally.VolumeInstance::sopInstance)
                .thenComparing(VOLUME_ORDER));
        SeriesTally.VolumeInstance kept = null;
        for (SeriesTally.VolumeInstance volume : ordered) {
            if (kept != null && kept.sopInstance() == volume.sopInstance()) {
                differing |= VOLUME_ORDER.compare(kept, volume) != 0;
            } else if (instances.add(volume.sopInstance())) {
                volumes.add(volume);
                kept = volume;
            } else {
                differing = true;
            }
        }
    }

    /** Localizers do not count, unless there is nothing else; then true. */
    private boolean dropLocalizers() {
        boolean anyOther = volumes.stream().anyMatch(volume -> !volume.localizer());
        for (int i = 0; i < slices.length && !anyOther; i++) {
            anyOther = !tally.sliceShape(slices[i]).localizer;
        }
        if (anyOther) {
            int before = slices.length + volumes.size();
            IntArrayList kept = new IntArrayList(slices.length);
            for (int slice : slices) {
                if (!tally.sliceShape(slice).localizer) {
                    kept.add(slice);
                }
            }
            slices = kept.toIntArray();
            volumes.removeIf(SeriesTally.VolumeInstance::localizer);
            localizersLeftOut = before - slices.length - volumes.size();
        }
        return !anyOther;
    }

    /** Distinct SOPInstanceUIDs, of all classes. */
    int instances() {
        return instances.size();
    }

    /** Frames of all images, localizers among them. */
    long frames() {
        return frames;
    }

    /** Whether files with one SOPInstanceUID differ. */
    boolean differing() {
        return differing;
    }

    /** Whether all images are localizers; they count then. */
    boolean onlyLocalizers() {
        return onlyLocalizers;
    }

    /** Localizers that do not count. */
    int localizersLeftOut() {
        return localizersLeftOut;
    }

    /** Numbers, in the tally, of the slices that count. */
    int[] slices() {
        return slices;
    }

    /** The volumes that count. */
    List<StackSpacing> volumes() {
        return volumes.stream().map(SeriesTally.VolumeInstance::stack).toList();
    }
}
