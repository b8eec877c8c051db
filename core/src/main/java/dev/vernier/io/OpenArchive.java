package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that holds files. Stays open as long as its listing or a batch of its files needs it; whoever opens it is its listing, and
 * ends it by {@link #endListing}. Thread-safe.
 */
public final class OpenArchive extends OpenFolder {

    private final FileChannel channel;
    private final long sizeBytes;

    private OpenArchive(FileChannel channel) throws IOException {
        this.channel = channel;
        this.sizeBytes = channel.size();
    }

    static OpenArchive open(Path file, Patience patience) throws IOException {
        FileChannel channel = channel(file, patience);
        try {
            return new OpenArchive(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel channel(Path file, Patience patience) throws IOException {
        for (int tries = 0; ; tries++) {
            try {
                return FileChannel.open(file, StandardOpenOption.READ);
            } catch (IOException e) {
                patience.awaitDescriptor(e, tries);
            }
        }
    }

    /** Size in bytes when it was opened. */
    public long sizeBytes() {
        return sizeBytes;
    }

    /**
     * Reads once, at an offset, into what remains of a buffer.
     *
     * @return how many bytes, -1 at the end
     */
    public int read(ByteBuffer into, long offset) throws IOException {
        return channel.read(into, offset);
    }

    /** A batch for files of this archive, retained once. */
    public ArchiveEntries newFiles() {
        retain();
        return new ArchiveEntries(this);
    }

    /** Tells that the listing is over. */
    public void endListing() {
        release();
    }

    @Override
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // As OpenFolder says.
        }
    }
}
