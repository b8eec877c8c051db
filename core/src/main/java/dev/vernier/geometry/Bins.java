package dev.vernier.geometry;

import it.unimi.dsi.fastutil.ints.IntArrays;

/** Walks the members of bins one bin after the other, in O(n log n) whatever the number of bins. Stateless. */
final class Bins {

    private Bins() {}

    /** Indices ordered by bin, then by index. */
    static int[] order(int[] binOf) {
        int[] order = new int[binOf.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        IntArrays.quickSort(
                order, (a, b) -> binOf[a] != binOf[b] ? Integer.compare(binOf[a], binOf[b]) : Integer.compare(a, b));
        return order;
    }

    /** Where the bin that begins at {@code from} of the order ends. */
    static int end(int[] binOf, int[] order, int from) {
        int to = from + 1;
        while (to < order.length && binOf[order[to]] == binOf[order[from]]) {
            to++;
        }
        return to;
    }
}
