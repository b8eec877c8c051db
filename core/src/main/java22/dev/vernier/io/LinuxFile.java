package dev.vernier.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** One open file by its descriptor: openat, pread, close, and nothing else where nothing is odd. */
final class LinuxFile implements FileHandle {

    private static final int FLAGS = LibC.O_RDONLY | LibC.O_CLOEXEC | LibC.O_NOCTTY | LibC.O_NONBLOCK;
    private static final int CLOSED = -1;
    private static final int STATX_SIZE_OFFSET = 40;
    private static final byte[] ITSELF = {};

    private final LinuxCalls calls;
    private int file = CLOSED;
    /** The buffer read into last, and where it lies. */
    private ByteBuffer buffer;

    private long bufferAddress;

    LinuxFile(Patience patience) {
        this.calls = new LinuxCalls(patience);
    }

    @Override
    public void open(Path path, boolean followLink) throws IOException {
        byte[] bytes = FileNames.bytes(path);
        file = calls.open(LibC.AT_FDCWD, bytes, 0, bytes.length, flags(followLink));
    }

    @Override
    public void open(Entries files, int index, boolean followLink) throws IOException {
        LinuxEntries named = (LinuxEntries) files;
        int start = named.start(index);
        file = calls.open(named.descriptor(), named.names(), start, named.end(index) - start, flags(followLink));
    }

    private static int flags(boolean followLink) {
        return followLink ? FLAGS : FLAGS | LibC.O_NOFOLLOW;
    }

    @Override
    public int read(long offset, ByteBuffer into, int at, int count) throws IOException {
        if (into != buffer) {
            buffer = into;
            bufferAddress = MemorySegment.ofBuffer(into).address();
        }
        while (true) {
            long read = LibC.pread(calls.errno(), file, bufferAddress + at, count, offset);
            if (read >= 0) {
                return Math.toIntExact(read);
            }
            if (LibC.errno(calls.errno()) != LibC.EINTR) {
                throw calls.failure();
            }
        }
    }

    @Override
    public long size() throws IOException {
        ByteBuffer attributes = ByteBuffer.allocateDirect(LibC.STATX_BYTES).order(ByteOrder.nativeOrder());
        calls.statx(file, ITSELF, 0, 0, LibC.AT_EMPTY_PATH, LibC.STATX_SIZE, attributes);
        return attributes.getLong(STATX_SIZE_OFFSET);
    }

    @Override
    public void close() {
        if (file != CLOSED) {
            LibC.close(calls.errno(), file);
            file = CLOSED;
        }
    }
}
