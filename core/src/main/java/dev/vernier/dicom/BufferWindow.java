package dev.vernier.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file, or as much of one as holds its header, that is in memory already: the window is the whole of it. One thread. */
public final class BufferWindow implements ByteWindow {

    private final ByteBuffer bytes;

    /** A view of the bytes between position and limit, which must not change while it is looked at. */
    public BufferWindow(ByteBuffer file) {
        bytes = file.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public ByteBuffer buffer() {
        return bytes;
    }

    @Override
    public long base() {
        return 0;
    }

    @Override
    public int limit() {
        return bytes.capacity();
    }

    @Override
    public int load(long offset, int length) {
        return Math.toIntExact(Math.max(0, bytes.capacity() - offset));
    }

    @Override
    public long size() {
        return bytes.capacity();
    }
}
