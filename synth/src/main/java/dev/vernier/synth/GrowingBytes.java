package dev.vernier.synth;

import java.util.Arrays;

/**
 * An array of bytes that grows as numbers are put at its end, in either byte order.
 *
 * <p>Cost: amortised constant time a byte. Thread rule: one thread at a time.
 */
final class GrowingBytes {
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[4096];
    private int size;
    private boolean bigEndian;

    /** The array itself: only the first {@link #size} bytes count. */
    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void orderBigEndian(boolean big) {
        bigEndian = big;
    }

    void put(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void putByte(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void putShort(int value) {
        putByte(bigEndian ? value >>> 8 : value);
        putByte(bigEndian ? value : value >>> 8);
    }

    void putInt(int value) {
        putShort(bigEndian ? value >>> 16 : value);
        putShort(bigEndian ? value : value >>> 16);
    }

    void putLong(long value) {
        putInt((int) (bigEndian ? value >>> 32 : value));
        putInt((int) (bigEndian ? value : value >>> 32));
    }

    /** Writes how many bytes follow {@code start} into the four bytes before it. */
    void patchLengthBefore(int start) {
        int end = size;
        size = start - Integer.BYTES;
        putInt(end - start);
        size = end;
    }

    private void reserve(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST_BYTES, Math.max(needed, 2L * bytes.length)));
        }
    }
}
