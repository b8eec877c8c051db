package dev.vernier.spark.files;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
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
        return new FSDataInputStream(super.open(path, bufferBytes)) {
            @Override
            public int read(long position, byte[] bytes, int offset, int length) throws IOException {
                return super.read(position, bytes, offset, Math.min(length, PIECE_BYTES));
            }
        };
    }

    /** Opens by {@link #open(Path, int)}, where the filter would ask the whole file system. */
    @Override
    public FutureDataInputStreamBuilder openFile(Path path) throws IOException {
        return createDataInputStreamBuilder(this, path);
    }
}
