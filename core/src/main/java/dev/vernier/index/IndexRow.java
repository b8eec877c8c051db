package dev.vernier.index;

import dev.vernier.dicom.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One file of an index: a view that moves from row to row. Read path, outcome and detail at any time; the columns one after the other:
 * {@link #nextColumn} for each tag, and once more for the raw texts, and the values of each by {@link #nextIsMissing} and, unless it is,
 * the method of the column's type. One thread.
 */
public final class IndexRow {

    private static final Outcome[] OUTCOMES = Outcome.values();

    private byte[] bytes;
    private int start;
    private int pathLength;
    private int detailAt;
    private int at;
    private int textAt;
    private int textLength;

    IndexRow() {}

    /** Points at a row; its columns are then read from the first on. */
    void set(byte[] rows, int from) {
        bytes = rows;
        start = from;
        pathLength = intAt(pathAt() - Integer.BYTES);
        detailAt = pathAt() + pathLength + 1;
        at = detailAt + Integer.BYTES + intAt(detailAt);
    }

    static int length(byte[] rows, int from) {
        return (int) BigEndian.INT.get(rows, from);
    }

    private int intAt(int index) {
        return (int) BigEndian.INT.get(bytes, index);
    }

    private int pathAt() {
        return start + 2 * Integer.BYTES;
    }

    /** By path, byte by byte; rows of one path, which only odd names can have, by all that is in them. */
    static int compare(byte[] a, int fromA, byte[] b, int fromB) {
        int pathA = fromA + 2 * Integer.BYTES;
        int pathB = fromB + 2 * Integer.BYTES;
        int lengthA = length(a, fromA + Integer.BYTES);
        int lengthB = length(b, fromB + Integer.BYTES);
        int paths = Arrays.compareUnsigned(a, pathA, pathA + lengthA, b, pathB, pathB + lengthB);
        return paths != 0
                ? paths
                : Arrays.compareUnsigned(a, fromA, fromA + length(a, fromA), b, fromB, fromB + length(b, fromB));
    }

    /** The file's path below the root, or with it where there are several roots. */
    public String path() {
        return text(pathAt(), pathLength);
    }

    /** What became of the file. */
    public Outcome outcome() {
        return OUTCOMES[bytes[detailAt - 1]];
    }

    /** Where or why it could not be read, or what was odd about it; empty if nothing is to be said. */
    public String detail() {
        return text(detailAt + Integer.BYTES, intAt(detailAt));
    }

    private String text(int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    /** Moves to the next column, all of whose predecessor's values must have been read; answers how many values it has. */
    public int nextColumn() {
        int count = intAt(at);
        at += Integer.BYTES;
        return count;
    }

    /** Moves to the next value; whether there is none in this place of the list. */
    public boolean nextIsMissing() {
        return bytes[at++] == RowEncoder.MISSING;
    }

    private long nextBits() {
        long bits = (long) BigEndian.LONG.get(bytes, at);
        at += Long.BYTES;
        return bits;
    }

    /** The value of a column of {@link ValueType#DOUBLE}. */
    public double nextDouble() {
        return Double.longBitsToDouble(nextBits());
    }

    /** The value of a column of {@link ValueType#INT} or {@link ValueType#LONG}; of {@link ValueType#DATE}, days since 1970-01-01. */
    public long nextLong() {
        return nextBits();
    }

    /** The value of a column of {@link ValueType#TEXT}. */
    public String nextText() {
        nextUtf8();
        return text(textAt, textLength);
    }

    /** As {@link #nextText}, as bytes: {@link #utf8Length} bytes of the array {@link #utf8}, from {@link #utf8At} on. */
    public void nextUtf8() {
        textLength = intAt(at);
        textAt = at + Integer.BYTES;
        at = textAt + textLength;
    }

    /** The path, as {@link #nextUtf8} gives a text; at any time. */
    public void pathUtf8() {
        textAt = pathAt();
        textLength = pathLength;
    }

    /** Where the bytes of a text are; not to be changed. */
    public byte[] utf8() {
        return bytes;
    }

    /** Index of a text's first byte. */
    public int utf8At() {
        return textAt;
    }

    /** Bytes of a text. */
    public int utf8Length() {
        return textLength;
    }
}
