package dev.vernier.bench;

import dev.vernier.dicom.ByteWindow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A whole header in memory, so that parsing is measured without reading. */
final class MemoryWindow implements ByteWindow {

    private final ByteBuffer bytes;

    MemoryWindow(byte[] header) {
        bytes = ByteBuffer.allocateDirect(header.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, header);
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
        return (int) Math.max(0, bytes.capacity() - offset);
    }

    @Override
    public long size() {
        return bytes.capacity();
    }
}
