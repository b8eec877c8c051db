package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A part of an archive, from an offset on. Skipping reads nothing. One thread. */
public final class ArchiveStream extends BlockStream {

    private final OpenArchive archive;
    private final long end;
    private long at;

    /** So many bytes of an archive, or as many as it has. */
    public ArchiveStream(OpenArchive archive, long at, long bytes) {
        this.archive = archive;
        this.at = at;
        this.end = at + Math.min(bytes, Long.MAX_VALUE - at);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int bounded = Math.toIntExact(Math.max(0, Math.min(length, end - at)));
        if (bounded == 0) {
            return length == 0 ? 0 : -1;
        }
        int count = archive.read(ByteBuffer.wrap(into, from, bounded), at);
        at += Math.max(count, 0);
        return count;
    }

    @Override
    public long skip(long bytes) {
        long skipped = Math.max(0, Math.min(bytes, Math.min(end, archive.sizeBytes()) - at));
        at += skipped;
        return skipped;
    }
}
