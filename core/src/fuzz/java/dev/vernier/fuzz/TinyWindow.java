package dev.vernier.fuzz;

import dev.vernier.dicom.ByteWindow;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A file in memory, seen through a window that moves at every opportunity and holds no byte more than it must. Reading
 * beyond it throws; so do a request that no reader should make, and too many of them.
 */
final class TinyWindow implements ByteWindow {

    /** The longest value that is handed out, and a header. */
    private static final int LONGEST_REQUEST = (1 << 20) + 12;

    private final ByteBuffer file;
    private final int least;
    private ByteBuffer window;
    private long base;
    private long loads;

    /**
     * Looks at a file.
     *
     * @param least bytes the window holds if asked for fewer
     */
    TinyWindow(byte[] bytes, int least) {
        this.file = ByteBuffer.wrap(bytes);
        this.least = least;
        this.window = slice(0, 0);
    }

    private ByteBuffer slice(int from, int count) {
        return file.slice(from, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Throws if the window was moved oftener than a walk through the file explains. */
    void assertLinearWork() {
        if (loads > 1_000 + 4L * file.capacity()) {
            throw new AssertionError(loads + " loads for " + file.capacity() + " bytes");
        }
    }

    @Override
    public ByteBuffer buffer() {
        return window;
    }

    @Override
    public long base() {
        return base;
    }

    @Override
    public int limit() {
        return window.capacity();
    }

    @Override
    public int load(long offset, int length) {
        if (offset < 0 || length < 0 || length > LONGEST_REQUEST) {
            throw new AssertionError("load of " + length + " bytes at " + offset);
        }
        loads++;
        int from = (int) Math.min(offset, file.capacity());
        window = slice(from, Math.min(Math.max(length, least), file.capacity() - from));
        base = from;
        return offset > from ? 0 : window.capacity();
    }

    @Override
    public long size() {
        return file.capacity();
    }
}
