package dev.vernier.spark.files;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.spark.files.FileBatch.ListedFile;
import java.io.IOException;

/** The files of one folder after another, one open at a time. One thread. */
interface BatchFiles extends AutoCloseable {

    /** Goes to a folder, without touching it. */
    void enter(FolderName folder);

    /**
     * Opens a file of the folder.
     *
     * @throws IOException if the file system refuses, in terms of the JDK
     */
    ByteWindow open(ListedFile file) throws IOException;

    /**
     * Closes it, if it is open.
     *
     * @param headerEnd how much of it, from its start, was needed without a gap; 0 if nothing can be learnt from it
     */
    void closeFile(long headerEnd);

    /** Reads so far. */
    long reads();

    /** Bytes read so far. */
    long bytesRead();

    /** Frees what was kept for the next file. */
    @Override
    void close();
}
