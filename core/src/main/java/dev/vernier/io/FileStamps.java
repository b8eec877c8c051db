package dev.vernier.io;

import java.io.IOException;

/** Asks the file system for the stamps of files of a batch, without opening them. Reused, one thread. */
public interface FileStamps {

    /**
     * Fills in the stamp of one file.
     *
     * @param followLink whether a symbolic link stands for what it leads to
     * @throws IOException if the file system refuses
     */
    void read(Entries files, int index, boolean followLink, FileStamp into) throws IOException;
}
