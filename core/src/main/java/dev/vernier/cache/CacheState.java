package dev.vernier.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * What is known of a cache file, kept in the file beside it. A cache is sound if it was closed by all who opened it and still is what it was
 * then; anything else is recovered before it is used.
 *
 * @param version how records are written
 * @param opened how many processes opened the cache since it was sound
 * @param closed how many of these closed it in order
 * @param capacity records that the file was made for
 * @param records in it when it was closed last
 * @param bytes the file's length when it was closed last
 * @param digest its checksum then
 */
record CacheState(int version, long opened, long closed, long capacity, long records, long bytes, long digest) {

    static final int BYTES = 8 + 4 + 6 * 8 + 4;

    private static final long MAGIC = 0x8956_6E72_4C6F_636BL;
    private static final int DIGEST_BUFFER_BYTES = 1 << 20;

    /** Just made, and opened by nobody yet. */
    static CacheState ofNew(long capacity) {
        return new CacheState(Frame.VERSION, 0, 0, capacity, 0, 0, 0);
    }

    boolean isClosed() {
        return opened == closed;
    }

    CacheState openedOnce() {
        return new CacheState(version, opened + 1, closed, capacity, records, bytes, digest);
    }

    CacheState closedOnce(long recordsNow) {
        return new CacheState(version, opened, closed + 1, capacity, recordsNow, bytes, digest);
    }

    CacheState withCapacity(long newCapacity) {
        return new CacheState(version, opened, closed, newCapacity, records, bytes, digest);
    }

    /** The state of a cache that nobody has open any more. */
    CacheState sealed(Path file) throws IOException {
        return new CacheState(version, 0, 0, capacity, records, length(file), digest(file));
    }

    /** Whether the file is, byte for byte, what it was when it was closed. */
    boolean isSound(Path file) throws IOException {
        return version == Frame.VERSION && isClosed() && length(file) == bytes && digest(file) == digest;
    }

    private static long length(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.size();
        }
    }

    private static long digest(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(DIGEST_BUFFER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer.clear()) >= 0) {
                checksum.update(buffer.flip());
            }
        }
        return checksum.getValue();
    }

    ByteBuffer toBytes() {
        ByteBuffer state = ByteBuffer.allocate(BYTES);
        state.putLong(MAGIC).putInt(version);
        state.putLong(opened)
                .putLong(closed)
                .putLong(capacity)
                .putLong(records)
                .putLong(bytes)
                .putLong(digest);
        return state.putInt(checksum(state)).flip();
    }

    /** Null if these bytes are no state, or a damaged one. */
    static CacheState of(ByteBuffer state) {
        if (state.remaining() < BYTES
                || state.getLong(0) != MAGIC
                || state.getInt(BYTES - Integer.BYTES) != checksum(state)) {
            return null;
        }
        state.position(Long.BYTES);
        return new CacheState(
                state.getInt(),
                state.getLong(),
                state.getLong(),
                state.getLong(),
                state.getLong(),
                state.getLong(),
                state.getLong());
    }

    private static int checksum(ByteBuffer state) {
        CRC32C checksum = new CRC32C();
        checksum.update(state.duplicate().position(0).limit(BYTES - Integer.BYTES));
        return (int) checksum.getValue();
    }
}
