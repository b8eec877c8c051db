package dev.vernier.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow as they are written: numbers in big endian, text in UTF-8 behind its length. One thread. */
final class RowBytes {

    private byte[] bytes = new byte[64 << 10];
    private int size;

    int size() {
        return size;
    }

    /** The bytes so far, copied; begins anew. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    /** Takes back what was written behind this size. */
    void cut(int to) {
        size = to;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
        }
    }

    void putByte(int value) {
        reserve(Byte.BYTES);
        bytes[size++] = (byte) value;
    }

    void putInt(int value) {
        reserve(Integer.BYTES);
        putIntAt(size, value);
        size += Integer.BYTES;
    }

    void putIntAt(int at, int value) {
        BigEndian.INT.set(bytes, at, value);
    }

    void putLong(long value) {
        reserve(Long.BYTES);
        BigEndian.LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    void putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        putInt(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }
}
