package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A file in memory, seen through a window of a fixed size. The buffer ends where the window ends, so that a read beyond it throws;
 * counts what is loaded, and refuses requests that no parser should make.
 */
public final class MemoryWindow implements ByteWindow {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);

    private final int windowBytes;
    private byte[] file = new byte[0];
    private int fileSize;
    private ByteBuffer buffer = NOTHING;
    private long base;
    private long loads;
    private long bytesLoaded;
    private long largestRequest;

    /** A window of the whole file. */
    public MemoryWindow() {
        this(Integer.MAX_VALUE);
    }

    /** A window of so many bytes, or of as many as are asked for if those are more. */
    public MemoryWindow(int windowBytes) {
        this.windowBytes = windowBytes;
    }

    /** A window of the whole of this file. */
    public static MemoryWindow of(byte[] file) {
        return new MemoryWindow().open(file);
    }

    public MemoryWindow open(byte[] bytes) {
        return open(bytes, bytes.length);
    }

    /** Looks at the first {@code size} of these bytes. */
    public MemoryWindow open(byte[] bytes, int size) {
        buffer = NOTHING;
        file = bytes;
        fileSize = size;
        base = 0;
        loads = 0;
        bytesLoaded = 0;
        largestRequest = 0;
        return this;
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
        return buffer.limit();
    }

    @Override
    public int load(long offset, int length) {
        assertTrue(offset >= 0, "a load before the file: " + offset);
        assertTrue(length > 0 && length <= DatasetWalker.MAX_VALUE_BYTES, "a load of " + length + " bytes");
        if (offset >= base && offset + length <= base + buffer.limit()) {
            return (int) (base + buffer.limit() - offset);
        }
        loads++;
        largestRequest = Math.max(largestRequest, length);
        if (windowBytes >= fileSize) {
            if (buffer.limit() != fileSize) {
                buffer = ByteBuffer.wrap(Arrays.copyOf(file, fileSize)).order(ByteOrder.LITTLE_ENDIAN);
                bytesLoaded += fileSize;
            }
        } else {
            base = Math.min(offset, fileSize);
            int count = (int) Math.min(Math.max(windowBytes, length), fileSize - base);
            byte[] window = Arrays.copyOfRange(file, (int) base, (int) base + count);
            buffer = ByteBuffer.wrap(window).order(ByteOrder.LITTLE_ENDIAN);
            bytesLoaded += count;
        }
        return (int) Math.max(0, base + buffer.limit() - offset);
    }

    @Override
    public long size() {
        return fileSize;
    }

    public long loads() {
        return loads;
    }

    public long bytesLoaded() {
        return bytesLoaded;
    }

    public long largestRequest() {
        return largestRequest;
    }
}
