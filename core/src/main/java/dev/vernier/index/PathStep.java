package dev.vernier.index;

import dev.vernier.dicom.ElementValue;
import dev.vernier.index.IndexTag.Step;
import java.nio.charset.StandardCharsets;

/** A step of a column's path, and whether the walk through a file has come to it. One thread. */
final class PathStep {

    /** The block of a tag that is in none, or of whose block nothing is asked. */
    static final int ANY_BLOCK = 0;

    private final int column;
    private final Step step;
    private final PathStep next;
    private final PrivateBlocks blocks;
    private boolean reached;

    /**
     * A step that is not reached.
     *
     * @param next the step that is looked for in the items of this one, null if this one has the value
     */
    PathStep(int column, Step step, PathStep next) {
        this.column = column;
        this.step = step;
        this.next = next;
        this.blocks =
                step.creator() == null ? null : new PrivateBlocks(step.creator().getBytes(StandardCharsets.UTF_8));
    }

    int column() {
        return column;
    }

    /** Its tag; of a private one with a creator, that in its first block. */
    int tag() {
        return step.tag();
    }

    /** Whether its tag is in a block that a creator must have reserved. */
    boolean hasCreator() {
        return blocks != null;
    }

    PathStep next() {
        return next;
    }

    /** The data set or an item begins in which the step may be taken. */
    void begin(boolean isReached) {
        reached = isReached;
        if (blocks != null) {
            blocks.begin();
        }
    }

    /** The element that reserves a block. */
    void reserve(int block, ElementValue name) {
        blocks.reserve(block, name);
    }

    /** Whether its tag in this block is what the path means. */
    boolean isTaken(int block) {
        return reached && (blocks == null || blocks.isReserved(block));
    }

    /** An item, counted from 1, of the sequence that its tag in this block is. */
    void beginItem(int block, int item) {
        next.begin(isTaken(block) && (step.item() == 0 || step.item() == item));
    }
}
