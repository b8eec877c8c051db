package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A movable window over one file after another. Reused for many files by one thread: {@link #open}, loads, {@link #closeFile}.
 *
 * <p>Bytes are little-endian; index i of {@link #buffer} is the file's byte {@code base() + i}.
 */
public abstract sealed class HeaderSource implements AutoCloseable permits PositionedSource, MappedSource {

    private long filesOpened;
    private long reads;
    private long bytesRead;

    /**
     * Opens a file, without following a symbolic link in its last name unless told to.
     *
     * @throws IOException if the file system refuses
     */
    public final void open(Path file, boolean followLink) throws IOException {
        filesOpened++;
        doOpen(file, followLink);
    }

    abstract void doOpen(Path file, boolean followLink) throws IOException;

    /** The window's bytes. */
    public abstract ByteBuffer buffer();

    /** File offset of the window's first byte. */
    public abstract long base();

    /** Number of valid bytes in the window. */
    public abstract int limit();

    /**
     * Moves the window to hold {@code length} bytes from {@code offset}, or as many as the file has.
     *
     * @return how many bytes from {@code offset} on are in the window
     * @throws IOException if the file cannot be read, also where it was mapped and has shrunk meanwhile
     */
    public abstract int load(long offset, int length) throws IOException;

    /** Size of the open file in bytes. */
    public abstract long size() throws IOException;

    /**
     * Closes the open file, if any.
     *
     * @param headerEnd how far the header reached: what the next file is likely to need as well
     */
    public abstract void closeFile(long headerEnd);

    /** Frees everything. */
    @Override
    public abstract void close();

    final void countRead(long bytes) {
        reads++;
        bytesRead += bytes;
    }

    /** Files opened so far. */
    public final long filesOpened() {
        return filesOpened;
    }

    /** Read system calls, or mappings, so far. */
    public final long reads() {
        return reads;
    }

    /** Bytes read so far; for mappings, the bytes the parser asked for. */
    public final long bytesRead() {
        return bytesRead;
    }
}
