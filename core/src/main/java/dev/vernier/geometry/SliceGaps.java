package dev.vernier.geometry;

import dev.vernier.stats.WindowClusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The gaps between distinct positions: their clusters, and what follows for z and status (spacing.md §3.5, §5). O(n log
 * n). Immutable.
 */
final class SliceGaps {

    private static final double Z_STEPS_PER_MM = 1e4;
    private static final double FINE_Z_STEPS_PER_MM = 1e6;
    /** Below this z is rounded to the finer step. */
    private static final double FINE_BELOW_MM = 0.1;
    /** Positions of 32 bits make 0.1 mm differ by so much from 0.1. */
    private static final double NOISE_MM = 2e-6;

    private static final int MAX_MISSING_FACTOR = 20;
    /**
     * So many gaps are looked at to find clusters: a second or so, and all clusters of any series of up to 30,000
     * slices.
     */
    private static final long MAX_LOOKS = 1L << 30;

    private static final double WIDER = 1 + SpacingRules.ROUNDING;

    private final double[] sortedMm;
    private final StackTolerances tolerances;
    private final double zMm;
    private final double toleranceMm;
    private final Status status;

    /**
     * Analyses the gaps.
     *
     * @param sortedMm at least one gap, ascending
     * @param declaredMm SpacingBetweenSlices, which is z where it lies in the winning cluster; NaN if unknown
     */
    SliceGaps(double[] sortedMm, double declaredMm, StackTolerances tolerances) {
        this.sortedMm = sortedMm;
        this.tolerances = tolerances;
        WindowClusters clusters = clusters(sortedMm);
        double smallest = sortedMm[clusters.winnerFrom()];
        double largest = sortedMm[clusters.winnerTo() - 1];
        // Positions are rounded text of the number that was declared.
        boolean declared = declaredMm * WIDER >= smallest && declaredMm <= largest * WIDER;
        zMm = rounded(declared ? declaredMm : clusters.winnerMedian());
        toleranceMm = tolerances.aroundMm(zMm);
        status = status(clusters);
    }

    private WindowClusters clusters(double[] gaps) {
        return WindowClusters.of(gaps, tolerances.gapRelative(), tolerances.gapMm());
    }

    /**
     * To 1e-4 mm, since positions are rounded text, and below 0.1 mm to 1e-6 mm; below that step as it is: never a
     * silent 0.
     */
    private static double rounded(double gapMm) {
        double z = Math.rint(gapMm * Z_STEPS_PER_MM) / Z_STEPS_PER_MM;
        if (gapMm < FINE_BELOW_MM && Math.abs(z - gapMm) > NOISE_MM) {
            z = Math.rint(gapMm * FINE_Z_STEPS_PER_MM) / FINE_Z_STEPS_PER_MM;
        }
        return z == 0 ? gapMm : z;
    }

    private Status status(WindowClusters clusters) {
        if (clusters.winnerCount() == sortedMm.length) {
            return Status.REGULAR;
        }
        boolean multiples = true;
        for (int i = 0; i < sortedMm.length && multiples; i++) {
            boolean won = i >= clusters.winnerFrom() && i < clusters.winnerTo();
            multiples = won || multiple(sortedMm[i]) > 0;
        }
        if (multiples) {
            return Status.MISSING_SLICES;
        }
        return clusters.winnerCount() >= 2 && clusters.runnerUpCount() >= 2 ? Status.VARIABLE : Status.IRREGULAR;
    }

    /** How many times z a gap is, from 2 to 20; 0 if it is no such multiple. */
    int multiple(double gapMm) {
        double factor = Math.rint(gapMm / zMm);
        boolean found = factor >= 2 && factor <= MAX_MISSING_FACTOR && Math.abs(gapMm - factor * zMm) <= toleranceMm;
        return found ? (int) factor : 0;
    }

    int count() {
        return sortedMm.length;
    }

    /** z by the mode of the gaps. */
    double zMm() {
        return zMm;
    }

    Status status() {
        return status;
    }

    /** The clusters in the order in which they are found, the winner first; O(n) each, so that there is a bound. */
    List<GapCluster> clusters(int wanted) {
        long most = Math.min(wanted, MAX_LOOKS / sortedMm.length);
        List<GapCluster> clusters = new ArrayList<>();
        double[] rest = sortedMm;
        while (rest.length > 0 && clusters.size() < most) {
            WindowClusters found = clusters(rest);
            int from = found.winnerFrom();
            int to = found.winnerTo();
            clusters.add(new GapCluster(found.winnerCount(), rest[from], rest[to - 1], found.winnerMedian()));
            double[] others = Arrays.copyOf(rest, rest.length - (to - from));
            System.arraycopy(rest, to, others, from, rest.length - to);
            rest = others;
        }
        return clusters;
    }
}
