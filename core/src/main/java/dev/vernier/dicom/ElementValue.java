package dev.vernier.dicom;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * A view of one element's value where it lies in the window: valid during the callback that hands it out, reused for
 * the next. Reads numbers and bytes without making objects. One thread.
 */
public final class ElementValue {

    private static final long HASH_SEED = 0x9E3779B97F4A7C15L;
    private static final long HASH_PRIME = 0xD6E8FEB86659FD93L;
    private static final long HASH_FINAL = 0xFF51AFD7ED558CCDL;

    private ByteBuffer buffer;
    private int start;
    private int length;
    private int vr;
    private boolean bigEndian;

    /** For the parser and for tests: points the view at {@code length} bytes from index {@code start}. */
    public ElementValue set(ByteBuffer source, int from, int lengthBytes, int valueRepresentation, boolean big) {
        this.buffer = source;
        this.start = from;
        this.length = lengthBytes;
        this.vr = valueRepresentation;
        this.bigEndian = big;
        return this;
    }

    /** The value representation: as the file states it, else as the caller's {@link WantedTags} expects it. */
    public int vr() {
        return vr;
    }

    /** Takes the value for one of this VR, where a caller knows better than the file. */
    public ElementValue takenFor(int valueRepresentation) {
        vr = valueRepresentation;
        return this;
    }

    /** Length in bytes, padding included. */
    public int length() {
        return length;
    }

    /** Whether numbers of binary VRs are stored big-endian. */
    public boolean bigEndian() {
        return bigEndian;
    }

    /** The byte at {@code index} of the value. */
    public byte byteAt(int index) {
        return buffer.get(start + index);
    }

    /** Copies the value's first {@code count} bytes. */
    public void copyTo(byte[] target, int at, int count) {
        buffer.get(start, target, at, count);
    }

    /**
     * Reads up to {@code target.length} numbers, by the VR: decimal or integer strings, or binary.
     *
     * @return how many numbers the value has in all; a component that is no number is NaN. None where the VR holds no
     *     numbers (OB, AT, SQ)
     */
    public int numbers(double[] target) {
        int width = BinaryNumber.width(vr);
        if (width == 0) {
            boolean text = vr != Vr.OB && vr != Vr.AT && vr != Vr.SQ;
            return text ? DecimalString.parseAll(buffer, start, length, target) : 0;
        }
        int count = length / width;
        for (int i = 0; i < Math.min(count, target.length); i++) {
            target[i] = BinaryNumber.read(buffer, start + i * width, vr, bigEndian);
        }
        return count;
    }

    /** Whether the VR stores numbers in binary. */
    public boolean isBinaryNumber() {
        return BinaryNumber.width(vr) > 0;
    }

    /** The first 16 numbers as text, joined by backslashes as in decimal strings; whole numbers without a point. */
    public String numbersAsText() {
        return numbersAsText(16);
    }

    /** The first {@code most} numbers as text. */
    String numbersAsText(int most) {
        if (vr == Vr.SV || vr == Vr.UV || vr == Vr.OV) {
            return longsAsText(most);
        }
        double[] numbers = new double[Math.min(most, length)];
        int count = Math.min(numbers(numbers), numbers.length);
        StringJoiner text = new StringJoiner("\\");
        for (int i = 0; i < count; i++) {
            boolean whole = numbers[i] == Math.rint(numbers[i]) && Math.abs(numbers[i]) < 1e15;
            text.add(whole ? Long.toString((long) numbers[i]) : asText(numbers[i]));
        }
        return text.toString();
    }

    private static String asText(double number) {
        return Double.isFinite(number) ? NumberText.shortest(number) : Double.toString(number);
    }

    /** As above, exactly: not every number of 64 bits is one of type double. */
    private String longsAsText(int most) {
        StringJoiner text = new StringJoiner("\\");
        for (int i = 0; i < Math.min(most, length / Long.BYTES); i++) {
            long stored = buffer.getLong(start + i * Long.BYTES);
            long number = bigEndian ? Long.reverseBytes(stored) : stored;
            text.add(vr == Vr.SV ? Long.toString(number) : Long.toUnsignedString(number));
        }
        return text.toString();
    }

    /** Tags, as the VR AT has them: {@code (0028,0030)}, joined by backslashes. */
    String tagsAsText() {
        StringJoiner text = new StringJoiner("\\");
        for (int at = start; at + Integer.BYTES <= start + length; at += Integer.BYTES) {
            int stored = buffer.getInt(at);
            text.add(Tag.toString(bigEndian ? Integer.reverseBytes(stored) : Integer.rotateLeft(stored, 16)));
        }
        return text.toString();
    }

    /** Index of the first byte that is not leading padding (spaces, NULs). */
    int trimmedStart() {
        int from = 0;
        while (from < length && isPadding(byteAt(from))) {
            from++;
        }
        return from;
    }

    /** Index behind the last byte that is not trailing padding; at least {@code from}. */
    int trimmedEnd(int from) {
        int to = length;
        while (to > from && isPadding(byteAt(to - 1))) {
            to--;
        }
        return to;
    }

    /** Copies the value without leading and trailing padding, at most what fits; returns the number of bytes. */
    public int copyTrimmed(byte[] target, int at) {
        int from = trimmedStart();
        int count = Math.min(trimmedEnd(from) - from, target.length - at);
        buffer.get(start + from, target, at, count);
        return count;
    }

    /** Whether the value without padding is exactly these bytes. */
    public boolean trimmedEquals(byte[] expected) {
        int from = trimmedStart();
        return trimmedEnd(from) - from == expected.length && matches(from, expected);
    }

    /** Whether the value without leading padding begins with these bytes. */
    public boolean trimmedStartsWith(byte[] prefix) {
        int from = trimmedStart();
        return length - from >= prefix.length && matches(from, prefix);
    }

    /** Whether one of the backslash-separated components is exactly this word, padding apart. */
    public boolean hasComponent(byte[] word) {
        int from = 0;
        while (from <= length) {
            int to = from;
            while (to < length && byteAt(to) != '\\') {
                to++;
            }
            if (componentEquals(from, to, word)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    /**
     * A 64-bit hash of one backslash-separated component, numbered from 0, without padding: as {@link #trimmedHash}; 0
     * if there is none.
     */
    public long componentHash(int number) {
        int from = 0;
        for (int skipped = 0; skipped < number; from++) {
            if (from >= length) {
                return 0;
            }
            skipped += byteAt(from) == '\\' ? 1 : 0;
        }
        int to = from;
        while (to < length && byteAt(to) != '\\') {
            to++;
        }
        return trimmedHash(from, to);
    }

    private boolean componentEquals(int from, int to, byte[] word) {
        int first = from;
        int last = to;
        while (first < last && isPadding(byteAt(first))) {
            first++;
        }
        while (last > first && isPadding(byteAt(last - 1))) {
            last--;
        }
        return last - first == word.length && matches(first, word);
    }

    private boolean matches(int from, byte[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (byteAt(from + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** A 64-bit hash of the value without padding; equal text, equal hash, whatever its padding. */
    public long trimmedHash() {
        return trimmedHash(0, length);
    }

    private long trimmedHash(int first, int end) {
        int from = first;
        while (from < end && isPadding(byteAt(from))) {
            from++;
        }
        int to = end;
        while (to > from && isPadding(byteAt(to - 1))) {
            to--;
        }
        long hash = HASH_SEED ^ (to - from);
        for (int i = from; i < to; i++) {
            hash = Long.rotateLeft(hash ^ byteAt(i), 23) * HASH_PRIME;
        }
        hash ^= hash >>> 32;
        hash *= HASH_FINAL;
        return hash ^ hash >>> 29;
    }

    /** The raw bytes, copied. */
    public byte[] toByteArray() {
        byte[] copy = new byte[length];
        copyTo(copy, 0, length);
        return copy;
    }

    @Override
    public String toString() {
        return Vr.toString(vr) + Arrays.toString(toByteArray());
    }

    private static boolean isPadding(byte b) {
        return b == ' ' || b == 0;
    }
}
