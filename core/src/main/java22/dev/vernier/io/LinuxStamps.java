package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;

/** Stamps by statx, relative to the open folder. */
final class LinuxStamps implements FileStamps {

    static final int MASK = LibC.STATX_SIZE | LibC.STATX_MTIME | LibC.STATX_INO;

    /** struct statx. */
    private static final int INODE = 32;

    private static final int SIZE = 40;
    private static final int MODIFIED_SECONDS = 112;
    private static final int MODIFIED_NANOS = 120;

    private final LinuxCalls calls;
    private final ByteBuffer attributes =
            ByteBuffer.allocateDirect(LibC.STATX_BYTES).order(ByteOrder.nativeOrder());

    LinuxStamps(Patience patience) {
        this.calls = new LinuxCalls(patience);
    }

    @Override
    public void read(Entries files, int index, boolean followLink, FileStamp into) throws IOException {
        LinuxEntries named = (LinuxEntries) files;
        int start = named.start(index);
        int flags = followLink ? 0 : LibC.AT_SYMLINK_NOFOLLOW;
        calls.statx(named.descriptor(), named.names(), start, named.end(index) - start, flags, MASK, attributes);
        set(into, attributes);
    }

    static void set(FileStamp stamp, ByteBuffer attributes) {
        long seconds = attributes.getLong(MODIFIED_SECONDS);
        long nanos = TimeUnit.SECONDS.toNanos(seconds) + attributes.getInt(MODIFIED_NANOS);
        stamp.set(attributes.getLong(SIZE), nanos, attributes.getLong(INODE));
    }
}
