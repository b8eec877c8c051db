package dev.vernier.geometry;

import dev.vernier.dicom.ElementValue;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The SeriesInstanceUID of the file being read, as bytes: a file of a series that is known costs a hash and no String. Reused, one
 * thread.
 */
final class SeriesUid {

    /** Longest UID that is kept; PS3.5 §9.1 allows 64 characters. */
    private static final int MAX_BYTES = 1024;

    private final byte[] bytes = new byte[MAX_BYTES];
    private int length;
    private long hash;

    void clear() {
        length = 0;
        hash = 0;
    }

    void set(ElementValue value) {
        length = value.copyTrimmed(bytes, 0);
        hash = hash(bytes, length);
    }

    boolean isPresent() {
        return length > 0;
    }

    /** Equal UIDs, equal hash. */
    long hash() {
        return hash;
    }

    /** The {@link #hash()} of a UID given as text. */
    static long hash(String uid) {
        byte[] bytes = uid.getBytes(StandardCharsets.ISO_8859_1);
        return hash(bytes, bytes.length);
    }

    private static long hash(byte[] bytes, int length) {
        long hash = length;
        for (int i = 0; i < length; i++) {
            hash = Long.rotateLeft(hash ^ bytes[i], 23) * 0xD6E8FEB86659FD93L;
        }
        return hash ^ hash >>> 32;
    }

    boolean matches(String uid) {
        if (uid.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (uid.charAt(i) != (char) (bytes[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeShort(length);
        out.write(bytes, 0, length);
    }

    void readFrom(ByteBuffer in) {
        length = in.getShort();
        RecordFields.require(length > 0 && length <= MAX_BYTES);
        in.get(bytes, 0, length);
        hash = hash(bytes, length);
    }
}
