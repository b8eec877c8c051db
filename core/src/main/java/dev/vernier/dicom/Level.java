package dev.vernier.dicom;

/**
 * One level of nesting during a walk: the data set itself, a sequence, an item, or the fragments of encapsulated data.
 * Preallocated and reused.
 */
final class Level {

    enum Kind {
        /** Elements: the top level or an item. */
        DATASET,
        /** Items that hold elements. */
        SEQUENCE,
        /** Items that hold bytes (PS3.5 annex A.4). */
        FRAGMENTS
    }

    Kind kind = Kind.DATASET;
    /** File offset that nothing of this level lies behind: never beyond the file, but where it is unbounded. */
    long end;
    /** Whether a delimiter must end this level before {@link #end} does. */
    boolean undefinedLength;

    boolean explicit;
    boolean bigEndian;
    /** Inside a UN element: items are little-endian, and whether their elements state a VR is probed. */
    boolean probeItems;
    /** What is wanted here, null if nothing. */
    WantedTags.Node wanted;
    /** Index of the first wanted tag not yet passed. */
    int next;
    /** Slot of the sequence that this level is, or is an item of. */
    int slot;

    int itemIndex;
    /** Stamp that tells this level's elements seen from those of an earlier use. */
    int generation;

    /** Makes this the top level. */
    void beginDataset() {
        kind = Kind.DATASET;
        end = ElementCursor.UNBOUNDED;
        undefinedLength = true;
        explicit = true;
        bigEndian = false;
        probeItems = false;
        wanted = null;
        slot = WantedTags.NONE;
    }

    /** Makes this a level of its parent's extent and encoding, of which nothing is wanted. */
    void beginInside(Level parent, Kind what) {
        kind = what;
        end = parent.end;
        explicit = parent.explicit;
        bigEndian = parent.bigEndian;
        probeItems = parent.probeItems;
        wanted = null;
        slot = WantedTags.NONE;
    }

    boolean exhausted() {
        return wanted == null || next == wanted.orderedTags.length;
    }
}
