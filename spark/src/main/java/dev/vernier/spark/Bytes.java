package dev.vernier.spark;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes bytes of what writes itself. Stateless. */
final class Bytes {

    private Bytes() {}

    /** Something that writes itself. */
    @FunctionalInterface
    interface Record {
        void writeTo(DataOutput out) throws IOException;
    }

    static byte[] of(Record... records) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            for (Record each : records) {
                each.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot be: they are written to memory
        }
        return bytes.toByteArray();
    }
}
