package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads windows at offsets into one reused off-heap buffer.
 *
 * <p>The window learns: files of one folder have headers of one shape, so the first read asks for what the last file needed. A
 * request just behind the window reads twice as much as the last one, because a long header is being walked; a request far
 * behind it, over a value that was skipped, starts small again.
 */
public final class PositionedSource extends HeaderSource {

    /** What is read where nothing is known yet: the page size. */
    static final int BLOCK_BYTES = 4 << 10;

    /** First reads are whole multiples of this: copying bytes that nobody looks at is what reading from the page cache costs. */
    private static final int GRAIN_BYTES = 512;

    /** Headers of one folder differ by some digits. */
    private static final int SLACK_BYTES = 64;

    /** Largest read that is made on a guess. */
    static final int MAX_GUESS_BYTES = 256 << 10;

    /** A gap up to this size does not make a request a far one. */
    private static final int NEAR_BYTES = 16 << 10;

    private final FileHandle file;
    private final int blockBytes;
    private final int grainBytes;
    private final int maxGuessBytes;
    private ByteBuffer buffer;
    private long base;
    private int limit;
    private int firstReadBytes;
    private int nextReadBytes;

    /** A source with the default window. */
    PositionedSource(FileHandle file) {
        this(file, BLOCK_BYTES, MAX_GUESS_BYTES);
    }

    /**
     * A source that reads {@code blockBytes} where nothing is known, and more up to {@code maxGuessBytes}; tiny ones make every value straddle
     * an edge, for tests.
     */
    PositionedSource(FileHandle file, int blockBytes, int maxGuessBytes) {
        super(file);
        this.file = file;
        this.blockBytes = blockBytes;
        this.grainBytes = Math.min(blockBytes, GRAIN_BYTES);
        this.maxGuessBytes = maxGuessBytes;
        this.firstReadBytes = blockBytes;
        this.nextReadBytes = blockBytes;
        this.buffer = allocate(blockBytes);
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
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
        long windowEnd = base + limit;
        if (offset >= base && offset + length <= windowEnd) {
            return Math.toIntExact(windowEnd - offset);
        }
        boolean first = windowEnd == 0;
        if (!first) {
            boolean near = offset >= base && offset <= windowEnd + NEAR_BYTES;
            nextReadBytes = near ? Math.min(Math.max(2 * nextReadBytes, blockBytes), maxGuessBytes) : blockBytes;
        }
        int wish = Math.max(length, nextReadBytes);
        if (buffer.capacity() < wish) {
            buffer = allocate(Math.max(wish, 2 * buffer.capacity()));
        }
        base = offset;
        fill(length, wish);
        return limit;
    }

    /** One read, and more only where it brought less than is needed and the file goes on. */
    private void fill(int length, int wish) throws IOException {
        limit = 0;
        while (limit < length) {
            int count = file.read(base + limit, buffer, limit, wish - limit);
            countRead(Math.max(0, count));
            if (count <= 0) {
                break;
            }
            limit += count;
        }
    }

    @Override
    public void confirm() {
        // What was read is a copy.
    }

    @Override
    void learn(long headerEnd) {
        if (headerEnd <= 0) {
            return; // no header: that says nothing of the next file
        }
        long grains = (headerEnd + SLACK_BYTES + grainBytes - 1) / grainBytes;
        firstReadBytes = Math.toIntExact(Math.min(grains * grainBytes, maxGuessBytes));
    }

    @Override
    void releaseWindow() {
        base = 0;
        limit = 0;
        nextReadBytes = firstReadBytes;
    }
}
