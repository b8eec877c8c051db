package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Reads windows at offsets into one reused off-heap buffer.
 *
 * <p>The window learns: files of one folder have headers of one shape, so the first read asks for what the last file needed. A
 * request just behind the window reads twice as much as the last one, because a long header is being walked; a request far
 * behind it, over a value that was skipped, starts small again.
 */
public final class PositionedSource extends HeaderSource {

    /** Reads are whole multiples of this, the page size. */
    static final int BLOCK_BYTES = 4 << 10;

    /** Largest read that is made on a guess. */
    static final int MAX_GUESS_BYTES = 256 << 10;

    /** A gap up to this size is read rather than skipped: one more read costs about as much. */
    private static final int NEAR_BYTES = 16 << 10;

    private final int blockBytes;
    private FileChannel channel;
    private ByteBuffer buffer;
    private long base;
    private int limit;
    private int firstReadBytes;
    private int nextReadBytes;
    private long contiguousEnd;

    /** A source with the default window. */
    public PositionedSource() {
        this(BLOCK_BYTES);
    }

    /** A source whose reads are multiples of {@code blockBytes}; tiny ones make every value straddle an edge, for tests. */
    PositionedSource(int blockBytes) {
        this.blockBytes = blockBytes;
        this.firstReadBytes = blockBytes;
        this.buffer = allocate(blockBytes);
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    void doOpen(Path file, boolean followLink) throws IOException {
        base = 0;
        limit = 0;
        contiguousEnd = 0;
        nextReadBytes = firstReadBytes;
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
        return limit;
    }

    @Override
    public int load(long offset, int length) throws IOException {
        if (offset >= base && offset + length <= base + limit) {
            return (int) (base + limit - offset);
        }
        chooseReadSize(offset, length);
        int wish = Math.max(length, nextReadBytes);
        if (buffer.capacity() < wish) {
            buffer = allocate(roundUp(wish));
        }
        base = offset;
        limit = 0;
        fill(offset, length, wish);
        return limit;
    }

    private void chooseReadSize(long offset, int length) {
        long windowEnd = base + limit;
        boolean first = windowEnd == 0;
        boolean near = offset >= base && offset <= windowEnd + NEAR_BYTES;
        if (!first) {
            nextReadBytes = near ? Math.min(2 * nextReadBytes, MAX_GUESS_BYTES) : blockBytes;
        }
        if (first || near) {
            contiguousEnd = offset + length;
        }
    }

    /** One read, and more only where it brought less than is needed and the file goes on. */
    private void fill(long offset, int length, int wish) throws IOException {
        buffer.clear().limit(wish);
        while (limit < length) {
            int count = channel.read(buffer, offset + limit);
            if (count <= 0) {
                countRead(0);
                break;
            }
            countRead(count);
            limit += count;
        }
        buffer.clear();
    }

    private int roundUp(long bytes) {
        return (int) Math.min((bytes + blockBytes - 1) / blockBytes * blockBytes, Integer.MAX_VALUE - 8);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void closeFile(long headerEnd) {
        if (channel == null) {
            return;
        }
        long needed = Math.max(contiguousEnd, Math.min(headerEnd, base == 0 ? limit : 0));
        firstReadBytes = Math.max(blockBytes, Math.min(roundUp(needed), MAX_GUESS_BYTES));
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written, so nothing can be lost by a failing close.
        }
        channel = null;
    }

    @Override
    public void close() {
        closeFile(0);
    }
}
