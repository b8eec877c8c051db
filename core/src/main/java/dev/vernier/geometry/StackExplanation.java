package dev.vernier.geometry;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One stack of a series as the engine sees it: the slices that lie in one geometry, or one volume file, with its
 * positions and the gaps between them. Lengths in millimetres; NaN where unknown. Immutable.
 */
public final class StackExplanation {

    private final StackSpacing stack;

    StackExplanation(StackSpacing stack) {
        this.stack = stack;
    }

    /** Whether it is one file of many frames. */
    public boolean isVolume() {
        return stack.volume;
    }

    /** Instances in the stack. */
    public int instances() {
        return stack.instances;
    }

    /** Frames of its instances. */
    public int frames() {
        return stack.frames;
    }

    /** Height of an image in pixels. */
    public int rows() {
        return stack.rows;
    }

    /** Width of an image in pixels. */
    public int columns() {
        return stack.columns;
    }

    /** Distance of columns. */
    public double x() {
        return stack.x;
    }

    /** Distance of rows. */
    public double y() {
        return stack.y;
    }

    /** The attribute that gave x and y. */
    public XySource xySource() {
        return stack.xySource;
    }

    /** How many of its instances, or of a volume's frames, state an in-plane spacing. */
    public int inPlaneVotes() {
        return stack.inPlaneVotes;
    }

    /** Distance of slices along the normal. */
    public double z() {
        return stack.z;
    }

    /** The rule that gave z. */
    public ZSource zSource() {
        return stack.zSource;
    }

    /** Why it was this rule. */
    public ZReason zReason() {
        return stack.zReason;
    }

    /** What the positions give, whatever z was taken from. */
    public double measuredSpacingMm() {
        return stack.measuredSpacingMm;
    }

    /** What SpacingBetweenSlices gives. */
    public double declaredSpacingMm() {
        return stack.declaredSpacingMm;
    }

    /** What SliceThickness gives. */
    public double declaredThicknessMm() {
        return stack.declaredThicknessMm;
    }

    /** How evenly the slices lie. */
    public Status status() {
        return stack.status;
    }

    /** What else there is to know of it. */
    public Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(stack.flags);
        return Collections.unmodifiableSet(flags);
    }

    /** Why x, y, z or the status are unknown; empty if all are known. */
    public String reason() {
        return stack.reason();
    }

    /** Most images at one position. */
    public int repeats() {
        return stack.maxRepeats;
    }

    /** Angle between step and normal where TILTED is flagged. */
    public double tiltDegrees() {
        return stack.tiltDegrees;
    }

    /** Row direction, then column direction: the smallest orientation of the stack; all NaN where none is known. */
    public double[] orientation() {
        return stack.cosines.clone();
    }

    /** Row direction x column direction, of length one; empty where the orientation is unknown. */
    public double[] normal() {
        if (Double.isNaN(stack.cosines[0])) {
            return new double[0];
        }
        Normal normal = Normal.of(stack.cosines);
        return new double[] {normal.x() + 0.0, normal.y() + 0.0, normal.z() + 0.0}; // no negative zero
    }

    /** Acquisitions of one region on grids of their own, 1 if it is one. */
    public int passes() {
        return stack.passes;
    }

    /** Gaps between neighbouring positions, of all passes together. */
    public int gapCount() {
        return stack.gaps == null ? 0 : stack.gaps.count();
    }

    /** Distinct positions along the normal, ascending; of several passes those of the longest. */
    public double[] positionsMm() {
        return stack.positionsMm.clone();
    }

    /** Where in the patient the first of them is: x, y, z; empty if there is none. */
    public double[] firstPositionMm() {
        return stack.originMm.clone();
    }

    /**
     * The clusters of its gaps, of all passes together, in the order in which the rule finds them, so that the first is
     * the one that wins.
     *
     * @param most how many are wanted; each takes time in proportion to the number of gaps, so that fewer come of more
     *     than 30,000 gaps
     */
    public List<GapCluster> clusters(int most) {
        return stack.gaps == null ? List.of() : stack.gaps.clusters(most);
    }

    /**
     * How many times the measured spacing a gap is, from 2 to 20 and within the tolerance; 0 if it is no such multiple.
     */
    public int multiple(double gapMm) {
        return stack.gaps == null ? 0 : stack.gaps.multiple(gapMm);
    }
}
