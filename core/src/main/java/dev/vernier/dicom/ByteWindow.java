package dev.vernier.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The parser's view of one file: a window of bytes that is moved on demand. This is the port through which bytes reach
 * this package; an implementation is used by one thread at a time.
 */
public interface ByteWindow {

    /** The bytes now in the window, in little-endian order; index i holds file byte {@code base() + i}. */
    ByteBuffer buffer();

    /** File offset of the window's first byte. */
    long base();

    /** Number of valid bytes in the window, from index 0. */
    int limit();

    /**
     * Moves the window so that it holds {@code length} bytes from {@code offset}, or as many as the file has. May
     * change {@link #buffer()}, {@link #base()} and {@link #limit()}; afterwards {@code base() <= offset}.
     *
     * @return how many bytes from {@code offset} on are in the window: less than {@code length} only where the file
     *     ends
     * @throws IOException if the file cannot be read
     */
    int load(long offset, int length) throws IOException;

    /**
     * The file's size in bytes; may cost a system call, so the parser asks only where a length looks wrong.
     *
     * @throws IOException if the file cannot be examined
     */
    long size() throws IOException;

    /**
     * Asked once at the end of a parse: whether the windows so far showed what the file held.
     *
     * @throws IOException if they may not have, because the file was mapped and has shrunk meanwhile
     */
    default void confirm() throws IOException {}

    /**
     * Whether the file ends before this offset.
     *
     * @throws IOException if the file cannot be examined
     */
    default boolean endsBefore(long offset) throws IOException {
        return offset > size();
    }

    /**
     * Why there are no more bytes where more were asked for: CUT or BROKEN if what they come from ended before its time
     * or is damaged; null if the file just ends, or nobody came to its end.
     */
    default ParseEnd prematureEnd() {
        return null;
    }

    /**
     * Whether the window can move back to where it was; one that cannot holds what it was last asked for, and goes on.
     */
    default boolean movesBack() {
        return true;
    }
}
