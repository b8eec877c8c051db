package dev.vernier.bench;

import dev.vernier.dicom.ByteWindow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as a buffered stream, as most readers see it: read from its start on, 8 KB at a time, and never back; what is not wanted is
 * skipped. Reused for file after file by one thread.
 */
final class StreamWindow implements ByteWindow, AutoCloseable {

    private static final int BUFFER_BYTES = 8 << 10;

    private byte[] bytes = new byte[BUFFER_BYTES];
    private ByteBuffer view = viewOf(bytes);
    private Path file;
    private InputStream stream;
    private long base;
    private int limit;
    private long bytesRead;

    void open(Path path) throws IOException {
        file = path;
        stream = Files.newInputStream(path);
        base = 0;
        limit = 0;
        bytesRead = 0;
    }

    /** Bytes read of the file that was opened last. */
    long bytesRead() {
        return bytesRead;
    }

    private static ByteBuffer viewOf(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public ByteBuffer buffer() {
        return view;
    }

    @Override
    public long base() {
        return base;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public long size() throws IOException {
        return Files.size(file);
    }

    @Override
    public boolean movesBack() {
        return false;
    }

    @Override
    public int load(long offset, int length) throws IOException {
        if (offset < base) {
            return 0;
        }
        discardUpTo(offset);
        if (length > bytes.length) {
            byte[] larger = new byte[length];
            System.arraycopy(bytes, 0, larger, 0, limit);
            bytes = larger;
            view = viewOf(bytes);
        }
        while (base + limit < offset + length) {
            int count = stream.read(bytes, limit, bytes.length - limit);
            if (count < 0) {
                break;
            }
            limit += count;
            bytesRead += count;
        }
        return (int) Math.max(0, base + limit - offset);
    }

    private void discardUpTo(long offset) throws IOException {
        int gone = (int) Math.min(limit, offset - base);
        System.arraycopy(bytes, gone, bytes, 0, limit - gone);
        base += gone;
        limit -= gone;
        if (base < offset) {
            stream.skip(Math.min(offset, size()) - base); // of a file: a seek, which does all of it
            base = offset;
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
