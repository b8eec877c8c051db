package dev.vernier.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A deflated file of a zip archive, inflated from its start on. Reused, one thread: the JDK's {@link java.util.zip.InflaterInputStream} would be made
 * anew for each of a million files, with its buffer.
 */
final class InflatedFile extends BlockStream {

    /** Headers are short: reading more of what is deflated would be for nothing. */
    private static final int INPUT_BYTES = 4 << 10;

    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer packed = ByteBuffer.allocateDirect(INPUT_BYTES);

    private OpenArchive archive;
    private long at;
    private long left;

    /** Begins with what is packed in so many bytes of an archive, or fewer. */
    void begin(OpenArchive from, long offset, long packedBytes) {
        archive = from;
        at = offset;
        left = packedBytes;
        inflater.reset();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            int count = 0;
            while (count == 0 && length > 0) {
                count = inflater.inflate(into, from, length);
                if (count == 0 && (inflater.finished() || inflater.needsDictionary())) {
                    return -1;
                }
                if (count == 0) {
                    fill();
                }
            }
            return count;
        } catch (DataFormatException e) {
            ZipException damage = new ZipException(e.getMessage());
            damage.initCause(e);
            throw damage;
        }
    }

    private void fill() throws IOException {
        packed.clear().limit(Math.toIntExact(Math.max(0, Math.min(packed.capacity(), left))));
        int count = packed.hasRemaining() ? archive.read(packed, at) : -1;
        if (count <= 0) {
            throw new EOFException();
        }
        at += count;
        left -= count;
        inflater.setInput(packed.flip());
    }
}
