package dev.vernier.index;

import dev.vernier.scan.IoReason;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file for rows that do not fit into memory, gone when it is closed. Failures name it. One thread at a time. */
final class ScratchFile implements Closeable {

    private static final int WRITE_BYTES = 1 << 18;

    private final Path path;
    private final FileChannel channel;
    private final OutputStream out;

    /** A new file, where none may be. */
    ScratchFile(Path path) throws IOException {
        this.path = path;
        try {
            channel = FileChannel.open(
                    path,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw failed("cannot make ", e, "");
        }
        out = new BufferedOutputStream(Channels.newOutputStream(channel), WRITE_BYTES);
    }

    void append(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Where the file ends, all of which can be read then. */
    long flush() throws IOException {
        try {
            out.flush();
            return channel.position();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Reads some bytes from this position on; -1 at the end. */
    int read(ByteBuffer target, long position) throws IOException {
        try {
            return channel.read(target, position);
        } catch (IOException e) {
            throw failed("cannot read ", e, "");
        }
    }

    private IOException notWritten(IOException e) {
        return failed("cannot write ", e, ": make room there for the rows that wait to be sorted");
    }

    private IOException failed(String what, IOException e, String advice) {
        return new IOException(what + path + " (" + IoReason.of(e) + ")" + advice, e);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
