package dev.vernier.geometry;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One 64-bit value for each slice of a series, kept once as long as all are the same: the slices of most series have one shape and
 * differ along one axis only. 8 bytes a slice where they differ. One thread at a time.
 */
final class SliceColumn {

    private long first;
    private int size;
    /** All values; null while they are the same. */
    private LongArrayList values;

    int size() {
        return size;
    }

    long get(int slice) {
        return values == null ? first : values.getLong(slice);
    }

    /** The value that {@link #addDouble} added, to the bit. */
    double getDouble(int slice) {
        return Double.longBitsToDouble(get(slice));
    }

    void add(long value) {
        if (values == null && size > 0 && value != first) {
            tellApart();
        }
        if (values == null) {
            first = value;
        } else {
            values.add(value);
        }
        size++;
    }

    void addDouble(double value) {
        add(Double.doubleToRawLongBits(value));
    }

    void addAll(SliceColumn other) {
        if (values == null && size > 0 && other.size > 0 && (other.values != null || other.first != first)) {
            tellApart();
        }
        if (values != null && other.values != null) {
            values.addAll(other.values);
            size += other.size;
            return;
        }
        for (int slice = 0; slice < other.size; slice++) {
            add(other.get(slice));
        }
    }

    private void tellApart() {
        values = new LongArrayList();
        for (int slice = 0; slice < size; slice++) {
            values.add(first);
        }
    }

    /** Writes the values; how many there are is known to the reader. */
    void writeTo(DataOutput out) throws IOException {
        out.writeBoolean(values != null);
        if (values == null) {
            out.writeLong(first);
        } else {
            for (int slice = 0; slice < size; slice++) {
                out.writeLong(values.getLong(slice));
            }
        }
    }

    static SliceColumn readFrom(ByteBuffer in, int size) {
        SliceColumn column = new SliceColumn();
        boolean differing = in.get() != 0;
        if (differing) {
            column.values = new LongArrayList(RecordFields.readLongs(in, size));
        } else {
            column.first = in.getLong();
        }
        column.size = size;
        return column;
    }
}
