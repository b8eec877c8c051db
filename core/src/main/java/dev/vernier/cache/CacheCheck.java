package dev.vernier.cache;

/** What must be unchanged for a cached record to be believed. */
public enum CacheCheck {
    /** Each file's size, time of change and inode. */
    FILES("files"),
    /**
     * A folder's time of change, inode and names: nothing in it is looked at then. A file that was written to in place, without being
     * created, renamed or deleted, is not noticed.
     */
    FOLDERS("folders");

    private final String label;

    CacheCheck(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    public String label() {
        return label;
    }
}
