package dev.vernier.dicom;

import java.io.IOException;

/** Looks back along a chain of elements that does not go on as it should. Cold: for broken files only; moves the cursor. */
final class ChainRepair {

    private final ElementCursor cursor;

    ChainRepair(ElementCursor cursor) {
        this.cursor = cursor;
    }

    /** Whether the value of the element at {@code elementAt} ends exactly here; the cursor is then on that element. */
    boolean leadsTo(long at, long elementAt, Level level) throws IOException {
        return cursor.movesBack()
                && cursor.read(elementAt, level.explicit, level.bigEndian, level.end)
                && cursor.end() == at;
    }

    /** Whether the element under the cursor is a sequence with at least one item. */
    boolean holdsItems(Level level) throws IOException {
        boolean big = level.bigEndian && cursor.vr() != Vr.UN;
        return cursor.mayHoldItems() && cursor.isItem(cursor.valueAt(), big);
    }

    /** Whether fewer bytes are left than an element has, all of them zero. */
    boolean onlyZerosFrom(long at) throws IOException {
        int rest = cursor.available(at, ElementCursor.SHORT_HEADER);
        for (int i = 0; i < rest; i++) {
            if (cursor.buffer().get(cursor.index(at) + i) != 0) {
                return false;
            }
        }
        return true;
    }
}
