package dev.vernier.geometry;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.shorts.ShortArrayList;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One 64-bit value for each image plane of a series, kept once as long as all are the same: the planes of most series
 * have one shape and differ along one axis only. Where they differ 2 bytes a plane, and 8 once a value does not fit
 * into 16 bits. One thread at a time.
 */
final class PlaneColumn {

    private static final byte SAME = 0;
    private static final byte NARROW = 1;
    private static final byte WIDE = 2;

    /** Stands for a number that is not known. */
    private static final long NO_NUMBER = Short.MIN_VALUE;

    private long first;
    private int size;
    /** All values; null while they are the same, or where one needs more than 16 bits. */
    private ShortArrayList narrow;
    /** All values; null unless one needs more than 16 bits. */
    private LongArrayList wide;

    int size() {
        return size;
    }

    long get(int plane) {
        if (wide != null) {
            return wide.getLong(plane);
        }
        return narrow == null ? first : narrow.getShort(plane);
    }

    /** The value that {@link #addDouble} added, to the bit. */
    double getDouble(int plane) {
        return Double.longBitsToDouble(get(plane));
    }

    /** The value that {@link #addNumber} added; NaN where it was none. */
    double getNumber(int plane) {
        long value = get(plane);
        if (value == NO_NUMBER) {
            return Double.NaN;
        }
        return fitsShort(value) ? value : Double.longBitsToDouble(value);
    }

    void add(long value) {
        if (narrow == null && wide == null) {
            if (size == 0 || value == first) {
                first = value;
                size++;
                return;
            }
            tellApart();
        }
        if (narrow != null && !fitsShort(value)) {
            widen();
        }
        if (wide != null) {
            wide.add(value);
        } else {
            narrow.add((short) value);
        }
        size++;
    }

    /** For measures: kept to the bit. */
    void addDouble(double value) {
        add(Double.doubleToRawLongBits(value));
    }

    /** For numbers that count something, mostly small and whole: equal numbers stay equal, and those take 2 bytes. */
    void addNumber(double value) {
        if (Double.isNaN(value)) {
            add(NO_NUMBER);
        } else if (Math.abs(value) < Short.MAX_VALUE
                && (value == Math.rint(value) || Math.abs(value) < Double.MIN_NORMAL)) {
            add((long) value);
        } else {
            addDouble(value);
        }
    }

    void addAll(PlaneColumn other) {
        for (int plane = 0; plane < other.size; plane++) {
            add(other.get(plane));
        }
    }

    private static boolean fitsShort(long value) {
        return value == (short) value;
    }

    private void tellApart() {
        if (fitsShort(first)) {
            narrow = new ShortArrayList();
            narrow.size(size);
            Arrays.fill(narrow.elements(), 0, size, (short) first);
        } else {
            wide = new LongArrayList();
            wide.size(size);
            Arrays.fill(wide.elements(), 0, size, first);
        }
    }

    private void widen() {
        wide = new LongArrayList(Math.max(size + 1, 8));
        for (int plane = 0; plane < size; plane++) {
            wide.add(narrow.getShort(plane));
        }
        narrow = null;
    }

    /** Whether all values are known to be the same. */
    boolean isSame() {
        return narrow == null && wide == null;
    }

    /** Gives back memory that was taken for values to come. */
    void trim() {
        if (narrow != null) {
            narrow.trim();
        }
        if (wide != null) {
            wide.trim();
        }
    }

    /** Writes the values; how many there are is known to the reader. */
    void writeTo(DataOutput out) throws IOException {
        if (wide != null) {
            out.writeByte(WIDE);
            for (int plane = 0; plane < size; plane++) {
                out.writeLong(wide.getLong(plane));
            }
        } else if (narrow != null) {
            out.writeByte(NARROW);
            for (int plane = 0; plane < size; plane++) {
                out.writeShort(narrow.getShort(plane));
            }
        } else {
            out.writeByte(SAME);
            out.writeLong(first);
        }
    }

    static PlaneColumn readFrom(ByteBuffer in, int size) {
        PlaneColumn column = new PlaneColumn();
        switch (in.get()) {
            case WIDE -> column.wide = new LongArrayList(RecordFields.readLongs(in, size));
            case NARROW -> column.narrow = new ShortArrayList(RecordFields.readShorts(in, size));
            case SAME -> column.first = in.getLong();
            default -> RecordFields.require(false);
        }
        column.size = size;
        return column;
    }
}
