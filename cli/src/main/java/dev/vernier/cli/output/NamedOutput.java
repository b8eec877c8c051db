package dev.vernier.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.function.UnaryOperator;

/** Writes a file. What the system refuses is told as the folder tells it: its own words name no file. One thread. */
final class NamedOutput extends OutputStream {

    private final FileChannel channel;
    private final OutputStream out;
    private final UnaryOperator<IOException> told;

    /**
     * Output into this channel, which is closed with it.
     *
     * @param told how a failure is told
     */
    NamedOutput(FileChannel channel, UnaryOperator<IOException> told) {
        this.channel = channel;
        this.out = Channels.newOutputStream(channel);
        this.told = told;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw told.apply(e);
        }
    }

    /** Has all of it on the disk, or a rename could survive a power failure that the content does not. */
    void force() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw told.apply(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
