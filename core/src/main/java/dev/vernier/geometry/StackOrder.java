package dev.vernier.geometry;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Orders of stacks: which one speaks for its series, and a total order by value to make results independent of file
 * order.
 */
final class StackOrder {

    /** By everything that is reported of a stack: those that are equal here are interchangeable. */
    static final Comparator<StackSpacing> BY_VALUE = Comparator.<StackSpacing>comparingInt(s -> s.frames)
            .thenComparingInt(s -> s.rows)
            .thenComparingInt(s -> s.columns)
            .thenComparingDouble(s -> s.y)
            .thenComparingDouble(s -> s.x)
            .thenComparingDouble(s -> s.z)
            .thenComparing(s -> s.cosines, Arrays::compare)
            .thenComparingDouble(s -> s.declaredSpacingMm)
            .thenComparingDouble(s -> s.declaredThicknessMm)
            .thenComparing(s -> s.positionsMm, Arrays::compare)
            .thenComparing(s -> s.originMm, Arrays::compare)
            .thenComparingInt(s -> s.slices)
            .thenComparingInt(s -> s.maxRepeats)
            .thenComparingDouble(s -> s.tiltDegrees)
            .thenComparing(s -> s.xySource)
            .thenComparing(s -> s.zSource)
            .thenComparing(s -> s.status)
            .thenComparing(StackSpacing::reason)
            .thenComparing(s -> s.flags.toString())
            .thenComparing(s -> !s.toPatient)
            .thenComparingInt(s -> s.passes)
            .thenComparingDouble(s -> s.measuredSpacingMm)
            .thenComparingDouble(s -> s.extentMm)
            .thenComparingInt(s -> s.imageRows)
            .thenComparingInt(s -> s.imageColumns);

    /**
     * Most distinct positions; a volume before slices; most instances; then the smaller (y, x), the smaller z, the
     * smaller orientation.
     */
    static final Comparator<StackSpacing> BEST_FIRST = Comparator.<StackSpacing>comparingInt(
                    s -> -s.distinctPositions())
            .thenComparing(s -> !s.volume)
            .thenComparingInt(s -> -s.planes)
            .thenComparingDouble(s -> s.y)
            .thenComparingDouble(s -> s.x)
            .thenComparingDouble(s -> s.z)
            .thenComparing(s -> s.cosines, Arrays::compare)
            .thenComparing(BY_VALUE);

    private StackOrder() {}
}
