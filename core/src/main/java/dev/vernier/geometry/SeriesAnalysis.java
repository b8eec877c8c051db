package dev.vernier.geometry;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the spacing of one series: instances, stacks, the winner, and what the rest means. O(n log n); used once. */
final class SeriesAnalysis {

    private final SeriesTally tally;
    private final SpacingRules rules;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final LongOpenHashSet instances = new LongOpenHashSet();
    private final IntArrayList slices = new IntArrayList();
    private final List<SeriesTally.VolumeInstance> volumes = new ArrayList<>();

    SeriesAnalysis(SeriesTally tally, SpacingRules rules) {
        this.tally = tally;
        this.rules = rules;
    }

    SeriesSpacing run() {
        countInstancesOnce();
        long frames = slices.size();
        for (SeriesTally.VolumeInstance volume : volumes) {
            frames += volume.stack().frames;
        }
        if (frames == 0) {
            return withoutImage();
        }
        boolean onlyLocalizers = dropLocalizers();
        List<StackSpacing> stacks = new ArrayList<>(SliceStacks.of(tally, slices.toIntArray(), rules));
        boolean onlyVolumes = stacks.isEmpty();
        for (SeriesTally.VolumeInstance volume : volumes) {
            stacks.add(volume.stack());
        }
        StackSpacing winner = onlyVolumes
                ? VolumeVote.winner(stacks, rules)
                : stacks.stream().min(StackOrder.BEST_FIRST).orElseThrow();
        flags.addAll(winner.flags);
        if (onlyVolumes && VolumeVote.repeatPositions(stacks)) {
            flags.add(Flag.REPEATED_POSITIONS);
        }
        if (MixedGeometry.isMixed(stacks, rules)) {
            flags.add(Flag.MIXED_GEOMETRY);
        }
        if (winner.xySource == XySource.IMAGER_PIXEL_SPACING
                || winner.xySource == XySource.NOMINAL_SCANNED_PIXEL_SPACING) {
            flags.add(Flag.IMAGER_SPACING);
        }
        StackSpacing sized = onlyVolumes ? VolumeVote.largest(stacks) : winner;
        return onlyLocalizers
                ? localizersOnly(winner, frames, stacks.size())
                : result(winner, sized, frames, stacks.size());
    }

    /** One SOPInstanceUID, one instance: files that repeat it count once, the smallest by value where they differ. */
    private void countInstancesOnce() {
        for (long other : tally.otherInstances()) {
            instances.add(other);
        }
        int[] order = new int[tally.sliceCount()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IntArrays.quickSort(order, this::compareSlices);
        int kept = -1;
        for (int slice : order) {
            boolean again = kept >= 0 && tally.sliceInstance(kept) == tally.sliceInstance(slice);
            if (again) {
                flagIf(compareGeometry(kept, slice) != 0);
            } else if (instances.add(tally.sliceInstance(slice))) {
                slices.add(slice);
                kept = slice;
            } else {
                flags.add(Flag.REPEATED_INSTANCE);
            }
        }
        countVolumesOnce();
    }

    private void countVolumesOnce() {
        List<SeriesTally.VolumeInstance> ordered = new ArrayList<>(tally.volumes());
        ordered.sort(Comparator.comparingLong(SeriesTally.VolumeInstance::sopInstance)
                .thenComparing(SeriesTally.VolumeInstance::stack, StackOrder.BY_VALUE));
        SeriesTally.VolumeInstance kept = null;
        for (SeriesTally.VolumeInstance volume : ordered) {
            if (kept != null && kept.sopInstance() == volume.sopInstance()) {
                flagIf(StackOrder.BY_VALUE.compare(kept.stack(), volume.stack()) != 0);
            } else if (instances.add(volume.sopInstance())) {
                volumes.add(volume);
                kept = volume;
            } else {
                flags.add(Flag.REPEATED_INSTANCE);
            }
        }
    }

    private void flagIf(boolean geometryDiffers) {
        if (geometryDiffers) {
            flags.add(Flag.REPEATED_INSTANCE);
        }
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

    /** Localizers do not count, unless there is nothing else; then true. */
    private boolean dropLocalizers() {
        boolean anyOther = volumes.stream().anyMatch(volume -> !volume.localizer());
        for (int i = 0; i < slices.size() && !anyOther; i++) {
            anyOther = !tally.sliceShape(slices.getInt(i)).localizer;
        }
        if (anyOther) {
            slices.removeIf((int slice) -> tally.sliceShape(slice).localizer);
            volumes.removeIf(SeriesTally.VolumeInstance::localizer);
        }
        return !anyOther;
    }

    private SeriesSpacing result(StackSpacing winner, StackSpacing sized, long frames, int stacks) {
        boolean votes = winner.hasAllAxes();
        String reason = winner.reason;
        if (!votes && Double.isNaN(winner.x)) {
            reason = reason.isEmpty() ? "no in-plane spacing" : "no in-plane spacing; " + reason;
        }
        return new SeriesSpacing(
                tally.files(),
                instances.size(),
                frames,
                sized.rows,
                sized.columns,
                winner.slices,
                winner.x,
                winner.y,
                winner.z,
                winner.xySource,
                winner.zSource,
                winner.status,
                flags,
                reason,
                votes,
                stacks,
                winner.maxRepeats,
                winner.extentMm,
                winner.tiltDegrees,
                winner.declaredSpacingMm,
                winner.declaredThicknessMm);
    }

    private SeriesSpacing localizersOnly(StackSpacing winner, long frames, int stacks) {
        flags.removeAll(EnumSet.of(Flag.ESTIMATED, Flag.DECLARED_MISMATCH));
        return new SeriesSpacing(
                tally.files(),
                instances.size(),
                frames,
                winner.rows,
                winner.columns,
                winner.slices,
                winner.x,
                winner.y,
                Double.NaN,
                winner.xySource,
                ZSource.UNKNOWN,
                Status.UNKNOWN,
                flags,
                "only localizers",
                false,
                stacks,
                winner.maxRepeats,
                winner.extentMm,
                winner.tiltDegrees,
                winner.declaredSpacingMm,
                winner.declaredThicknessMm);
    }

    private SeriesSpacing withoutImage() {
        return new SeriesSpacing(
                tally.files(),
                instances.size(),
                0,
                0,
                0,
                StackSpacing.UNKNOWN_COUNT,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                XySource.UNKNOWN,
                ZSource.UNKNOWN,
                Status.UNKNOWN,
                flags,
                instances.isEmpty() ? "no readable file" : "no image",
                false,
                0,
                1,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }
}
