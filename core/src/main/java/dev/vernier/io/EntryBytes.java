package dev.vernier.io;

import java.io.InputStream;

/** Where the bytes of a file in an archive are. */
public sealed interface EntryBytes {

    /** Size of the file, as the archive states it. */
    long sizeBytes();

    /**
     * The file as it is, in one piece.
     *
     * @param at offset in the archive
     */
    record Stored(long at, long sizeBytes) implements EntryBytes {}

    /**
     * A file in a zip archive, behind a header of its own.
     *
     * @param headerAt offset of that header in the archive
     * @param packedBytes size in the archive
     * @param deflated whether it is compressed
     */
    record Zipped(long headerAt, long packedBytes, long sizeBytes, boolean deflated) implements EntryBytes {}

    /**
     * A file that only comes once.
     *
     * @param stream gives the file and ends with it; stays open
     */
    record Streamed(InputStream stream, long sizeBytes) implements EntryBytes {}
}
