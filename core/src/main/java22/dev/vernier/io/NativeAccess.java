package dev.vernier.io;

/** File access by calls of the C library, on Linux. Takes the place of the class of this name in {@code src/main/java}. */
final class NativeAccess {

    private NativeAccess() {}

    /** Whether this JVM can make the calls: the first one to ask waits some 40 ms for them to be linked. */
    static boolean isAvailable() {
        return LibC.isAvailable();
    }

    static FileAccess create() {
        return new LinuxAccess();
    }
}
