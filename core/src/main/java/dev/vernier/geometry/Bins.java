package dev.vernier.geometry;

/** Walks the members of bins one bin after the other, in O(n) whatever the number of bins. Stateless. */
final class Bins {

    private Bins() {}

    /** Indices ordered by bin, then by index; bins are numbered below the number of indices. */
    static int[] order(int[] binOf) {
        int[] next = new int[binOf.length + 1];
        for (int bin : binOf) {
            next[bin + 1]++;
        }
        for (int bin = 0; bin < binOf.length; bin++) {
            next[bin + 1] += next[bin];
        }
        int[] order = new int[binOf.length];
        for (int i = 0; i < binOf.length; i++) {
            order[next[binOf[i]]++] = i;
        }
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
