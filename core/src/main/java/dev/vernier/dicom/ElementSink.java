package dev.vernier.dicom;

/**
 * Receives the wanted elements of one file in the order of the file. Slots are numbered by {@link WantedTags}.
 *
 * <p>Called on the parsing thread; must not keep the value, which is a view of bytes that are about to move.
 */
public interface ElementSink {

    /** A wanted element. */
    void value(int slot, ElementValue value);

    /**
     * An item of a wanted sequence begins.
     *
     * @param index number of the item within its sequence, from 0
     */
    default void beginItem(int slot, int index) {}

    /** The item of a wanted sequence that began last ends. */
    default void endItem(int slot) {}

    /**
     * Whether this top-level slot is still wanted, asked just before the walk would go on to look for it. An answer that
     * depends on what was read before lets a walk stop early.
     */
    default boolean wants(int slot) {
        return true;
    }
}
