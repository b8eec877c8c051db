package dev.vernier.cache;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A record, or a part of a long one, as it lies in the file: with its key, its version and a checksum over all of it, so that it can be
 * told apart from anything else wherever it is found. Immutable.
 *
 * @param version how records are written
 * @param key what it is kept under
 * @param parts into how many parts the record was cut; told by the first one only
 * @param whole checksum of the whole record
 * @param payload bytes of the record
 */
record Frame(int version, byte[] key, int parts, int whole, byte[] payload) {

    /** The version this program writes. A newer one is refused, an older one is read again from the files. */
    static final int VERSION = 1;

    static final long MAGIC = 0x8956_6E72_4D61_70A7L;
    static final int HEADER_BYTES = 8 + 4 + 4 + 4 + 4 + HeaderCache.KEY_BYTES + 4;
    /** Longer ones were never written. */
    static final int MAX_PAYLOAD_BYTES = 8 << 10;

    private static final int CHECKSUM_OFFSET = HEADER_BYTES - 4;

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + payload.length);
        bytes.putLong(MAGIC)
                .putInt(version)
                .putInt(payload.length)
                .putInt(parts)
                .putInt(whole)
                .put(key);
        bytes.putInt(checksum(bytes.array(), 0, payload)).put(payload);
        return bytes.array();
    }

    /** The frame that begins here and ends before the limit; null if there is none, or if its checksum is wrong. */
    static Frame at(byte[] bytes, int at, int limit) {
        ByteBuffer frame = ByteBuffer.wrap(bytes, 0, limit).position(at);
        if (frame.remaining() < HEADER_BYTES || frame.getLong() != MAGIC) {
            return null;
        }
        int version = frame.getInt();
        int length = frame.getInt();
        int parts = frame.getInt();
        int whole = frame.getInt();
        byte[] key = new byte[HeaderCache.KEY_BYTES];
        frame.get(key);
        int checksum = frame.getInt();
        if (length < 0 || length > Math.min(MAX_PAYLOAD_BYTES, frame.remaining())) {
            return null;
        }
        byte[] payload = new byte[length];
        frame.get(payload);
        return checksum == checksum(bytes, at, payload) ? new Frame(version, key, parts, whole, payload) : null;
    }

    private static int checksum(byte[] header, int at, byte[] payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(header, at, CHECKSUM_OFFSET);
        checksum.update(payload);
        return (int) checksum.getValue();
    }

    static int checksum(byte[] record) {
        CRC32C checksum = new CRC32C();
        checksum.update(record);
        return (int) checksum.getValue();
    }
}
