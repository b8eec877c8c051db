package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Opens files as the JDK's channels, anywhere. */
final class ChannelHandle implements FileHandle {

    private static final Set<OpenOption> NO_FOLLOW = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> FOLLOW = Set.of(StandardOpenOption.READ);

    private FileChannel channel;

    @Override
    public void open(Path file, boolean followLink) throws IOException {
        channel = FileChannel.open(file, options(followLink));
    }

    @Override
    public void open(Entries files, int index, boolean followLink) throws IOException {
        channel = ((PathEntries) files).open(index, options(followLink));
    }

    private static Set<OpenOption> options(boolean followLink) {
        return followLink ? FOLLOW : NO_FOLLOW;
    }

    /** The open file. */
    FileChannel channel() {
        return channel;
    }

    @Override
    public int read(long offset, ByteBuffer into, int at, int count) throws IOException {
        into.limit(at + count).position(at);
        int read = channel.read(into, offset);
        into.clear();
        return read;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() {
        FileChannel open = channel;
        channel = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            // As the interface says.
        }
    }
}
