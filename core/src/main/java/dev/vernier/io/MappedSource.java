package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Maps a file into memory, at most a gigabyte at a time, and unmaps it when it is closed: leaving that to the collector would run into
 * the system's limit of mappings.
 *
 * <p>A file that shrinks while it is mapped makes the JVM throw {@link InternalError} on access; callers catch it at the boundary of
 * one file.
 */
public final class MappedSource extends HeaderSource {

    private static final long MAX_WINDOW_BYTES = 1L << 30;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);

    private final long windowBytes;
    private FileChannel channel;
    private ByteBuffer buffer = NOTHING;
    private MappedByteBuffer mapping;
    private long base;

    /** A source with the default window. */
    public MappedSource() {
        this(MAX_WINDOW_BYTES);
    }

    /** A source that maps {@code windowBytes} at a time: small ones, for tests, make values straddle an edge. */
    MappedSource(long windowBytes) {
        this.windowBytes = windowBytes;
    }

    @Override
    void doOpen(Path file, boolean followLink) throws IOException {
        base = 0;
        buffer = NOTHING;
        channel = FileOpening.open(file, followLink);
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
    public int load(long offset, int length) throws IOException {
        long end = base + buffer.limit();
        if (offset < base || offset + length > end) {
            long size = channel.size();
            unmap();
            base = Math.min(offset, size);
            long count = Math.min(Math.max(windowBytes, length), size - base);
            if (count > 0) {
                mapping = channel.map(FileChannel.MapMode.READ_ONLY, base, count);
                mapping.order(ByteOrder.LITTLE_ENDIAN);
                buffer = mapping;
                countRead(count);
            }
            end = base + buffer.limit();
        }
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, end - offset));
    }

    private void unmap() {
        buffer = NOTHING;
        if (mapping != null) {
            Unmapping.unmap(mapping);
            mapping = null;
        }
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void closeFile(long headerEnd) {
        unmap();
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written, so nothing can be lost by a failing close.
            }
            channel = null;
        }
    }

    @Override
    public void close() {
        closeFile(0);
    }
}
