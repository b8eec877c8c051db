package dev.vernier.cache;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a file holds of frames.
 *
 * @param usable of the version this program writes
 * @param all of any version
 * @param newest the highest version
 */
record FrameCount(long usable, long all, int newest) {

    /** How many records, apart from the one that marks the file; long ones count for each of their parts. */
    long records() {
        return Math.max(0, usable - 1);
    }

    static FrameCount of(Path file) throws IOException {
        long[] counts = new long[2];
        int[] newest = new int[1];
        Frames.visit(file, frame -> {
            counts[0] += frame.version() == Frame.VERSION ? 1 : 0;
            counts[1]++;
            newest[0] = Math.max(newest[0], frame.version());
        });
        return new FrameCount(counts[0], counts[1], newest[0]);
    }
}
