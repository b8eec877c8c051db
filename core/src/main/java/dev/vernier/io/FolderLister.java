package dev.vernier.io;

import java.io.IOException;

/**
 * Lists one folder after another: {@link #open}, {@link #next} until it answers false, {@link #close}. Entries come in the file system's
 * order, without {@code .} and {@code ..}. Reused, one thread.
 */
public abstract class FolderLister implements AutoCloseable {

    FolderLister() {}

    /**
     * Opens a folder; the one before must be closed.
     *
     * @param followLink whether it may be a symbolic link
     * @throws IOException if the file system refuses
     */
    public abstract void open(Folder folder, boolean followLink) throws IOException;

    /**
     * Moves to the next entry.
     *
     * @return whether there is one
     * @throws IOException if the listing breaks off
     */
    public abstract boolean next() throws IOException;

    /**
     * What the entry is. Asks the file system only where the listing does not tell.
     *
     * @param followLink whether to tell what a link leads to
     * @throws IOException if the file system refuses
     */
    public abstract EntryKind kind(boolean followLink) throws IOException;

    /** The entry's name, as {@link FileNames} shows it. */
    public abstract String name();

    /** The entry as a folder to list. */
    public abstract Folder folder();

    /**
     * What tells the open folder apart from every other, whatever names lead to it.
     *
     * @throws IOException if the file system refuses
     */
    public abstract Object identity() throws IOException;

    /**
     * Fills in the stamp of the open folder.
     *
     * @throws IOException if the file system refuses
     */
    public abstract void stamp(FileStamp into) throws IOException;

    /** A batch for files of the open folder, retained once. */
    public abstract Entries newFiles();

    /** A batch for folders in the open folder; holds nothing open. */
    public abstract Entries newFolders();

    /** Adds the entry to a batch of this folder that is not full. */
    public abstract void addTo(Entries batch);

    /** Closes the open folder, if any; its files can be read on. */
    @Override
    public abstract void close();
}
