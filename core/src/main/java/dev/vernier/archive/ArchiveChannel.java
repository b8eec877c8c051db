package dev.vernier.archive;

import dev.vernier.io.OpenArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** An open archive, with a position of its own; closing it leaves the archive open. One thread. */
final class ArchiveChannel implements SeekableByteChannel {

    private final OpenArchive archive;
    private long at;
    private boolean closed;

    ArchiveChannel(OpenArchive archive) {
        this.archive = archive;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = archive.read(into, at);
        at += Math.max(count, 0);
        return count;
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        at = newPosition;
        return this;
    }

    @Override
    public long size() {
        return archive.sizeBytes();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
