package dev.vernier.scan;

import dev.vernier.io.Entries;
import dev.vernier.io.FileAccess;

/**
 * What a scan does with each file: the one part in which a scan for spacings and an index differ. Each thread has one of its own. What a
 * single file can do wrong is counted, never thrown.
 */
public interface FileWork extends AutoCloseable {

    /** Makes what a thread works with, on that thread. */
    interface Factory {

        /** For the files in folders. */
        FileWork forFolders(FileAccess access);

        /** For the files in archives. */
        FileWork forArchives();
    }

    /** Looks at a file of a batch, and counts it. */
    void lookAt(String folder, Entries files, int index, ArchiveTally tally);

    /** Counts a file that must not be opened, or of which nobody can tell what it is. */
    void refuse(String path, String reason, ArchiveTally tally);

    /** How often it has read from files so far: by a system call, by mapping a part, or by unpacking one. */
    long reads();

    /** Bytes that it has read so far, as they are in the files, unpacked where these are packed. */
    long bytesRead();

    /** Hands on what it still holds, after the last file of a scan that came to its end. */
    @Override
    void close();
}
