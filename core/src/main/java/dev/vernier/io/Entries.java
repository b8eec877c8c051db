package dev.vernier.io;

/**
 * Some entries of one folder, by name, waiting for their turn: made and filled by a {@link FolderLister}, then read by any threads.
 * Files keep their folder open, so that they can be opened relative to it, until every {@link #retain} is followed by a
 * {@link #release}; a new batch is retained once.
 */
public abstract class Entries {

    /** Entries in a batch: some hundred microseconds of reading against a microsecond of scheduling. */
    public static final int CAPACITY = 64;

    private final OpenFolder open;
    private int size;

    /** A batch that keeps a folder open, or none if it is null. */
    Entries(OpenFolder open) {
        this.open = open;
    }

    /** How many there are. */
    public final int size() {
        return size;
    }

    /** Whether no more can be added. */
    public final boolean isFull() {
        return size == CAPACITY;
    }

    /** Claims the index of one more entry. */
    final int grow() {
        return size++;
    }

    /** The name of an entry, as {@link FileNames} shows it; made anew each time. */
    public abstract String name(int index);

    /** An entry that is a folder, to be listed. */
    public abstract Folder folder(int index);

    /** Tells that one more task reads these files. Thread-safe. */
    public final void retain() {
        if (open != null) {
            open.retain();
        }
    }

    /** Tells that a task has read its files; the last one closes the folder. Thread-safe. */
    public final void release() {
        if (open != null) {
            open.release();
        }
    }
}
