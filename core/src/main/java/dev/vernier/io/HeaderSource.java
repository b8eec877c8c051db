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

    private static final long UNKNOWN = -1;

    private final FileHandle file;
    private boolean open;
    private long size;
    private long filesOpened;
    private long reads;
    private long bytesRead;

    HeaderSource(FileHandle file) {
        this.file = file;
    }

    /**
     * Opens a file, without following a symbolic link in its last name unless told to. Closes the one before if that is open.
     *
     * @throws IOException if the file system refuses
     */
    public final void open(Path path, boolean followLink) throws IOException {
        prepare();
        file.open(path, followLink);
        open = true;
    }

    /** As above, a file of a batch that was made by the access this source belongs to. */
    public final void open(Entries files, int index, boolean followLink) throws IOException {
        prepare();
        file.open(files, index, followLink);
        open = true;
    }

    private void prepare() {
        close();
        filesOpened++;
        size = UNKNOWN;
    }

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
     * @throws IOException if the file cannot be read
     * @throws InternalError if the file was mapped and has shrunk meanwhile: here or wherever the window is accessed, at once or
     *     somewhat later, or never: see {@link #confirm}
     */
    public abstract int load(long offset, int length) throws IOException;

    /**
     * Confirms that the windows so far showed what the file held: call it before the values are believed.
     *
     * @throws IOException if the file was mapped and has shrunk meanwhile, so that zeros may have been read
     */
    public abstract void confirm() throws IOException;

    /** Size of the open file in bytes, as it was when first asked for. */
    public final long size() throws IOException {
        if (size == UNKNOWN) {
            size = file.size();
        }
        return size;
    }

    /**
     * Closes the open file, if any.
     *
     * @param headerEnd how much of the file, from its start, was needed without a gap: what the next file is likely to need as well;
     *     0 if nothing can be learnt from this file
     */
    public final void closeFile(long headerEnd) {
        if (open) {
            learn(headerEnd);
            close();
        }
    }

    /** Told of each file how much of it was needed. */
    abstract void learn(long headerEnd);

    /** Empties the window, and frees what belongs to the open file only. */
    abstract void releaseWindow();

    /** Closes the open file, if any. */
    @Override
    public final void close() {
        try {
            releaseWindow();
        } finally {
            open = false;
            file.close();
        }
    }

    final void countRead(long bytes) {
        reads++;
        bytesRead += bytes;
    }

    /** Files opened so far, or tried to. */
    public final long filesOpened() {
        return filesOpened;
    }

    /** Read system calls, or mappings, so far. */
    public final long reads() {
        return reads;
    }

    /** Bytes read, or mapped, so far. */
    public final long bytesRead() {
        return bytesRead;
    }
}
