package dev.vernier.io;

import java.lang.foreign.Linker;

/** Native access by {@code java.lang.foreign}, final since Java 22: on Linux only. */
final class NativeAccess {

    private static final boolean AVAILABLE = isLinux() && hasLinker();

    private NativeAccess() {}

    static boolean isAvailable() {
        return AVAILABLE;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    private static boolean hasLinker() {
        try {
            Linker.nativeLinker();
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }
}
