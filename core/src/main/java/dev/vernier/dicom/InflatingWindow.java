package dev.vernier.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A view of what a part of a file holds deflated: inflated no further than asked for, and never beyond a bound. Offset
 * 0 is the first inflated byte. What has left the window and is asked for again is inflated once more from the start
 * on, within a bound for all of that together. One thread; keeps native memory until {@link #close()}.
 */
abstract class InflatingWindow implements ByteWindow, AutoCloseable {

    /** Inflated bytes after which a file is given up: deflate can blow a byte up to a thousand. */
    static final int MAX_INFLATED_BYTES = 64 << 20;

    /** The same for all times that a file is inflated. */
    private static final long MAX_WORK_BYTES = 4L * MAX_INFLATED_BYTES;

    /**
     * What a file may have of bytes that inflate to nothing: empty blocks, empty members and their headers, comments.
     */
    private static final int MAX_IDLE_BYTES = 4 << 20;

    private static final int PIECE_BYTES = 4 << 10;
    private static final int INITIAL_BYTES = 64 << 10;
    private static final long UNKNOWN = -1;

    /** Of the file: where the deflated bytes begin, and the next one to be read. */
    ByteWindow source;

    long inputAt;
    private long start;

    /** Set by {@link #begin}. */
    Inflater inflater;

    private final byte[] input = new byte[PIECE_BYTES];
    private final byte[] skipped = new byte[PIECE_BYTES];
    private byte[] bytes = new byte[INITIAL_BYTES];
    private ByteBuffer view = viewOf(bytes);
    private long base;
    private int limit;

    /** How far the inflater is, at or behind the end of the window. */
    private long inflated;
    /** How far it ever was. */
    private long reached;

    private long inflatedBefore;
    private boolean ended;
    /** Where the inflated bytes end, and why there if that is before their time. */
    private long size;

    private ParseEnd cause;
    private boolean endSeen;

    private static ByteBuffer viewOf(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Starts on the deflated bytes that begin at {@code at} of the file. */
    final void reset(ByteWindow file, long at) throws IOException {
        source = file;
        start = at;
        inflatedBefore = 0;
        reached = 0;
        size = UNKNOWN;
        cause = null;
        endSeen = false;
        restart();
    }

    private void restart() throws IOException {
        inputAt = start;
        inflated = 0;
        base = 0;
        limit = 0;
        ended = false;
        begin();
    }

    /** Sets the inflater, ready for what begins at {@link #inputAt}, or ends the stream. */
    abstract void begin() throws IOException;

    /**
     * Called where a stream is over: moves {@link #inputAt} to the next one and makes the inflater ready; or ends all.
     */
    abstract void beginNext() throws IOException;

    /** Tells that there is nothing more: because the file is CUT, or BROKEN; null where all is well. */
    final void end(ParseEnd why) {
        ended = true;
        if (size == UNKNOWN || why == ParseEnd.BROKEN) { // given up, maybe, where it could once be read
            size = inflated;
            cause = why;
        }
    }

    /** Whether too much of the file was read, to here, for what came of it. */
    final boolean isIdle() {
        return inputAt - start > 2 * inflated + MAX_IDLE_BYTES;
    }

    /**
     * Why the bytes ended before their time. What is wrong behind all that was asked for does not count: it depends on
     * how the file is read whether it is met.
     */
    @Override
    public final ParseEnd prematureEnd() {
        return endSeen ? cause : null;
    }

    /** How far the file was read, in bytes of the file. */
    public final long inputPosition() {
        return inflater == null ? inputAt : inputAt - inflater.getRemaining();
    }

    @Override
    public final ByteBuffer buffer() {
        return view;
    }

    @Override
    public final long base() {
        return base;
    }

    @Override
    public final int limit() {
        return limit;
    }

    private long windowEnd() {
        return base + limit;
    }

    /** The inflated size, or the bound: inflates all of it, once. */
    @Override
    public final long size() throws IOException {
        inflateTo(Long.MAX_VALUE);
        return size;
    }

    @Override
    public final boolean endsBefore(long offset) throws IOException {
        if (offset > reached) {
            inflateTo(offset);
        }
        boolean before = size != UNKNOWN && offset > size;
        endSeen |= before;
        return before;
    }

    @Override
    public final void confirm() throws IOException {
        source.confirm();
    }

    @Override
    public final int load(long offset, int length) throws IOException {
        long end = offset + length;
        if (size != UNKNOWN && offset >= size) {
            endSeen |= length > 0;
            return 0;
        }
        boolean gone = end > windowEnd() && offset < inflated && inflated > windowEnd();
        if (offset < base || gone) {
            inflatedBefore += inflated;
            restart();
        }
        if (offset > windowEnd()) {
            inflateTo(offset);
            base = inflated;
            limit = 0;
        }
        if (end - base > bytes.length) {
            discardUpTo(Math.min(offset, windowEnd()));
            makeRoom(length);
        }
        while (windowEnd() < end && !ended) {
            limit += inflate(bytes, limit, bytes.length - limit);
        }
        endSeen |= windowEnd() < end;
        return Math.toIntExact(Math.max(0, windowEnd() - offset));
    }

    private void discardUpTo(long offset) {
        int gone = Math.toIntExact(offset - base);
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

    /** Inflates to an offset, or the end, without touching the window. */
    private void inflateTo(long offset) throws IOException {
        while (inflated < offset && !ended && (size == UNKNOWN || offset <= size)) {
            inflate(skipped, 0, Math.toIntExact(Math.min(skipped.length, offset - inflated)));
        }
    }

    /** Inflates some bytes, or none, or comes to the end. */
    private int inflate(byte[] into, int at, int room) throws IOException {
        long left = Math.min(MAX_INFLATED_BYTES - inflated, MAX_WORK_BYTES - inflatedBefore - inflated);
        if (left <= 0 || isIdle()) {
            end(ParseEnd.BROKEN);
            return 0;
        }
        long before = inflater.getBytesWritten();
        boolean damaged = false;
        try {
            inflater.inflate(into, at, Math.toIntExact(Math.min(Math.min(room, PIECE_BYTES), left)));
        } catch (DataFormatException e) {
            damaged = true;
        }
        int count = Math.toIntExact(inflater.getBytesWritten() - before);
        inflated += count;
        reached = Math.max(reached, inflated);
        if (damaged || inflater.needsDictionary()) {
            end(ParseEnd.BROKEN);
        } else if (inflater.finished()) {
            inputAt -= inflater.getRemaining();
            inflater.reset();
            beginNext();
        } else if (count == 0 && !feed()) {
            end(ParseEnd.CUT);
        }
        return count;
    }

    /** Gives the inflater the file's next bytes; false at the file's end. */
    private boolean feed() throws IOException {
        int available = source.load(inputAt, 1);
        if (available < 1) {
            return false;
        }
        int index = Math.toIntExact(inputAt - source.base());
        int count = Math.min(available, PIECE_BYTES);
        // A copy: native code must not touch a mapping that may lose its pages.
        source.buffer().get(index, input, 0, count);
        inflater.setInput(input, 0, count);
        inputAt += count;
        return true;
    }

    @Override
    public abstract void close();
}
