package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Maps a file into memory, at most a gigabyte at a time, and unmaps it when it is closed: leaving that to the collector would run into
 * the system's limit of mappings. Opened and closed by the same thread.
 *
 * <p>A file that shrinks while it is mapped makes the JVM throw {@link InternalError} on access, or somewhat later; callers catch it
 * at the boundary of one file, and {@link #confirm} before they believe what was read.
 */
public final class MappedSource extends HeaderSource {

    private static final long MAX_WINDOW_BYTES = 1L << 30;
    private static final String SHRANK = "the file shrank while it was read";
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);

    private final ChannelHandle file;
    private final long windowBytes;
    private final FileMapping mapping;
    private ByteBuffer buffer = NOTHING;
    private long base;

    /** A source with the default window. */
    public MappedSource() {
        this(MAX_WINDOW_BYTES, FileMapping.best());
    }

    /** A source that maps {@code windowBytes} at a time: small ones, for tests, make values straddle an edge. */
    MappedSource(long windowBytes, FileMapping mapping) {
        this(new ChannelHandle(), windowBytes, mapping);
    }

    private MappedSource(ChannelHandle file, long windowBytes, FileMapping mapping) {
        super(file);
        this.file = file;
        this.windowBytes = windowBytes;
        this.mapping = mapping;
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
        if (offset < base || offset + length > base + buffer.limit()) {
            move(offset, length);
        }
        return Math.toIntExact(Math.max(0, base + buffer.limit() - offset));
    }

    private void move(long offset, int length) throws IOException {
        confirm();
        size(); // now, and never again while a fault may be pending
        long size = file.size();
        if (offset == base && size - offset <= buffer.limit()) {
            return;
        }
        releaseWindow();
        base = Math.min(offset, size);
        long count = Math.min(Math.max(windowBytes, length), size - base);
        if (count > 0) {
            buffer = mapping.map(file.channel(), base, count).order(ByteOrder.LITTLE_ENDIAN);
            countRead(count);
        }
    }

    @Override
    public void confirm() throws IOException {
        if (buffer == NOTHING) {
            return;
        }
        try {
            MemoryFault.surface();
        } catch (InternalError e) {
            throw new IOException(SHRANK, e);
        }
        if (file.size() < base + buffer.limit()) {
            throw new IOException(SHRANK);
        }
    }

    @Override
    void learn(long headerEnd) {
        // A mapping costs the same whatever its size.
    }

    @Override
    void releaseWindow() {
        if (buffer != NOTHING) {
            MemoryFault.drop();
        }
        buffer = NOTHING;
        base = 0;
        mapping.unmap();
    }
}
