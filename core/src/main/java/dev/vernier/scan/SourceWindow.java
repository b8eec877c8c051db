package dev.vernier.scan;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.io.HeaderSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Lets the parser, which knows no files, look through a file's window. One thread. */
public final class SourceWindow implements ByteWindow {

    private final HeaderSource source;

    /** A view of the file that the source has open. */
    public SourceWindow(HeaderSource source) {
        this.source = source;
    }

    @Override
    public ByteBuffer buffer() {
        return source.buffer();
    }

    @Override
    public long base() {
        return source.base();
    }

    @Override
    public int limit() {
        return source.limit();
    }

    @Override
    public int load(long offset, int length) throws IOException {
        return source.load(offset, length);
    }

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public void confirm() throws IOException {
        source.confirm();
    }
}
