package dev.vernier.cli.inspect;

import dev.vernier.geometry.GapCluster;
import dev.vernier.geometry.StackExplanation;
import java.util.List;

/** The gaps of a stack in the order of its slices, each with the letter of its cluster: A is the one that wins. Immutable. */
final class GapMarks {

    /** Of gaps in clusters beyond those that are told apart. */
    static final char OTHER = '*';

    private static final char FIRST = 'A';

    private final double[] positionsMm;
    private final List<GapCluster> clusters;

    GapMarks(StackExplanation stack, int mostClusters) {
        positionsMm = stack.positionsMm();
        clusters = stack.clusters(mostClusters);
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

    char mark(int gap) {
        for (int i = 0; i < clusters.size(); i++) {
            if (clusters.get(i).contains(gapMm(gap))) {
                return letter(i);
            }
        }
        return OTHER;
    }

    static char letter(int cluster) {
        return (char) (FIRST + cluster);
    }

    List<GapCluster> clusters() {
        return clusters;
    }

    /** Gaps that are in none of the clusters told apart. */
    int others() {
        return size() - clusters.stream().mapToInt(GapCluster::gaps).sum();
    }
}
