package dev.vernier.geometry;

import dev.vernier.dicom.ElementValue;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The SeriesInstanceUID of the file being read, as bytes: a file of a series that is known costs a hash and no String. Or the name that
 * stands for it where files have none. Reused, one thread.
 */
final class SeriesUid {

    /** Longest UID that is kept; PS3.5 §9.1 allows 64 characters. */
    private static final int MAX_BYTES = 1024;

    private final byte[] bytes = new byte[MAX_BYTES];
    private int length;
    private long hash;
    /** The name of a series that has no UID, null where there is a UID or nothing. */
    private String name;

    void clear() {
        length = 0;
        hash = 0;
        name = null;
    }

    void set(ElementValue value) {
        length = value.copyTrimmed(bytes, 0);
        hash = hash(bytes, length);
    }

    /** Takes a name in place of a UID. */
    void set(String seriesName) {
        name = seriesName;
        hash = hash(seriesName);
    }

    boolean isPresent() {
        return length > 0 || name != null;
    }

    /** Equal UIDs, equal hash. */
    long hash() {
        return hash;
    }

    /** The {@link #hash()} of a UID given as text. */
    static long hash(String uid) {
        long hash = uid.length();
        for (int i = 0; i < uid.length(); i++) {
            char c = uid.charAt(i);
            hash = mixed(hash, c <= 0xFF ? (byte) c : c);
        }
        return hash ^ hash >>> 32;
    }

    private static long hash(byte[] bytes, int length) {
        long hash = length;
        for (int i = 0; i < length; i++) {
            hash = mixed(hash, bytes[i]);
        }
        return hash ^ hash >>> 32;
    }

    private static long mixed(long hash, int value) {
        return Long.rotateLeft(hash ^ value, 23) * 0xD6E8FEB86659FD93L;
    }

    boolean matches(String uid) {
        if (name != null) {
            return name.equals(uid);
        }
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
        return name != null ? name : new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeShort(length);
        if (name != null) {
            RecordFields.writeText(out, name);
        } else {
            out.write(bytes, 0, length);
        }
    }

    void readFrom(ByteBuffer in) {
        length = in.getShort();
        RecordFields.require(length >= 0 && length <= MAX_BYTES);
        if (length == 0) {
            set(RecordFields.readText(in));
            return;
        }
        in.get(bytes, 0, length);
        hash = hash(bytes, length);
    }
}
