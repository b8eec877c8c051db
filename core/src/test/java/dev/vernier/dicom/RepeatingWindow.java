package dev.vernier.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file of any size that repeats some bytes for ever behind its start, and takes no memory. */
final class RepeatingWindow implements ByteWindow {

    private static final int WINDOW_BYTES = 64 << 10;

    private final byte[] start;
    private final byte[] unit;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(2 * WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long base;
    private int limit;
    private long loads;
    private long bytesLoaded;

    RepeatingWindow(byte[] start, byte[] unit, long size) {
        this.start = start;
        this.unit = unit;
        this.size = size;
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public long base() {
        return base;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public int load(long offset, int length) {
        loads++;
        base = offset;
        limit = (int) Math.max(0, Math.min(size - offset, Math.max(length, WINDOW_BYTES)));
        bytesLoaded += limit;
        byte[] target = buffer.array();
        int at = 0;
        while (at < limit) {
            long from = offset + at;
            byte[] source = from < start.length ? start : unit;
            int index = (int) (from < start.length ? from : (from - start.length) % unit.length);
            int count = Math.min(limit - at, source.length - index);
            System.arraycopy(source, index, target, at, count);
            at += count;
        }
        return limit;
    }

    @Override
    public long size() {
        return size;
    }

    long loads() {
        return loads;
    }

    long bytesLoaded() {
        return bytesLoaded;
    }
}
