package dev.vernier.io;

/**
 * File access by calls of the C library. There is none before Java 22: from there on, the class of this name in {@code src/main/java22} takes
 * the place of this one.
 */
final class NativeAccess {

    private NativeAccess() {}

    static boolean isAvailable() {
        return false;
    }

    static FileAccess create() {
        throw new UnsupportedOperationException("no native access before Java 22");
    }
}
