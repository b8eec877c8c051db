package dev.vernier.io;

/**
 * The fault of touching mapped memory whose file has shrunk. The JVM reports it as an {@link InternalError} that is thrown not by the
 * access but at some later time: inside {@code FileChannel} it would leave the channel unable to close, inside a cleaner it would
 * end the JVM. So it is brought out before either is called.
 */
final class MemoryFault {

    /** Keeps the allocation from being optimised away. */
    private static volatile Object last;

    private MemoryFault() {}

    /**
     * Throws the fault if there is one that was not reported yet. An array of arrays is always allocated by the JVM's runtime, and on
     * return from there pending faults are thrown (HotSpot 17; later ones report at the next safepoint poll). Costs about 0.2 µs.
     */
    static void surface() {
        last = new byte[8][1];
    }

    /** Drops the fault if there is one that was not reported yet. */
    static void drop() {
        try {
            surface();
        } catch (InternalError e) {
            last = null; // the file it belongs to is done with
        }
    }
}
