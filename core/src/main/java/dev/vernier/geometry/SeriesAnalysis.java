package dev.vernier.geometry;

import dev.vernier.geometry.StackMeasurement.Measured;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the spacing of one series: instances, stacks, the winner, and what the rest means. O(n log n); used once. */
final class SeriesAnalysis {

    private static final double LEAST_SPACING_MM = 1e-5;
    private static final double MOST_SPACING_MM = 1e4;

    private final SeriesTally tally;
    private final ImagePlanes planes;
    private final SpacingRules rules;
    private final CountedInstances counted;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    /** Slices, mosaics that were taken apart among them. */
    private final IntArrayList slices = new IntArrayList();
    /** All stacks that slices and volumes were split into. */
    private final List<StackSpacing> stacks = new ArrayList<>();
    /** Those that may speak for the series: the stacks of slices, and one of each volume. */
    private final List<StackSpacing> candidates = new ArrayList<>();

    private StackSpacing winner;

    SeriesAnalysis(SeriesTally tally, SpacingRules rules) {
        this.tally = tally;
        this.planes = tally.planes();
        this.rules = rules;
        this.counted = new CountedInstances(tally);
    }

    SeriesSpacing run() {
        if (counted.differing()) {
            flags.add(Flag.REPEATED_INSTANCE);
        }
        if (counted.frames() == 0) {
            winner = new StackSpacing();
            return result(counted.instances() == 0 ? "no readable file" : "no image", 1);
        }
        List<StackSpacing> volumes = mosaics();
        for (CountedInstances.Volume volume : counted.volumes()) {
            List<StackSpacing> ofVolume = VolumeSpacing.stacks(
                    planes, volume.header(), volume.planes(), volume.files().size(), rules);
            volumes.add(ofVolume.get(0));
            stacks.addAll(ofVolume);
        }
        boolean onlyVolumes = slices.isEmpty();
        if (!onlyVolumes) {
            candidates.addAll(sliceStacks());
            stacks.addAll(0, candidates);
        }
        candidates.addAll(volumes);
        ProjectionImages.loseTheirZ(planes, slices.toIntArray(), counted.volumes(), stacks, rules);
        winner = onlyVolumes
                ? VolumeVote.winner(candidates, rules)
                : candidates.stream().min(StackOrder.BEST_FIRST).orElseThrow();
        flags.addAll(winner.flags);
        int volumeRepeats = RepeatedVolumes.mostAtOnePosition(volumes, rules);
        if (volumeRepeats > 0) {
            flags.add(Flag.REPEATED_POSITIONS);
        }
        if (MixedGeometry.isMixed(stacks, rules)) {
            flags.add(Flag.MIXED_GEOMETRY);
        }
        String reason = winner.reason();
        if (counted.onlyLocalizers()) {
            flags.remove(Flag.ESTIMATED); // z is unknown, so it is not estimated
            reason = "only localizers";
        }
        return result(reason, Math.max(winner.maxRepeats, volumeRepeats));
    }

    /** As {@link #run}, with all that led there. */
    SeriesExplanation explain() {
        SeriesSpacing spacing = run();
        List<StackExplanation> ordered = stacks.stream()
                .sorted(Comparator.comparing((StackSpacing stack) -> stack != winner)
                        .thenComparing(StackOrder.BEST_FIRST))
                .map(StackExplanation::new)
                .toList();
        return new SeriesExplanation(spacing, ordered, counted.localizersLeftOut());
    }

    private List<StackSpacing> sliceStacks() {
        List<StackSpacing> found = new ArrayList<>();
        for (Measured measured : SliceStacks.of(planes, slices.toIntArray(), rules)) {
            ZChoice.apply(measured, rules);
            StackSpacing stack = measured.stack();
            if (stack.segmentation) {
                stack.allowGapsOfSegmentation();
            }
            found.add(stack);
        }
        return found;
    }

    /** Sorts slices from mosaics, each of which is a volume, and puts both where they belong; returns the volumes. */
    private List<StackSpacing> mosaics() {
        IntArrayList mosaics = new IntArrayList();
        IntArrayList unnumbered = new IntArrayList();
        for (int plane : counted.slices()) {
            int images = planes.shapeOf(plane).mosaicImages();
            (images == PlaneShape.NO_MOSAIC ? slices : images == 0 ? unnumbered : mosaics).add(plane);
        }
        if (!unnumbered.isEmpty()) {
            SliceStacks.takeApart(planes, unnumbered.toIntArray(), rules, slices, mosaics);
        }
        List<StackSpacing> volumes = new ArrayList<>();
        for (int plane : mosaics) {
            volumes.add(VolumeSpacing.mosaic(planes, plane, rules));
        }
        stacks.addAll(volumes);
        return volumes;
    }

    private static boolean isImplausible(double axis) {
        return axis < LEAST_SPACING_MM || axis > MOST_SPACING_MM; // not so if it is NaN
    }

    private SeriesSpacing result(String reason, int repeats) {
        boolean zCounts = !counted.onlyLocalizers();
        double z = zCounts ? winner.z : Double.NaN;
        boolean implausible = isImplausible(winner.x) || isImplausible(winner.y) || isImplausible(z);
        if (implausible) {
            flags.add(Flag.IMPLAUSIBLE);
        }
        boolean oriented = winner.toPatient && winner.hasOrientation();
        return new SeriesSpacing(
                tally.files(),
                counted.instances(),
                counted.frames(),
                winner.rows,
                winner.columns,
                winner.slices,
                winner.x,
                winner.y,
                z,
                winner.xySource,
                zCounts ? winner.zSource : ZSource.UNKNOWN,
                zCounts ? winner.status : Status.UNKNOWN,
                flags,
                reason.isEmpty() && implausible ? "a spacing is implausible" : reason,
                zCounts && winner.hasAllAxes() && !implausible,
                stacks.size(),
                repeats,
                winner.passes,
                winner.extentMm,
                winner.tiltDegrees,
                winner.declaredSpacingMm,
                winner.declaredThicknessMm,
                winner.measuredSpacingMm,
                oriented ? AnatomicalPlane.of(Normal.of(winner.cosines)) : AnatomicalPlane.UNKNOWN,
                oriented ? AnatomicalPlane.obliquityDegrees(Normal.of(winner.cosines)) : Double.NaN,
                oriented ? PatientAxes.of(winner.cosines) : PatientAxes.UNKNOWN,
                winner.imageRows,
                winner.imageColumns);
    }
}
