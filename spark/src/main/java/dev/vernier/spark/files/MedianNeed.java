package dev.vernier.spark.files;

import java.util.Arrays;

/**
 * How much to read of a file at first, learnt from what the last files needed: enough for nine in ten of them, but never more than a few
 * times the median need, so that some long headers do not make every read long. Shared by all threads of a process: each alone would learn from too
 * few. Thread-safe.
 */
final class MedianNeed {

    /** Where nothing is known: four in five headers of real archives end before. */
    static final int FIRST_BYTES = 8 << 10;

    /** More would be a guess that costs as much as another request. */
    static final int MOST_BYTES = 256 << 10;

    private static final int FILES_REMEMBERED = 256;
    /** The window follows the needs at these steps: fewer files say little, and sorting so many takes microseconds. */
    private static final int FILES_A_STEP = 32;

    private static final double COVERED = 0.9;
    private static final int MOST_MEDIANS = 4;
    /** Headers of one kind differ by some digits. */
    private static final int SLACK_BYTES = 64;

    private static final int GRAIN_BYTES = 512;

    private final int[] needs = new int[FILES_REMEMBERED];
    private int seen;
    private volatile int windowBytes = FIRST_BYTES;

    /** What to read first. */
    int windowBytes() {
        return windowBytes;
    }

    /** Learns how much of a file, from its start, was needed without a gap; 0 says nothing. */
    synchronized void add(long headerEnd) {
        if (headerEnd <= 0) {
            return;
        }
        needs[seen % FILES_REMEMBERED] = (int) Math.min(headerEnd, MOST_BYTES);
        seen++;
        if (seen % FILES_A_STEP == 0) {
            windowBytes = window();
        }
    }

    private int window() {
        int[] sorted = Arrays.copyOf(needs, Math.min(seen, FILES_REMEMBERED));
        Arrays.sort(sorted);
        int median = sorted[sorted.length / 2];
        int covering = sorted[(int) Math.ceil(COVERED * sorted.length) - 1];
        int wish = Math.min(covering, MOST_MEDIANS * median) + SLACK_BYTES;
        return Math.min((wish + GRAIN_BYTES - 1) / GRAIN_BYTES * GRAIN_BYTES, MOST_BYTES);
    }
}
