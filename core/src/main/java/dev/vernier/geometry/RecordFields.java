package dev.vernier.geometry;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Fields of the binary records that caches keep and machines exchange: big-endian, counts before what they count.
 * Reading believes no count that the bytes left cannot hold, so that a broken record costs no memory. Stateless.
 */
public final class RecordFields {

    private RecordFields() {}

    /** Writes text, character for character. */
    public static void writeText(DataOutput out, String text) throws IOException {
        if (text.chars().allMatch(c -> c <= 0xFF)) {
            out.writeInt(text.length());
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            out.writeInt(~text.length());
            out.writeChars(text);
        }
    }

    /**
     * Reads what {@link #writeText} wrote.
     *
     * @throws BufferUnderflowException if the record is shorter than it says
     */
    public static String readText(ByteBuffer in) {
        int length = in.getInt();
        if (length >= 0) {
            return new String(readBytes(in, length), StandardCharsets.ISO_8859_1);
        }
        requireLeft(in, ~length, Character.BYTES);
        char[] text = new char[~length];
        in.asCharBuffer().get(text);
        in.position(in.position() + text.length * Character.BYTES);
        return new String(text);
    }

    /** Reads so many bytes. */
    static byte[] readBytes(ByteBuffer in, int count) {
        requireLeft(in, count, 1);
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    /**
     * Reads how many elements follow.
     *
     * @param leastBytes that each takes
     * @throws BufferUnderflowException if so many cannot follow
     */
    public static int readCount(ByteBuffer in, int leastBytes) {
        int count = in.getInt();
        requireLeft(in, count, leastBytes);
        return count;
    }

    private static void requireLeft(ByteBuffer in, int count, int bytesEach) {
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new BufferUnderflowException();
        }
    }

    /** Reads a number below a limit. */
    static int readBelow(ByteBuffer in, int limit) {
        int number = in.getInt();
        require(number >= 0 && number < limit);
        return number;
    }

    /**
     * Reads which of some values it is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static <T> T readOneOf(ByteBuffer in, T[] values) {
        return values[readBelow(in, values.length)];
    }

    /** Reads a count that is not negative. */
    static long readNotNegative(ByteBuffer in) {
        long number = in.getLong();
        require(number >= 0);
        return number;
    }

    static void require(boolean plausible) {
        if (!plausible) {
            throw new IllegalArgumentException("the record contradicts itself");
        }
    }

    /** Reads so many numbers. */
    static long[] readLongs(ByteBuffer in, int count) {
        requireLeft(in, count, Long.BYTES);
        long[] numbers = new long[count];
        in.asLongBuffer().get(numbers);
        in.position(in.position() + count * Long.BYTES);
        return numbers;
    }

    /** Reads so many numbers of 16 bits. */
    static short[] readShorts(ByteBuffer in, int count) {
        requireLeft(in, count, Short.BYTES);
        short[] numbers = new short[count];
        in.asShortBuffer().get(numbers);
        in.position(in.position() + count * Short.BYTES);
        return numbers;
    }

    static void writeDoubles(DataOutput out, double... values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] readDoubles(ByteBuffer in) {
        double[] values = new double[readCount(in, Double.BYTES)];
        readDoubles(in, values);
        return values;
    }

    static void readDoubles(ByteBuffer in, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getDouble();
        }
    }
}
