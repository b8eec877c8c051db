package dev.vernier.io;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;
import java.util.Map;

/**
 * The calls of the C library that reading an archive takes, with the constants of Linux on x86-64 and AArch64. Addresses are of direct
 * buffers, which the callers keep reachable. A result of -1 leaves the reason in the caller's {@link #newErrno() errno}. Stateless.
 */
final class LibC {

    /** open(2): relative paths start at the current folder. */
    static final int AT_FDCWD = -100;

    static final int O_RDONLY = 0;
    /** Keeps opening a pipe that took a file's place from waiting for a writer. */
    static final int O_NONBLOCK = 0x800;

    static final int O_NOCTTY = 0x100;
    static final int O_CLOEXEC = 0x80000;
    static final int O_DIRECTORY;
    static final int O_NOFOLLOW;

    /** statx(2). */
    static final int AT_SYMLINK_NOFOLLOW = 0x100;

    static final int AT_EMPTY_PATH = 0x1000;
    static final int STATX_TYPE = 0x1;
    static final int STATX_MTIME = 0x40;
    static final int STATX_INO = 0x100;
    static final int STATX_SIZE = 0x200;
    static final int STATX_BYTES = 256;

    static final int EINTR = 4;
    static final int ENFILE = 23;
    static final int EMFILE = 24;
    static final int ENOENT = 2;
    static final int EACCES = 13;
    static final int ESPIPE = 29;

    private static final StructLayout ERRNO_LAYOUT = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = ERRNO_LAYOUT.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final MethodHandle OPENAT;
    private static final MethodHandle PREAD;
    private static final MethodHandle CLOSE;
    private static final MethodHandle GETDENTS64;
    private static final MethodHandle STATX;
    private static final MethodHandle STRERROR;

    static {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        O_DIRECTORY = arm ? 0x4000 : 0x10000;
        O_NOFOLLOW = arm ? 0x8000 : 0x20000;
        Map<String, MethodHandle> calls = link();
        OPENAT = calls.get("openat");
        PREAD = calls.get("pread");
        CLOSE = calls.get("close");
        GETDENTS64 = calls.get("getdents64");
        STATX = calls.get("statx");
        STRERROR = calls.get("strerror");
    }

    private LibC() {}

    /** All calls, or none where the system, its library or the permission of native access is missing. */
    private static Map<String, MethodHandle> link() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        boolean known = system.equals("linux") && (processor.equals("amd64") || processor.equals("aarch64"));
        // An explicit list that leaves this module out means no; the JVM would only warn of it, or throw.
        if (!known || !LibC.class.getModule().isNativeAccessEnabled()) {
            return Map.of();
        }
        try {
            ValueLayout.OfInt i32 = ValueLayout.JAVA_INT;
            ValueLayout.OfLong i64 = ValueLayout.JAVA_LONG;
            return Map.of(
                    "openat", failing("openat", FunctionDescriptor.of(i32, i32, i64, i32)),
                    "pread", failing("pread", FunctionDescriptor.of(i64, i32, i64, i64, i64)),
                    "close", handle("close", FunctionDescriptor.of(i32, i32)),
                    "getdents64", failing("getdents64", FunctionDescriptor.of(i64, i32, i64, i64)),
                    "statx", failing("statx", FunctionDescriptor.of(i32, i32, i64, i32, i32, i64)),
                    "strerror", handle("strerror", FunctionDescriptor.of(ValueLayout.ADDRESS, i32)));
        } catch (RuntimeException | LinkageError e) {
            return Map.of(); // a library without one of them, or a JVM without native calls: the portable way remains
        }
    }

    private static MethodHandle failing(String name, FunctionDescriptor function) {
        return handle(name, function, Linker.Option.captureCallState("errno"));
    }

    @SuppressWarnings("restricted") // permission is asked before
    private static MethodHandle handle(String name, FunctionDescriptor function, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        return linker.downcallHandle(library.find(name).orElseThrow(), function, options);
    }

    static boolean isAvailable() {
        return OPENAT != null;
    }

    /** Where one thread's calls leave the reason of a failure. */
    static MemorySegment newErrno() {
        return Arena.ofAuto().allocate(ERRNO_LAYOUT);
    }

    /** The reason of the last failure. */
    static int errno(MemorySegment errno) {
        return (int) ERRNO.get(errno, 0L);
    }

    static int openat(MemorySegment errno, int folder, long name, int flags) {
        try {
            return (int) OPENAT.invokeExact(errno, folder, name, flags);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long pread(MemorySegment errno, int file, long into, long count, long offset) {
        try {
            return (long) PREAD.invokeExact(errno, file, into, count, offset);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void close(int file) {
        try {
            int ignored = (int) CLOSE.invokeExact(file); // nothing was written, so nothing can be lost
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long getdents64(MemorySegment errno, int folder, long into, long count) {
        try {
            return (long) GETDENTS64.invokeExact(errno, folder, into, count);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static int statx(MemorySegment errno, int folder, long name, int flags, int mask, long into) {
        try {
            return (int) STATX.invokeExact(errno, folder, name, flags, mask, into);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** What a reason means, in the words the JDK uses too. */
    @SuppressWarnings("restricted") // permission is asked before
    static String strerror(int errno) {
        try {
            MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
            return text.reinterpret(1_024).getString(0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Calls of C do not throw. */
    private static IllegalStateException impossible(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(thrown);
    }
}
