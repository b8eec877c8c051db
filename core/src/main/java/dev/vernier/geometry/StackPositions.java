package dev.vernier.geometry;

import java.util.List;

/**
 * The positions of one stack and what they say: as a whole, or apart by the acquisitions that it holds (spacing.md §3.4
 * to §3.6). Immutable.
 *
 * @param passes the acquisitions, one where the stack is one; each with at least one position
 * @param gaps of all of them together; null below two positions
 * @param status of the whole, or the worst of the passes
 * @param maxRepeats most images at one position of the whole stack, or of a group of positions that jitter
 */
record StackPositions(List<Pass> passes, SliceGaps gaps, Status status, int maxRepeats) {

    /** A stack without any position. */
    static final StackPositions NONE = new StackPositions(List.of(), null, Status.UNKNOWN, 1);

    /**
     * Images that were acquired together.
     *
     * @param positions of the images
     * @param images their places among the images of the stack that have a position
     */
    record Pass(SlicePositions positions, int[] images) {}

    /** Whether the stack holds several acquisitions. */
    boolean hasPasses() {
        return passes.size() > 1;
    }

    /** The pass that is shown: of most positions, the first of them. Not to be asked of a stack without positions. */
    SlicePositions longest() {
        SlicePositions longest = passes.get(0).positions();
        for (Pass pass : passes) {
            SlicePositions other = pass.positions();
            boolean first = other.count() == longest.count() && other.firstMm() < longest.firstMm();
            if (other.count() > longest.count() || first) {
                longest = other;
            }
        }
        return longest;
    }

    /** z by the mode of the gaps, NaN below two distinct positions. */
    double zMm() {
        return gaps == null ? Double.NaN : gaps.zMm();
    }

    boolean hasZ() {
        return gaps != null;
    }

    /** Whether several images lie at one position. */
    boolean repeated() {
        return maxRepeats > 1;
    }
}
