package dev.vernier.stats;

import java.util.Arrays;
import java.util.Random;

/** Random orders of indices. */
final class Shuffles {

    private Shuffles() {}

    static void shuffle(int[] a, Random random) {
        for (int i = a.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = a[i];
            a[i] = a[j];
            a[j] = swapped;
        }
    }

    static int[] shuffledIndices(int n, Random random) {
        int[] indices = new int[n];
        Arrays.setAll(indices, i -> i);
        shuffle(indices, random);
        return indices;
    }
}
