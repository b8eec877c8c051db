package dev.vernier.io;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

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
    /** For calls whose failure nobody asks for, from any thread. */
    static final MemorySegment UNREAD_ERRNO = Arena.global().allocate(ERRNO_LAYOUT);

    private static final long ERRNO = ERRNO_LAYOUT.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

    /**
     * Calls any function of integers and addresses; null where there are no native calls. One shape does for all, since the JVM links code for
     * each, 20 ms at every start: a register carries a narrower integer as well, of an int result the lower half counts, and a function does
     * not look at arguments that it does not have.
     */
    private static final MethodHandle CALL = link();

    private static final MemorySegment OPENAT = find("openat");
    private static final MemorySegment PREAD = find("pread");
    private static final MemorySegment CLOSE = find("close");
    private static final MemorySegment GETDENTS64 = find("getdents64");
    private static final MemorySegment STATX = find("statx");
    private static final MemorySegment STRERROR = find("strerror");

    static {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        O_DIRECTORY = arm ? 0x4000 : 0x10000;
        O_NOFOLLOW = arm ? 0x8000 : 0x20000;
    }

    private LibC() {}

    /** Null where the system, or the permission of native access, is missing. */
    @SuppressWarnings("restricted") // permission is asked before
    private static MethodHandle link() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        boolean known = system.equals("linux") && (processor.equals("amd64") || processor.equals("aarch64"));
        // An explicit list that leaves this module out means no; the JVM would only warn of it, or throw.
        if (!known || !LibC.class.getModule().isNativeAccessEnabled()) {
            return null;
        }
        try {
            ValueLayout.OfLong i64 = ValueLayout.JAVA_LONG;
            return Linker.nativeLinker()
                    .downcallHandle(
                            FunctionDescriptor.of(i64, i64, i64, i64, i64, i64),
                            Linker.Option.captureCallState("errno"));
        } catch (RuntimeException | LinkageError e) {
            return null; // a JVM without native calls: the portable way remains
        }
    }

    private static MemorySegment find(String function) {
        return CALL == null
                ? null
                : Linker.nativeLinker().defaultLookup().find(function).orElse(null);
    }

    /** Whether all calls can be made: a library may be without one of them. */
    static boolean isAvailable() {
        return OPENAT != null
                && PREAD != null
                && CLOSE != null
                && GETDENTS64 != null
                && STATX != null
                && STRERROR != null;
    }

    /** Where one thread's calls leave the reason of a failure. */
    static MemorySegment newErrno() {
        return Arena.ofAuto().allocate(ERRNO_LAYOUT);
    }

    /** The reason of the last failure. */
    static int errno(MemorySegment errno) {
        return errno.get(ValueLayout.JAVA_INT, ERRNO);
    }

    static int openat(MemorySegment errno, int folder, long name, int flags) {
        return (int) call(OPENAT, errno, folder, name, flags, 0, 0);
    }

    static long pread(MemorySegment errno, int file, long into, long count, long offset) {
        return call(PREAD, errno, file, into, count, offset, 0);
    }

    static void close(MemorySegment errno, int file) {
        call(CLOSE, errno, file, 0, 0, 0, 0); // nothing was written, so nothing can be lost
    }

    static long getdents64(MemorySegment errno, int folder, long into, long count) {
        return call(GETDENTS64, errno, folder, into, count, 0, 0);
    }

    static int statx(MemorySegment errno, int folder, long name, int flags, int mask, long into) {
        return (int) call(STATX, errno, folder, name, flags, mask, into);
    }

    /** What a reason means, in the words the JDK uses too. */
    @SuppressWarnings("restricted") // permission is asked before
    static String strerror(MemorySegment errno, int reason) {
        long text = call(STRERROR, errno, reason, 0, 0, 0, 0);
        return MemorySegment.ofAddress(text).reinterpret(1_024).getString(0);
    }

    private static long call(MemorySegment function, MemorySegment errno, long a, long b, long c, long d, long e) {
        try {
            return (long) CALL.invokeExact(function, errno, a, b, c, d, e);
        } catch (Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown); // calls of C do not throw
        }
    }
}
