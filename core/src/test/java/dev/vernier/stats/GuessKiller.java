package dev.vernier.stats;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Input made against the pivots that {@link QuickSelect} guesses for the median (after McIlroy's "killer adversary for quicksort", 1999).
 * Where the samples are drawn is known, so the elements that get drawn are given the smallest values not yet given: the pivot says nothing
 * about the rest, and a pass over the range takes off no more than the sample.
 */
final class GuessKiller {

    private GuessKiller() {}

    /** The numbers 1 to n, arranged so for the rank n / 2 - 1, which is in the lower half from the first pass to the last. */
    static double[] ofSize(int n) {
        int k = n / 2 - 1;
        double[] killer = new double[n];
        BitSet given = new BitSet(n);
        double nextValue = 1;
        // What stands where, as the selection goes on: a number not yet given is its index, above all that are given.
        double[] a = new double[n];
        Arrays.setAll(a, i -> n + 1.0 + i);
        int lo = 0;
        while (k - lo > 16) {
            double[] places = new double[n];
            Arrays.setAll(places, i -> i);
            int sampled = lo + QuickSelect.sampleSize(n - lo);
            QuickSelect.guessPivot(places, lo, n, k);
            for (int i = lo; i < sampled; i++) {
                int place = (int) places[i];
                if (a[place] > n) {
                    int index = (int) (a[place] - n - 1);
                    given.set(index);
                    killer[index] = nextValue;
                    a[place] = nextValue++;
                }
            }
            double pivot = QuickSelect.guessPivot(a, lo, n, k);
            lo = QuickSelect.moveAtMostFirst(a, QuickSelect.moveBelowFirst(a, lo, n, pivot), n, pivot);
        }
        for (int i = given.nextClearBit(0); i < n; i = given.nextClearBit(i + 1)) {
            killer[i] = nextValue++;
        }
        return killer;
    }
}
