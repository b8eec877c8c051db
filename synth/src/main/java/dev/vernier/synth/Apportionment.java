package dev.vernier.synth;

import java.util.Arrays;

/**
 * Shares out a whole number by percentages: largest remainders first, and none goes without where there are enough.
 *
 * <p>Thread rule: stateless.
 */
final class Apportionment {
    private Apportionment() {}

    /** How many of {@code total} each share gets; {@code percents} add up to 100. */
    static int[] of(int total, int[] percents) {
        int[] counts = new int[percents.length];
        double[] owed = new double[percents.length];
        for (int i = 0; i < percents.length; i++) {
            owed[i] = total * (percents[i] / 100.0);
            counts[i] = (int) owed[i];
        }
        while (Arrays.stream(counts).sum() < total) {
            counts[mostOwed(owed, counts)]++;
        }
        for (int i = 0; total >= percents.length && i < counts.length; i++) {
            if (counts[i] == 0) {
                counts[largest(counts)]--;
                counts[i]++;
            }
        }
        return counts;
    }

    private static int mostOwed(double[] owed, int[] counts) {
        int most = 0;
        for (int i = 1; i < owed.length; i++) {
            if (owed[i] - counts[i] > owed[most] - counts[most]) {
                most = i;
            }
        }
        return most;
    }

    private static int largest(int[] counts) {
        int largest = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
