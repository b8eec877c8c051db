package dev.vernier.cli.inspect;

import dev.vernier.geometry.GapCluster;
import dev.vernier.geometry.StackExplanation;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The gaps of a stack in the order of its slices, each with the name of its cluster: A is the one that wins. Immutable.
 */
final class GapMarks {

    /** Of gaps in clusters that are not told apart, or have no letter of their own. */
    static final char OTHER = '*';

    private static final int LETTERS = 26;
    private static final int NONE = -1;

    private final double[] positionsMm;
    private final int gapsOfAllPasses;
    private final List<GapCluster> clusters;
    /** By gap. */
    private final int[] clusterOf;

    GapMarks(StackExplanation stack, int mostClusters) {
        positionsMm = stack.positionsMm();
        gapsOfAllPasses = stack.gapCount();
        clusters = stack.clusters(mostClusters);
        clusterOf = IntStream.range(0, size()).map(this::find).toArray();
    }

    private int find(int gap) {
        double gapMm = gapMm(gap);
        return IntStream.range(0, clusters.size())
                .filter(cluster -> clusters.get(cluster).contains(gapMm))
                .findFirst()
                .orElse(NONE);
    }

    /** How many gaps there are. */
    int size() {
        return Math.max(0, positionsMm.length - 1);
    }

    double gapMm(int gap) {
        return positionsMm[gap + 1] - positionsMm[gap];
    }

    /** Where the gap begins, along the normal. */
    double fromMm(int gap) {
        return positionsMm[gap];
    }

    double largestMm() {
        double largest = 0;
        for (int gap = 0; gap < size(); gap++) {
            largest = Math.max(largest, gapMm(gap));
        }
        return largest;
    }

    /** The gap's cluster as one character. */
    char mark(int gap) {
        int cluster = clusterOf[gap];
        return cluster == NONE || cluster >= LETTERS ? OTHER : (char) ('A' + cluster);
    }

    /** The name of the gap's cluster. */
    String nameAt(int gap) {
        return clusterOf[gap] == NONE ? String.valueOf(OTHER) : name(clusterOf[gap]);
    }

    /** Whether two gaps are of one cluster, or both of none that is told apart. */
    boolean areAlike(int gap, int other) {
        return clusterOf[gap] == clusterOf[other];
    }

    /** A to Z, then AA to ZZ, and so on. */
    static String name(int cluster) {
        String last = String.valueOf((char) ('A' + cluster % LETTERS));
        return cluster < LETTERS ? last : name(cluster / LETTERS - 1) + last;
    }

    /** Whether there are clusters whose mark is not their name. */
    boolean hasLongNames() {
        return clusters.size() > LETTERS;
    }

    List<GapCluster> clusters() {
        return clusters;
    }

    /** Gaps that are in none of the clusters told apart. */
    int others() {
        return gapsOfAllPasses - clusters.stream().mapToInt(GapCluster::gaps).sum();
    }
}
