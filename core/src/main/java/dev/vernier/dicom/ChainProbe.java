package dev.vernier.dicom;

import java.io.IOException;

/**
 * Tells whether elements state their VR by following the first few of them. Two bytes that happen to be letters, such
 * as a length of 0x5444, prove nothing: the lengths must lead from element to element as well. Values are jumped over.
 * Moves the cursor; one thread.
 */
final class ChainProbe {

    /** Elements that are followed. */
    private static final int ELEMENTS = 4;

    /**
     * Headers further than this behind the first are not looked at: four values whose lengths look like letters have
     * room.
     */
    private static final int MAX_DISTANCE = 128 << 10;

    /** What a file's first window holds anyway: further on is looked at only where the answer depends on it. */
    private static final int NEAR = 1 << 10;

    /** As {@link #MAX_DISTANCE} where a window cannot move back, and must keep all of it. One such value has room. */
    private static final int MAX_DISTANCE_FORWARD = 32 << 10;

    /** The cursor looks at no more than this to decode a header. */
    private static final int MOST_HEADER_BYTES = 2 * ElementCursor.SHORT_HEADER;

    private final ElementCursor cursor;

    private boolean explicit;
    private boolean bigEndian;
    private long start;
    private long end;
    private int distance;
    private int maxDistance;
    /** Whether a chain led further than it was followed, and could be followed. */
    private boolean leftOpen;

    ChainProbe(ElementCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Whether the elements of a data set or item state their VR: what is stated, unless only the other reading is a
     * chain. Every window can still be moved to the first element afterwards.
     *
     * @param at offset of the first element
     * @param stated whether they are said to
     * @param itemEnd offset of the item's end, {@link ElementCursor#UNBOUNDED} where only the file's end bounds it
     */
    boolean isExplicit(long at, boolean stated, boolean big, long itemEnd) throws IOException {
        start = at;
        end = itemEnd;
        maxDistance = cursor.movesBack() ? MAX_DISTANCE : MAX_DISTANCE_FORWARD;
        long jumpedFrom = cursor.jumpedFrom();
        boolean result = decide(stated, big);
        cursor.forgetJumpsSince(jumpedFrom);
        return result;
    }

    private boolean decide(boolean stated, boolean big) throws IOException {
        distance = NEAR;
        leftOpen = false;
        if (holds(stated, big)) {
            return stated;
        }
        boolean statedIsOpen = leftOpen;
        leftOpen = false;
        boolean otherHolds = holds(!stated, big && !stated);
        boolean otherIsOpen = leftOpen;
        distance = maxDistance;
        if (statedIsOpen && (otherHolds || otherIsOpen) && holds(stated, big)) {
            return stated;
        }
        if (otherHolds || otherIsOpen && holds(!stated, big && !stated)) {
            return !stated;
        }
        return stated && (statedIsOpen || !isImplicitTwice(big));
    }

    /**
     * Whether neither the first element nor the second has letters where the VR would be: then the file is only
     * broken.
     */
    private boolean isImplicitTwice(boolean big) throws IOException {
        if (!canLookAt(start) || Vr.isLetters(cursor.vrAt(start)) || !cursor.read(start, true, big, end)) {
            return false;
        }
        return cursor.undefinedLength() || !canLookAt(cursor.end()) || !Vr.isKnown(cursor.vrAt(cursor.end()));
    }

    /** Whether each of the first elements leads to the next, or to the end of what is around them. */
    private boolean holds(boolean withVr, boolean big) throws IOException {
        explicit = withVr;
        bigEndian = big;
        long at = start;
        for (int passed = 0; passed < ELEMENTS; passed++) {
            if (passed > 0 && isEnd(at)) {
                return true;
            }
            if (!canLookAt(at) || !cursor.read(at, explicit, bigEndian, end)) {
                return false;
            }
            int tag = cursor.tag();
            if (Tag.group(tag) == Tag.group(Tag.ITEM)) {
                return passed > 0 && tag == Tag.ITEM_DELIMITATION;
            }
            if (Tag.group(tag) == 0) {
                return tag == 0 && passed > 1; // zeros behind the last one
            }
            if (explicit && !Vr.isKnown(cursor.vr())) {
                return false;
            }
            if (cursor.undefinedLength()) {
                return leadsToItem(cursor.valueAt());
            }
            at = cursor.end();
        }
        return at <= end && !cursor.endsBefore(at);
    }

    /** Whether a header is near enough, and brought into the window. */
    private boolean canLookAt(long at) throws IOException {
        if (at > end - ElementCursor.SHORT_HEADER) {
            return false;
        }
        if (at - start > distance) {
            leftOpen |= at - start <= maxDistance;
            return false;
        }
        return cursor.movesBack() ? cursor.has(at, ElementCursor.SHORT_HEADER) : kept(at) >= MOST_HEADER_BYTES;
    }

    /**
     * How many bytes there are from here on, up to a header's length at least, in a window that keeps the first
     * element too.
     */
    private long kept(long at) throws IOException {
        int wish = Math.toIntExact(at - start + MOST_HEADER_BYTES);
        return cursor.available(start, wish) - (at - start);
    }

    private boolean isEnd(long at) throws IOException {
        if (at >= end || at - start > distance) {
            return at == end;
        }
        if (cursor.movesBack()) {
            return !cursor.has(at, 1) && at == cursor.fileSize();
        }
        long rest = kept(at);
        return rest >= 0 && rest < MOST_HEADER_BYTES;
    }

    private boolean leadsToItem(long at) throws IOException {
        if (!canLookAt(at)) {
            return false;
        }
        int word = cursor.buffer().getInt(cursor.index(at));
        return isItemOrEnd(Integer.rotateLeft(word, 16)) || isItemOrEnd(Integer.reverseBytes(word));
    }

    private static boolean isItemOrEnd(int tag) {
        return tag == Tag.ITEM || tag == Tag.SEQUENCE_DELIMITATION;
    }
}
