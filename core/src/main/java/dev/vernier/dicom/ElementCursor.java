package dev.vernier.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Decodes one element header at a time from a window (PS3.5 §7.1). Hot: no allocation, fields instead of results.
 *
 * <p>Tolerances, each by element: an implicit element inside explicit data, a blank VR, a VR this edition does not know.
 */
final class ElementCursor {

    /** Length field of an element whose end is marked by a delimiter. */
    static final long UNDEFINED_LENGTH = 0xFFFFFFFFL;

    /** End of a level that nothing bounds but the file. */
    static final long UNBOUNDED = Long.MAX_VALUE;

    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 12;

    private ByteWindow window;
    private ByteBuffer buffer;
    private long base;
    private long windowEnd;

    private int tag;
    private int vr;
    private long length;
    private long valueAt;

    void reset(ByteWindow source) {
        this.window = source;
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

    ByteBuffer buffer() {
        return buffer;
    }

    /** Index in the buffer of a file offset that is in the window. */
    int index(long offset) {
        return (int) (offset - base);
    }

    long fileSize() throws IOException {
        return window.size();
    }

    private void sync() {
        buffer = window.buffer();
        base = window.base();
        windowEnd = base + window.limit();
    }

    /** Whether the file has {@code count} bytes from {@code offset}; brings them into the window. */
    boolean has(long offset, int count) throws IOException {
        if (offset >= base && offset + count <= windowEnd) {
            return true;
        }
        int available = window.load(offset, count);
        sync();
        return available >= count;
    }

    /** Bytes in the window from {@code offset} on, at least {@code wish} of them unless the file ends before. */
    int available(long offset, int wish) throws IOException {
        has(offset, wish);
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, windowEnd - offset));
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
        int index = index(at);
        int word = buffer.getInt(index);
        tag = bigEndian ? Integer.reverseBytes(word) : Integer.rotateLeft(word, 16);
        valueAt = at + SHORT_HEADER;
        if (!explicit || tag >>> 16 == 0xFFFE) {
            vr = Vr.UNKNOWN;
            length = unsignedInt(index + 4, bigEndian);
            return true;
        }
        vr = (buffer.get(index + 4) & 0xFF) << 8 | buffer.get(index + 5) & 0xFF;
        if (!Vr.isLetters(vr)) {
            readWithoutVr(at, bigEndian, end);
            return true;
        }
        if (Vr.isShortForm(vr)) {
            length = unsignedShort(index + 6, bigEndian);
            return true;
        }
        return Vr.isLongForm(vr) ? readLongForm(at, bigEndian) : readUnknownVr(at, bigEndian, end);
    }

    private boolean readLongForm(long at, boolean bigEndian) throws IOException {
        if (!has(at, LONG_HEADER)) {
            return false;
        }
        length = unsignedInt(index(at) + 8, bigEndian);
        valueAt = at + LONG_HEADER;
        return true;
    }

    /** No letters where the VR should be: an implicit element if its length fits, else a blank VR with a short length. */
    private void readWithoutVr(long at, boolean bigEndian, long end) throws IOException {
        int index = index(at);
        long implicitLength = unsignedInt(index + 4, bigEndian);
        vr = Vr.UNKNOWN;
        if (implicitLength == UNDEFINED_LENGTH || fits(valueAt, implicitLength, end)) {
            length = implicitLength;
        } else {
            length = unsignedShort(index + 6, bigEndian);
        }
    }

    /**
     * Letters that are no VR of this edition. PS3.5 §6.2 promises new VRs the long form; writers of private VRs used the short
     * one. Reserved bytes that are not zero are a short length; zero ones are a long form, unless an element in order
     * follows at once, as behind an empty short form.
     */
    private boolean readUnknownVr(long at, boolean bigEndian, long end) throws IOException {
        length = unsignedShort(index(at) + 6, bigEndian);
        if (length != 0 || !has(at, LONG_HEADER + 2)) {
            return true;
        }
        int index = index(at);
        int word = buffer.getInt(index + 8);
        int following = bigEndian ? Integer.reverseBytes(word) : Integer.rotateLeft(word, 16);
        int followingVr = (buffer.get(index + 12) & 0xFF) << 8 | buffer.get(index + 13) & 0xFF;
        boolean elementFollows = Integer.compareUnsigned(following, tag) > 0 && Vr.isKnown(followingVr);
        long longLength = unsignedInt(index + 8, bigEndian);
        if (!elementFollows && longLength != UNDEFINED_LENGTH && fits(at + LONG_HEADER, longLength, end)) {
            length = longLength;
            valueAt = at + LONG_HEADER;
        }
        return true;
    }

    private boolean fits(long from, long count, long end) throws IOException {
        return count <= (end == UNBOUNDED ? window.size() : end) - from;
    }

    private long unsignedInt(int index, boolean bigEndian) {
        int value = buffer.getInt(index);
        return Integer.toUnsignedLong(bigEndian ? Integer.reverseBytes(value) : value);
    }

    private int unsignedShort(int index, boolean bigEndian) {
        short value = buffer.getShort(index);
        return Short.toUnsignedInt(bigEndian ? Short.reverseBytes(value) : value);
    }
}
