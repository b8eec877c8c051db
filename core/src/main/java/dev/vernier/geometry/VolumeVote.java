package dev.vernier.geometry;

import dev.vernier.stats.Mode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A series of volume files only: each votes once, jointly on x, y and z. Stateless. */
final class VolumeVote {

    private static final int AXES = 3;

    private static final Comparator<StackSpacing> LARGEST_FIRST = Comparator.<StackSpacing>comparingInt(s -> -s.frames)
            .thenComparingLong(s -> -(long) s.rows * s.columns)
            .thenComparingInt(s -> -s.slices)
            .thenComparing(StackOrder.BEST_FIRST);

    private VolumeVote() {}

    /**
     * The volume that speaks for the series: of those with the winning spacing the one of most frames, then the
     * largest.
     */
    static StackSpacing winner(List<StackSpacing> volumes, SpacingRules rules) {
        List<StackSpacing> complete =
                volumes.stream().filter(StackSpacing::hasAllAxes).toList();
        List<StackSpacing> voting = complete.isEmpty() ? volumes : complete;
        double[] yxz = new double[AXES * voting.size()];
        long[] weights = new long[voting.size()];
        Arrays.fill(weights, 1);
        for (int i = 0; i < voting.size(); i++) {
            yxz[AXES * i] = voting.get(i).y;
            yxz[AXES * i + 1] = voting.get(i).x;
            yxz[AXES * i + 2] = voting.get(i).z;
        }
        StackSpacing mode =
                voting.get(Mode.ofTuples(yxz, AXES, weights, rules.inPlaneRelative() * (1 + SpacingRules.ROUNDING)));
        return voting.stream()
                .filter(volume -> Double.compare(volume.x, mode.x) == 0
                        && Double.compare(volume.y, mode.y) == 0
                        && Double.compare(volume.z, mode.z) == 0)
                .min(LARGEST_FIRST)
                .orElseThrow();
    }
}
