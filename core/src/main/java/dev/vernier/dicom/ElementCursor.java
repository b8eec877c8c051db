package dev.vernier.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Decodes one element header at a time from a window (PS3.5 §7.1). Hot: no allocation, fields instead of results.
 *
 * <p>Tolerances, each by element: an implicit element inside explicit data, a blank VR, a VR this edition does not
 * know.
 */
final class ElementCursor {

    /** Length field of an element whose end is marked by a delimiter. */
    static final long UNDEFINED_LENGTH = 0xFFFFFFFFL;

    /** End of a level that nothing bounds but the file. */
    static final long UNBOUNDED = Long.MAX_VALUE;

    /** Bytes of a header with a 16-bit length, of an implicit one, and of items and delimiters. */
    static final int SHORT_HEADER = 8;

    /** Bytes of a header with a 32-bit length behind its VR. */
    static final int LONG_HEADER = 12;

    /** A value up to this size is loaded without asking whether the file is that long. */
    private static final int UNQUESTIONED_BYTES = 64 << 10;

    /** A gap that is seen as jumped over, not as read on. */
    private static final int JUMP_BYTES = 16 << 10;

    private static final long NEVER = -1;

    private ByteWindow window;
    private ByteBuffer buffer;
    private long base;
    private long windowEnd;
    private long jumpedFrom;

    private int tag;
    private int vr;
    private long length;
    private long valueAt;

    void reset(ByteWindow source) {
        window = source;
        jumpedFrom = NEVER;
        valueAt = 0;
        sync();
    }

    int tag() {
        return tag;
    }

    /** The VR as written, {@link Vr#UNKNOWN} where the element is implicit. */
    int vr() {
        return vr;
    }

    long length() {
        return length;
    }

    boolean undefinedLength() {
        return length == UNDEFINED_LENGTH;
    }

    /** File offset of the value's first byte. */
    long valueAt() {
        return valueAt;
    }

    /** File offset behind the value; for an element of defined length. */
    long end() {
        return valueAt + length;
    }

    /** Whether the element may hold items: its VR says so, or is not stated, or not known. */
    boolean mayHoldItems() {
        return vr == Vr.SQ || vr == Vr.UN || !Vr.isKnown(vr);
    }

    ByteBuffer buffer() {
        return buffer;
    }

    /** File offset of the window's first byte. */
    long base() {
        return base;
    }

    /** File offset behind the window's last byte. */
    long windowEnd() {
        return windowEnd;
    }

    /** Index in the buffer of a file offset that is in the window. */
    int index(long offset) {
        return Math.toIntExact(offset - base);
    }

    /** Whether an earlier element can be looked at again. */
    boolean movesBack() {
        return window.movesBack();
    }

    /** For {@link #forgetJumpsSince}. */
    long jumpedFrom() {
        return jumpedFrom;
    }

    /** Takes what was looked at meanwhile for not having been needed. */
    void forgetJumpsSince(long earlier) {
        jumpedFrom = earlier;
    }

    long fileSize() throws IOException {
        return window.size();
    }

    /** Whether the file ends before this offset; asks for its size only where the window does not reach that far. */
    boolean endsBefore(long offset) throws IOException {
        return offset > windowEnd && window.endsBefore(offset);
    }

    /**
     * How far from its start the file was read without a gap, if the last header looked at was that at {@code
     * position}: what lies behind the first large value that was jumped over does not count.
     */
    long contiguousEnd(long position) {
        long end = position + LONG_HEADER;
        return jumpedFrom == NEVER ? end : Math.min(jumpedFrom, end);
    }

    private void sync() {
        buffer = window.buffer();
        base = window.base();
        windowEnd = base + window.limit();
    }

    /** Whether the file has {@code count} bytes from {@code offset}; brings them into the window. */
    boolean has(long offset, int count) throws IOException {
        return offset >= base && offset + count <= windowEnd || bring(offset, count);
    }

    private boolean bring(long offset, int count) throws IOException {
        if (jumpedFrom == NEVER && offset > windowEnd + JUMP_BYTES) {
            jumpedFrom = valueAt;
        }
        if (count > UNQUESTIONED_BYTES && window.endsBefore(offset + count)) {
            return false; // a length field alone never decides how large a window grows
        }
        int available = window.load(offset, count);
        sync();
        return available >= count;
    }

    /** Bytes in the window from {@code offset} on, at least {@code wish} of them unless the file ends before. */
    int available(long offset, int wish) throws IOException {
        has(offset, wish);
        return offset < base ? 0 : Math.toIntExact(Math.max(0, windowEnd - offset));
    }

    /**
     * Decodes the header at {@code at}.
     *
     * @param end where the enclosing item ends, {@link #UNBOUNDED} if only the file's end bounds it
     * @return false if the file ends before the header does
     */
    boolean read(long at, boolean explicit, boolean bigEndian, long end) throws IOException {
        if (!has(at, SHORT_HEADER)) {
            return false;
        }
        long header = buffer.getLong(index(at));
        int word = (int) header;
        tag = bigEndian ? Integer.reverseBytes(word) : Integer.rotateLeft(word, 16);
        valueAt = at + SHORT_HEADER;
        if (!explicit || tag >>> 16 == 0xFFFE) {
            vr = Vr.UNKNOWN;
            length = implicitLength(header, bigEndian);
            return true;
        }
        vr = vrOf(header);
        if (!Vr.isLetters(vr)) {
            readWithoutVr(header, bigEndian, end);
            return true;
        }
        if (Vr.isShortForm(vr)) {
            length = shortLength(header, bigEndian);
            return true;
        }
        return Vr.isLongForm(vr) ? readLongForm(at, bigEndian) : readUnknownVr(at, bigEndian, end);
    }

    /** The VR field of the header at an offset of which eight bytes are in the window. */
    int vrAt(long at) {
        return vrOf(buffer.getLong(index(at)));
    }

    /** Whether an item begins at {@code at}. */
    boolean isItem(long at, boolean bigEndian) throws IOException {
        if (!has(at, SHORT_HEADER)) {
            return false;
        }
        int word = buffer.getInt(index(at));
        return (bigEndian ? Integer.reverseBytes(word) : Integer.rotateLeft(word, 16)) == Tag.ITEM;
    }

    private boolean readLongForm(long at, boolean bigEndian) throws IOException {
        if (!has(at, LONG_HEADER)) {
            return false;
        }
        length = unsignedInt(buffer.getInt(index(at) + 8), bigEndian);
        valueAt = at + LONG_HEADER;
        return true;
    }

    /**
     * No letters where the VR should be: an implicit element if its length fits, else a blank VR with a short length.
     */
    private void readWithoutVr(long header, boolean bigEndian, long end) throws IOException {
        vr = Vr.UNKNOWN;
        length = implicitLength(header, bigEndian);
        if (length != UNDEFINED_LENGTH && !fits(valueAt, length, end)) {
            length = shortLength(header, bigEndian);
        }
    }

    /**
     * Letters that are no VR of this edition. PS3.5 §6.2 promises new VRs the long form; writers of private VRs used
     * the short one. Reserved bytes that are not zero are a short length; zero ones are a long form, unless an element
     * in order follows at once, as behind an empty short form.
     */
    private boolean readUnknownVr(long at, boolean bigEndian, long end) throws IOException {
        length = shortLength(buffer.getLong(index(at)), bigEndian);
        if (length != 0 || !has(at, LONG_HEADER)) {
            return true;
        }
        int word = buffer.getInt(index(at) + 8);
        long longLength = unsignedInt(word, bigEndian);
        if (longLength != UNDEFINED_LENGTH) {
            int following = bigEndian ? Integer.reverseBytes(word) : Integer.rotateLeft(word, 16);
            boolean inOrder = Integer.compareUnsigned(following, tag) > 0;
            boolean elementFollows =
                    inOrder && has(at + SHORT_HEADER, SHORT_HEADER) && Vr.isKnown(vrAt(at + SHORT_HEADER));
            if (elementFollows || !fits(at + LONG_HEADER, longLength, end)) {
                return true;
            }
        }
        length = longLength;
        valueAt = at + LONG_HEADER;
        return true;
    }

    private boolean fits(long from, long count, long end) throws IOException {
        return end == UNBOUNDED ? !endsBefore(from + count) : count <= end - from;
    }

    private static int vrOf(long header) {
        return (int) (header >>> 32 & 0xFF) << 8 | (int) (header >>> 40 & 0xFF);
    }

    private static long implicitLength(long header, boolean bigEndian) {
        return unsignedInt((int) (header >>> 32), bigEndian);
    }

    private static int shortLength(long header, boolean bigEndian) {
        short value = (short) (header >>> 48);
        return Short.toUnsignedInt(bigEndian ? Short.reverseBytes(value) : value);
    }

    private static long unsignedInt(int word, boolean bigEndian) {
        return Integer.toUnsignedLong(bigEndian ? Integer.reverseBytes(word) : word);
    }
}
