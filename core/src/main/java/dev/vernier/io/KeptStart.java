package dev.vernier.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * The start of a file that can only be read on, kept as far as it was asked for, so that it can be read at any offset. Bounded, since some kilobytes
 * can inflate to gigabytes. Reused, one thread.
 */
final class KeptStart {

    /** What lies further on is not read: no header is as long. */
    static final int MAX_BYTES = 64 << 20;

    private static final int USUAL_BYTES = 64 << 10;

    private byte[] bytes = new byte[USUAL_BYTES];
    private int count;
    private long sizeBytes;
    private InputStream stream;
    /** What ended the stream before its time, null if nothing did. */
    private IOException failure;

    /** Begins with a stream of so many bytes, or fewer. */
    void begin(InputStream from, long size) {
        stream = from;
        sizeBytes = size;
        count = 0;
        failure = null;
    }

    /**
     * Reads what there is from an offset on, as far as the buffer has room; 0 or less at the end. Damage further on does not count: how much is
     * asked for on a guess decides whether it is met.
     */
    int read(long offset, ByteBuffer into) throws IOException {
        if (offset >= MAX_BYTES && offset < sizeBytes) {
            throw new IOException("its header reaches beyond the " + (MAX_BYTES >> 20) + " MiB that are unpacked");
        }
        fill(Math.toIntExact(Math.min(offset + into.remaining(), Math.min(sizeBytes, MAX_BYTES))));
        // An offset may be gigabytes behind the end: a difference that is cut to 32 bits would be of other bytes.
        int available = Math.toIntExact(Math.max(0, Math.min(into.remaining(), count - offset)));
        if (available > 0) {
            into.put(bytes, Math.toIntExact(offset), available);
        } else if (failure != null) {
            throw failure;
        }
        return available;
    }

    private void fill(int wanted) throws IOException {
        try {
            while (stream != null && count < wanted) {
                if (count == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * count); // not more at once: what is wanted may never come
                }
                int read = stream.read(bytes, count, Math.min(wanted, bytes.length) - count);
                if (read < 0) {
                    stream = null;
                } else {
                    count += read;
                }
            }
        } catch (EOFException e) {
            fail(new IOException("its compressed data end too early", e));
        } catch (ZipException e) {
            fail(new IOException("its compressed data are damaged", e));
        } catch (IOException e) {
            fail(e);
        }
    }

    private void fail(IOException why) {
        failure = why;
        stream = null;
    }

    /** Forgets the stream, and memory that few need. */
    void end() {
        stream = null;
        count = 0;
        if (bytes.length > USUAL_BYTES) {
            bytes = new byte[USUAL_BYTES];
        }
    }
}
