package dev.vernier.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** One thread's calls that take a name, with the memory they need, and what their failures mean to Java. */
final class LinuxCalls {

    private static final int FIRST_NAME_BYTES = 512;
    private static final String NOT_A_FILE = "not a regular file";

    private final Patience patience;
    private final MemorySegment errno = LibC.newErrno();
    private ByteBuffer name;
    private long nameAddress;

    LinuxCalls(Patience patience) {
        this.patience = patience;
        allocateName(FIRST_NAME_BYTES);
    }

    private void allocateName(int bytes) {
        name = ByteBuffer.allocateDirect(bytes);
        nameAddress = MemorySegment.ofBuffer(name).address();
    }

    MemorySegment errno() {
        return errno;
    }

    /** Copies a name to where calls find it, with a zero at its end. */
    private void setName(byte[] bytes, int from, int length) {
        if (length >= name.capacity()) {
            allocateName(Math.max(2 * name.capacity(), length + 1));
        }
        name.put(0, bytes, from, length).put(length, (byte) 0);
    }

    /** Opens a name, relative to a folder if it is relative. */
    int open(int folder, byte[] bytes, int from, int length, int flags) throws IOException {
        setName(bytes, from, length);
        for (int tries = 0; ; tries++) {
            int file = LibC.openat(errno, folder, nameAddress, flags);
            if (file >= 0) {
                return file;
            }
            int reason = LibC.errno(errno);
            boolean shortage = reason == LibC.EMFILE || reason == LibC.ENFILE;
            if (reason != LibC.EINTR && !(shortage && patience.awaitDescriptor(tries))) {
                throw failure(reason);
            }
        }
    }

    /** Asks for the attributes of a name in a folder, or with an empty name of what is open itself. */
    void statx(int folder, byte[] bytes, int from, int length, int flags, int mask, ByteBuffer into)
            throws IOException {
        setName(bytes, from, length);
        long address = MemorySegment.ofBuffer(into).address();
        if (LibC.statx(errno, folder, nameAddress, flags, mask, address) < 0) {
            throw failure();
        }
    }

    /** What the last failure means. */
    IOException failure() {
        return failure(LibC.errno(errno));
    }

    private IOException failure(int reason) {
        return switch (reason) {
            case LibC.ENOENT -> new NoSuchFileException(null);
            case LibC.EACCES -> new AccessDeniedException(null);
            case LibC.ESPIPE -> new FileSystemException(null, null, NOT_A_FILE); // a pipe took a file's place
            default -> new FileSystemException(null, null, LibC.strerror(errno, reason));
        };
    }
}
