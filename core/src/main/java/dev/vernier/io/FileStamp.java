package dev.vernier.io;

/**
 * What a file system says of a file or folder without opening it, by which a change shows. Filled by a {@link FileStamps} or a
 * {@link FolderLister}; reused, one thread.
 */
public final class FileStamp {

    private long sizeBytes;
    private long modifiedNanos;
    private long inode;

    void set(long size, long modified, long number) {
        sizeBytes = size;
        modifiedNanos = modified;
        inode = number;
    }

    /** Size in bytes; of a folder whatever the file system makes of that. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /** Time of the last change of content, in nanoseconds since 1970, as fine as the file system keeps it. */
    public long modifiedNanos() {
        return modifiedNanos;
    }

    /** Number of the file in its file system, 0 where there is none. */
    public long inode() {
        return inode;
    }
}
