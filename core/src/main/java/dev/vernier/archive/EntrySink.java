package dev.vernier.archive;

import dev.vernier.io.EntryBytes;

/** Hears what is in an archive, entry by entry, in the archive's order. Folders are not told. */
public interface EntrySink {

    /** A regular file. One that is {@link EntryBytes.Streamed} must be read before this returns. */
    void file(EntryPath path, EntryBytes bytes);

    /** A file that cannot be read, and why. */
    void refused(EntryPath path, String reason);

    /** A link, and what kind; none is followed. */
    void link(EntryPath path, String detail);

    /** Whether nobody wants to hear more. */
    boolean isStopped();
}
