package dev.vernier.scan;

/** Hears how a scan goes on. Called by one thread of its own a few times a second, never by the threads that read. */
@FunctionalInterface
public interface ScanListener {

    /** Hears nothing. */
    ScanListener NONE = progress -> {};

    /**
     * The state of the scan; the last call tells the final one.
     */
    void progress(ScanProgress progress);
}
