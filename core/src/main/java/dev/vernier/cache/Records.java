package dev.vernier.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Records of any length in a map of short frames: a long one is cut into parts, under keys that follow from its own. Stateless. */
final class Records {

    /** Longer ones are not kept: they would take longer to copy than the files do to look at one by one. */
    static final int MAX_BYTES = 64 << 20;

    private Records() {}

    static void put(RecordMap map, byte[] key, byte[] record) {
        int parts = Math.max(1, (record.length + Frame.MAX_PAYLOAD_BYTES - 1) / Frame.MAX_PAYLOAD_BYTES);
        int whole = Frame.checksum(record);
        // The first one last: until then the record before it, or none, is found.
        for (int part = parts - 1; part >= 0; part--) {
            int from = part * Frame.MAX_PAYLOAD_BYTES;
            int to = Math.min(record.length, from + Frame.MAX_PAYLOAD_BYTES);
            byte[] partKey = key(key, part);
            byte[] payload = Arrays.copyOfRange(record, from, to);
            map.put(partKey, new Frame(Frame.VERSION, partKey, part == 0 ? parts : 0, whole, payload).toBytes());
        }
    }

    /** Null if there is no such record, or any bit of it is not as it was written. */
    static byte[] get(RecordMap map, byte[] key) {
        Frame first = frame(map, key);
        if (first == null || first.parts() < 1 || first.parts() > MAX_BYTES / Frame.MAX_PAYLOAD_BYTES) {
            return null;
        }
        byte[] record = first.payload();
        if (first.parts() > 1) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.writeBytes(record);
            for (int part = 1; part < first.parts(); part++) {
                Frame next = frame(map, key(key, part));
                if (next == null || next.whole() != first.whole()) {
                    return null;
                }
                joined.writeBytes(next.payload());
            }
            record = joined.toByteArray();
        }
        return Frame.checksum(record) == first.whole() ? record : null;
    }

    private static Frame frame(RecordMap map, byte[] key) {
        byte[] bytes = map.get(key);
        Frame frame = bytes == null ? null : Frame.at(bytes, 0, bytes.length);
        return frame != null && frame.version() == Frame.VERSION && Arrays.equals(frame.key(), key) ? frame : null;
    }

    private static byte[] key(byte[] key, int part) {
        if (part == 0) {
            return key;
        }
        byte[] derived = key.clone();
        ByteBuffer.wrap(derived).putInt(0, ByteBuffer.wrap(key).getInt() ^ part);
        return derived;
    }
}
