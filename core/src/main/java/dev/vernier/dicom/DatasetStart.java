package dev.vernier.dicom;

import java.io.IOException;

/**
 * Finds the first element of a file (PS3.10 §7.1) and tells what encoding the data set behind the meta header has, by
 * looking at its first elements rather than by believing what the file says.
 */
final class DatasetStart {

    /** Zero bytes. */
    static final long EMPTY = -1;
    /** Neither a plausible element at offset 0 nor a preamble. */
    static final long NOT_DICOM = -2;

    private static final int PREAMBLE_BYTES = 128;
    private static final int MAGIC = 'D' | 'I' << 8 | 'C' << 16 | 'M' << 24;
    private static final int HEADER_BYTES = ElementCursor.SHORT_HEADER;
    /** No first element of groups 2, 4 or 8 is longer. */
    private static final int MAX_FIRST_LENGTH = 1 << 16;

    private final ElementCursor cursor;
    private final ChainProbe chain;

    DatasetStart(ElementCursor cursor, ChainProbe chain) {
        this.cursor = cursor;
        this.chain = chain;
    }

    /** Offset of the first element, {@link #EMPTY} or {@link #NOT_DICOM}. */
    long locate() throws IOException {
        int available = cursor.available(0, PREAMBLE_BYTES + Integer.BYTES + HEADER_BYTES);
        if (available == 0) {
            return EMPTY;
        }
        if (plausibleAt(0)) {
            return 0;
        }
        if (available >= PREAMBLE_BYTES + Integer.BYTES && magicAt(PREAMBLE_BYTES)) {
            return PREAMBLE_BYTES + Integer.BYTES;
        }
        if (available >= Integer.BYTES + HEADER_BYTES && magicAt(0) && plausibleAt(Integer.BYTES)) {
            return Integer.BYTES;
        }
        return NOT_DICOM;
    }

    private boolean magicAt(long offset) throws IOException {
        return cursor.has(offset, Integer.BYTES) && cursor.buffer().getInt(cursor.index(offset)) == MAGIC;
    }

    /**
     * Whether an element of group 2, 4 or 8 may begin here: with known VR letters, or with an implicit length, that a
     * first element can have; and room for the value in the file.
     */
    boolean plausibleAt(long at) throws IOException {
        if (!cursor.has(at, HEADER_BYTES)) {
            return false;
        }
        return hasKnownVr(at) && plausibleAt(at, true, isBigEndian(at, false)) || plausibleAt(at, false, false);
    }

    private boolean plausibleAt(long at, boolean explicit, boolean big) throws IOException {
        if (!cursor.read(at, explicit, big, ElementCursor.UNBOUNDED)) {
            return false;
        }
        int group = Tag.group(cursor.tag());
        boolean known = group == 0x0002 || group == 0x0004 || group == 0x0008;
        if (!known || !explicit && isGroupLength(cursor.tag()) && cursor.length() != Integer.BYTES) {
            return false;
        }
        if (explicit && cursor.vr() == Vr.SQ && cursor.undefinedLength()) {
            return true;
        }
        return cursor.length() <= MAX_FIRST_LENGTH && (cursor.length() == 0 || cursor.has(cursor.end() - 1, 1));
    }

    private static boolean isGroupLength(int tag) {
        return (tag & 0xFFFF) == 0;
    }

    /** Whether VR letters of PS3.5 §6.2 stand behind the tag. */
    boolean hasKnownVr(long at) throws IOException {
        return cursor.has(at, HEADER_BYTES) && Vr.isKnown(cursor.vrAt(at));
    }

    /** Whether the group number, small in nearly every data set, is stored with its high byte first. */
    boolean isBigEndian(long at, boolean stated) throws IOException {
        if (!cursor.has(at, HEADER_BYTES)) {
            return stated;
        }
        int little = Short.toUnsignedInt(cursor.buffer().getShort(cursor.index(at)));
        int big = Short.toUnsignedInt(Short.reverseBytes((short) little));
        if (big == little) {
            return stated;
        }
        // PS3.5 annex A.3: big endian is explicit; without VR letters only the file's own word stands for it.
        return big < little && (stated || hasKnownVr(at));
    }

    /**
     * Whether the elements from here on state their VR, by the chain that they make: see {@link ChainProbe}.
     *
     * @param says whether the file says anything of that; else elements that look explicit are
     * @param stated whether it says explicit
     */
    boolean isExplicit(long at, boolean says, boolean stated, boolean bigEndian) throws IOException {
        if (!cursor.has(at, HEADER_BYTES)) {
            return says && stated;
        }
        return chain.isExplicit(at, says ? stated : hasKnownVr(at), bigEndian, ElementCursor.UNBOUNDED);
    }
}
