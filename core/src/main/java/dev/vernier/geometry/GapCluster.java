package dev.vernier.geometry;

/**
 * Gaps between slices that count as one value (spacing.md §3.4). Immutable; millimetres.
 *
 * @param gaps how many there are
 * @param fromMm the smallest
 * @param toMm the largest
 * @param medianMm the middle one, or the mean of the middle two
 */
public record GapCluster(int gaps, double fromMm, double toMm, double medianMm) {

    /** Whether a gap of the stack is one of them. */
    public boolean contains(double gapMm) {
        return gapMm >= fromMm && gapMm <= toMm;
    }
}
