package dev.vernier.dicom;

import java.nio.ByteBuffer;

/**
 * Steps over a run of elements that nobody wants, as long as nothing about them is odd: little endian, of a known VR and a defined
 * length, wholly in the window and in the level around them. Most elements of most files are of that kind; whatever is not is left
 * to {@link DatasetWalker}, which would have gone the same way. Hot: local variables only; one thread.
 */
final class UnwantedRun {

    /** Elements of group 0 and below are never plain. */
    private static final int LOWEST = WantedTags.ordered(0x0000FFFF);
    /** Items and delimiters are never plain. */
    private static final int HIGHEST_IN_ITEM = WantedTags.ordered(0xFFFE0000);

    private static final int HIGHEST_AT_TOP = WantedTags.ordered(Tag.FIRST_PIXEL_TAG);
    private static final int LONG_HEADER_REST = 4;

    private int elements;
    private int lastTag;
    private long lastAt;

    /** Elements that the last run stepped over; the others are meaningless if none. */
    int elements() {
        return elements;
    }

    int lastTag() {
        return lastTag;
    }

    /** File offset of the last element's header. */
    long lastAt() {
        return lastAt;
    }

    /** Steps over the run that begins at {@code at}; returns where it ends, which is {@code at} itself if there is none. */
    long pass(ElementCursor cursor, long at, Level level, boolean top, boolean fullWalk) {
        elements = 0;
        WantedTags.Node node = level.wanted;
        if (level.bigEndian || !fullWalk && level.exhausted() && (top || node != null)) {
            return at;
        }
        int above = LOWEST;
        int below = top ? HIGHEST_AT_TOP : HIGHEST_IN_ITEM;
        if (node != null) {
            above = level.next > 0 ? Math.max(above, node.orderedTags[level.next - 1]) : above;
            below = level.exhausted() ? below : Math.min(below, node.orderedTags[level.next]);
        }
        long base = cursor.base();
        long end = Math.min(level.end, cursor.windowEnd());
        if (at < base || end - at < ElementCursor.SHORT_HEADER) {
            return at;
        }
        int from = Math.toIntExact(at - base);
        return base + run(cursor.buffer(), from, Math.toIntExact(end - base), above, below, level.explicit, base);
    }

    private int run(ByteBuffer buffer, int from, int end, int above, int below, boolean explicit, long base) {
        int lastHeader = end - ElementCursor.SHORT_HEADER;
        int count = 0;
        int at = from;
        int previous = from;
        int tag = 0;
        while (at <= lastHeader) {
            long header = buffer.getLong(at);
            int here = Integer.rotateLeft((int) header, 16);
            int ordered = WantedTags.ordered(here);
            if (ordered <= above || ordered >= below) {
                break;
            }
            long next = at + (long) ElementCursor.SHORT_HEADER;
            if (!explicit) {
                next += header >>> 32;
            } else if (Vr.isShortFormStored((int) (header >>> 32))) {
                next += header >>> 48;
            } else if (Vr.isLongFormStored((int) (header >>> 32)) && at <= lastHeader - LONG_HEADER_REST) {
                next += LONG_HEADER_REST + Integer.toUnsignedLong(buffer.getInt(at + ElementCursor.SHORT_HEADER));
            } else {
                break;
            }
            if (next > end) {
                break; // an undefined length is one that no window holds
            }
            tag = here;
            previous = at;
            at = Math.toIntExact(next);
            count++;
        }
        elements = count;
        lastTag = tag;
        lastAt = base + previous;
        return at;
    }
}
