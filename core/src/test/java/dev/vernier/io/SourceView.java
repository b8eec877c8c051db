package dev.vernier.io;

import dev.vernier.dicom.ByteWindow;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Lets the parser look through a source, and checks on every load that the source keeps its promises. */
final class SourceView implements ByteWindow {

    private final HeaderSource source;

    SourceView(HeaderSource source) {
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
        int count = source.load(offset, length);
        long windowEnd = source.base() + source.limit();
        long promised = Math.max(0, windowEnd - offset);
        if (count != promised
                || count > 0 && source.base() > offset
                || source.limit() > source.buffer().capacity()) {
            throw new AssertionError("load(" + offset + ", " + length + ") says " + count + ", the window is "
                    + source.base() + " + " + source.limit());
        }
        return count;
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
