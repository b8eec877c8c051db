package dev.vernier.scan;

/** Hears how a scan goes on, a few times a second. {@link #progress} is called by a thread of its own, never by the threads that read. */
@FunctionalInterface
public interface ScanListener {

    /** Hears nothing. */
    ScanListener NONE = progress -> {};

    /** The state of the scan; the last call tells the final one. */
    void progress(ScanProgress progress);

    /**
     * All files are read, and an index writes its table: called by the thread that does so.
     *
     * @param rows written so far
     * @param ofRows that there will be
     */
    default void writing(long rows, long ofRows) {}
}
