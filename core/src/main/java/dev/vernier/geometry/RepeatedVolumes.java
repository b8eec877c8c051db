package dev.vernier.geometry;

import dev.vernier.stats.ToleranceBins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds volume files of a series that hold the same positions: moments, echoes or other repeats of one volume.
 * Stateless.
 */
final class RepeatedVolumes {

    private static final int ORIGIN = 3;

    private RepeatedVolumes() {}

    /** How many images lie at one position of volumes that share their positions; 0 if no two share them. */
    static int mostAtOnePosition(List<StackSpacing> volumes, SpacingRules rules) {
        Map<Integer, List<StackSpacing>> byCount = new TreeMap<>();
        for (StackSpacing volume : volumes) {
            if (volume.distinctPositions() > 0 && volume.originMm.length == ORIGIN) {
                byCount.computeIfAbsent(volume.distinctPositions(), count -> new ArrayList<>())
                        .add(volume);
            }
        }
        int most = 0;
        for (Map.Entry<Integer, List<StackSpacing>> group : byCount.entrySet()) {
            if (group.getValue().size() > 1) {
                most = Math.max(most, mostOfOneCount(group.getValue(), group.getKey(), rules));
            }
        }
        return most;
    }

    /** That of the volume with the smallest voxels. */
    private static double shareOfTolerance(List<StackSpacing> volumes) {
        return volumes.stream()
                .filter(volume -> !Double.isNaN(volume.x))
                .mapToDouble(volume -> SpacingRules.shareOfTolerance(Math.min(volume.x, volume.y)))
                .min()
                .orElse(1);
    }

    private static int mostOfOneCount(List<StackSpacing> volumes, int positions, SpacingRules rules) {
        int width = Plane.COSINES + ORIGIN + positions;
        double[] keys = new double[width * volumes.size()];
        for (int i = 0; i < volumes.size(); i++) {
            StackSpacing volume = volumes.get(i);
            System.arraycopy(volume.cosines, 0, keys, width * i, Plane.COSINES);
            System.arraycopy(volume.originMm, 0, keys, width * i + Plane.COSINES, ORIGIN);
            System.arraycopy(volume.positionsMm, 0, keys, width * i + Plane.COSINES + ORIGIN, positions);
        }
        double[] tolerances = new double[width];
        Arrays.fill(tolerances, rules.positionMm() * shareOfTolerance(volumes));
        Arrays.fill(tolerances, 0, Plane.COSINES, rules.cosineAbsolute());
        int[] binOf = ToleranceBins.assign(keys, width, new double[width], tolerances);
        int[] members = new int[volumes.size()];
        int[] images = new int[volumes.size()];
        int most = 0;
        for (int i = 0; i < binOf.length; i++) {
            members[binOf[i]]++;
            images[binOf[i]] += volumes.get(i).maxRepeats;
            if (members[binOf[i]] > 1) {
                most = Math.max(most, images[binOf[i]]);
            }
        }
        return most;
    }
}
