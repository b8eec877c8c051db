package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** One open file at a time, reused for many. One thread. */
interface FileHandle {

    /**
     * Opens a file; the one before must be closed.
     *
     * @param followLink whether its last name may be a symbolic link
     * @throws IOException if the file system refuses
     */
    void open(Path file, boolean followLink) throws IOException;

    /** As above, a file of a batch, relative to its folder. */
    void open(Entries files, int index, boolean followLink) throws IOException;

    /**
     * Reads once, {@code count} bytes or fewer, from {@code offset} of the file to {@code at} of a direct buffer.
     *
     * @return how many; 0 or less at the end of the file
     * @throws IOException if the file system refuses
     */
    int read(long offset, ByteBuffer into, int at, int count) throws IOException;

    /** The file's size in bytes. */
    long size() throws IOException;

    /** Closes the file, if one is open. Nothing was written, so nothing can be lost by a failing close. */
    void close();
}
