package dev.vernier.spark.files;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Path;

/** A file system whose reads bring some hundred bytes of what they are asked for, as those of S3 bring what the network has. */
final class PiecewiseFileSystem extends FilterFileSystem {

    private static final int PIECE_BYTES = 700;

    PiecewiseFileSystem(FileSystem whole) {
        super(whole);
    }

    @Override
    public FSDataInputStream open(Path path, int bufferBytes) throws IOException {
        return new FSDataInputStream(new Piecewise(super.open(path, bufferBytes)));
    }

    @Override
    public FutureDataInputStreamBuilder openFile(Path path) throws IOException, UnsupportedOperationException {
        return createDataInputStreamBuilder(this, path);
    }

    private static final class Piecewise extends FSInputStream {

        private final FSDataInputStream whole;

        private Piecewise(FSDataInputStream whole) {
            this.whole = whole;
        }

        @Override
        public int read(long position, byte[] bytes, int offset, int length) throws IOException {
            return whole.read(position, bytes, offset, Math.min(length, PIECE_BYTES));
        }

        @Override
        public int read() throws IOException {
            return whole.read();
        }

        @Override
        public void seek(long position) throws IOException {
            whole.seek(position);
        }

        @Override
        public long getPos() throws IOException {
            return whole.getPos();
        }

        @Override
        public boolean seekToNewSource(long position) throws IOException {
            return whole.seekToNewSource(position);
        }

        @Override
        public void close() throws IOException {
            whole.close();
        }
    }
}
