package dev.vernier.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds the spacing of one series: instances, stacks, the winner, and what the rest means. O(n log n); used once. */
final class SeriesAnalysis {

    private final SeriesTally tally;
    private final SpacingRules rules;
    private final CountedInstances counted;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private List<StackSpacing> stacks = List.of();
    private StackSpacing winner;

    SeriesAnalysis(SeriesTally tally, SpacingRules rules) {
        this.tally = tally;
        this.rules = rules;
        this.counted = new CountedInstances(tally);
    }

    SeriesSpacing run() {
        if (counted.differing()) {
            flags.add(Flag.REPEATED_INSTANCE);
        }
        if (counted.frames() == 0) {
            winner = new StackSpacing();
            return result(winner, counted.instances() == 0 ? "no readable file" : "no image", 1);
        }
        List<StackSpacing> volumes = counted.volumes();
        stacks = new ArrayList<>(SliceStacks.of(tally, counted.slices(), rules));
        boolean onlyVolumes = stacks.isEmpty();
        stacks.addAll(volumes);
        winner = onlyVolumes
                ? VolumeVote.winner(stacks, rules)
                : stacks.stream().min(StackOrder.BEST_FIRST).orElseThrow();
        flags.addAll(winner.flags);
        int volumeRepeats = RepeatedVolumes.mostAtOnePosition(volumes, rules);
        if (volumeRepeats > 0) {
            flags.add(Flag.REPEATED_POSITIONS);
        }
        if (MixedGeometry.isMixed(stacks, rules)) {
            flags.add(Flag.MIXED_GEOMETRY);
        }
        StackSpacing sized = onlyVolumes ? VolumeVote.largest(stacks) : winner;
        String reason = winner.reason();
        if (counted.onlyLocalizers()) {
            flags.remove(Flag.ESTIMATED); // z is unknown, so it is not estimated
            reason = "only localizers";
        }
        return result(sized, reason, Math.max(winner.maxRepeats, volumeRepeats));
    }

    /** As {@link #run}, with all that led there. */
    SeriesExplanation explain() {
        SeriesSpacing spacing = run();
        List<StackExplanation> ordered = new ArrayList<>();
        stacks.stream()
                .sorted(Comparator.comparing((StackSpacing stack) -> stack != winner)
                        .thenComparing(StackOrder.BEST_FIRST))
                .forEach(stack -> ordered.add(new StackExplanation(stack, rules)));
        return new SeriesExplanation(spacing, ordered, counted.localizersLeftOut());
    }

    private SeriesSpacing result(StackSpacing sized, String reason, int repeats) {
        boolean zCounts = !counted.onlyLocalizers();
        boolean oriented = winner.rows > 0 && !Double.isNaN(winner.cosines[0]);
        return new SeriesSpacing(
                tally.files(),
                counted.instances(),
                counted.frames(),
                sized.rows,
                sized.columns,
                winner.slices,
                winner.x,
                winner.y,
                zCounts ? winner.z : Double.NaN,
                winner.xySource,
                zCounts ? winner.zSource : ZSource.UNKNOWN,
                zCounts ? winner.status : Status.UNKNOWN,
                flags,
                reason,
                zCounts && winner.hasAllAxes(),
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
                sized.rows,
                sized.columns);
    }
}
