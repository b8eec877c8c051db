package dev.vernier.io;

/** There is no native access before Java 22. The class of this name in {@code src/main/java22} replaces this one there. */
final class NativeAccess {

    private NativeAccess() {}

    static boolean isAvailable() {
        return false;
    }
}
