package dev.vernier.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The data set inside a deflated file (PS3.5 annex A.5), inflated no further than asked for and never beyond a bound. Moves
 * forward only. Offset 0 is the first inflated byte. One thread; keeps native memory until {@link #close()}.
 */
final class InflatingWindow implements ByteWindow, AutoCloseable {

    /** Inflated bytes after which a file is given up: deflate can blow a byte up to a thousand. */
    static final int MAX_INFLATED_BYTES = 32 << 20;

    private static final int INPUT_BYTES = 4 << 10;
    private static final int INITIAL_BYTES = 64 << 10;

    private final Inflater raw = new Inflater(true);
    private final Inflater zlib = new Inflater(false);

    private final byte[] input = new byte[INPUT_BYTES];
    private Inflater inflater = raw;
    private ByteWindow source;
    private long inputAt;
    private byte[] bytes = new byte[INITIAL_BYTES];
    private ByteBuffer view = viewOf(bytes);
    private long base;
    private int limit;
    private boolean ended;
    private boolean failed;
    private boolean truncated;
    private boolean endSeen;

    private static ByteBuffer viewOf(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Starts on the deflated stream that begins at {@code start} of the file. */
    void reset(ByteWindow file, long start) throws IOException {
        source = file;
        inputAt = start;
        base = 0;
        limit = 0;
        ended = false;
        failed = false;
        truncated = false;
        endSeen = false;
        inflater = startsWithZlibHeader() ? zlib : raw;
        inflater.reset();
    }

    /** RFC 1950 §2.2: method 8, and a check that makes the first two bytes divisible by 31. */
    private boolean startsWithZlibHeader() throws IOException {
        if (source.load(inputAt, 2) < 2) {
            return false;
        }
        int index = (int) (inputAt - source.base());
        int first = source.buffer().get(index) & 0xFF;
        int second = source.buffer().get(index + 1) & 0xFF;
        return (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0;
    }

    /**
     * Whether the stream was corrupt, or went beyond the bound, before all that was asked for. What is wrong further on does not
     * count: it depends on how the file is read whether it is met.
     */
    boolean failed() {
        return failed && endSeen;
    }

    /** Whether the file ended before the stream did, and before all that was asked for. */
    boolean truncated() {
        return truncated && endSeen;
    }

    /** How far the file was read, in bytes of the file. */
    long inputPosition() {
        return inputAt - inflater.getRemaining();
    }

    @Override
    public ByteBuffer buffer() {
        return view;
    }

    @Override
    public long base() {
        return base;
    }

    @Override
    public int limit() {
        return limit;
    }

    /** The inflated size once more was asked for than there is, else the bound: not what happens to be inflated already. */
    @Override
    public long size() {
        return endSeen ? base + limit : MAX_INFLATED_BYTES;
    }

    @Override
    public boolean movesBack() {
        return false;
    }

    @Override
    public int load(long offset, int length) throws IOException {
        if (offset < base) {
            return 0;
        }
        while (base + limit < offset && !ended) {
            base += limit;
            limit = 0;
            inflateMore();
        }
        discardUpTo(Math.min(offset, base + limit));
        makeRoom(length);
        while (base + limit < offset + length && !ended) {
            inflateMore();
        }
        endSeen |= base + limit < offset + length;
        return (int) Math.max(0, base + limit - offset);
    }

    private void discardUpTo(long offset) {
        int gone = (int) (offset - base);
        System.arraycopy(bytes, gone, bytes, 0, limit - gone);
        base = offset;
        limit -= gone;
    }

    private void makeRoom(int length) {
        if (length > bytes.length) {
            byte[] larger = new byte[Math.max(length, 2 * bytes.length)];
            System.arraycopy(bytes, 0, larger, 0, limit);
            bytes = larger;
            view = viewOf(bytes);
        }
    }

    private void inflateMore() throws IOException {
        try {
            int count = inflater.inflate(bytes, limit, Math.min(bytes.length - limit, INPUT_BYTES));
            limit += count;
            if (inflater.finished()) {
                ended = true;
            } else if (inflater.needsDictionary()) {
                fail();
            } else if (count == 0 && !feed()) {
                ended = true;
                truncated = true;
            }
        } catch (DataFormatException e) {
            limit = (int) (inflater.getBytesWritten() - base);
            fail();
        }
        if (base + limit > MAX_INFLATED_BYTES) {
            fail();
        }
    }

    private void fail() {
        ended = true;
        failed = true;
    }

    /** Gives the inflater the file's next bytes; false at the file's end. */
    private boolean feed() throws IOException {
        int available = source.load(inputAt, 1);
        if (available < 1) {
            return false;
        }
        int index = (int) (inputAt - source.base());
        int count = Math.min(available, INPUT_BYTES);
        // A copy: native code must not touch a mapping that may lose its pages.
        source.buffer().get(index, input, 0, count);
        inflater.setInput(input, 0, count);
        inputAt += count;
        return true;
    }

    @Override
    public void close() {
        raw.end();
        zlib.end();
    }
}
