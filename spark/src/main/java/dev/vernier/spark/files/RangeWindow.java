package dev.vernier.spark.files;

import dev.vernier.dicom.ByteWindow;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;

/**
 * A window over one file after another, moved by reads of ranges: on object stores each load is one request for exactly so many bytes. A
 * request costs there what transferring some hundred kilobytes costs, so reads that go on behind the window grow fast; one behind a value that
 * was skipped starts small again, unless such values follow each other closely. One thread.
 */
public final class RangeWindow implements ByteWindow {

    private static final int MORE_BYTES = 32 << 10;
    private static final int MOST_MORE_BYTES = 1 << 20;
    /** Values that are skipped one after the other: shorter ones are read with what is between them. */
    private static final int NEAR_BYTES = 64 << 10;

    /** Of S3: what it asks for beyond the bytes wanted. */
    private static final String S3_READ_AHEAD = "fs.s3a.readahead.range";

    private static final int LEAST_READ_AHEAD = 1;

    private final MedianNeed need;
    private ByteBuffer buffer = allocate(MedianNeed.FIRST_BYTES);
    private FileSystem system;
    private Path file;
    private long size;
    private FSDataInputStream in;
    private long base;
    private int limit;
    private int nextReadBytes;
    private boolean moved;
    private long reads;
    private long bytesRead;

    /** A window whose first loads are as long as others have learnt, and which teaches them. */
    RangeWindow(MedianNeed need) {
        this.need = need;
    }

    private static ByteBuffer allocate(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Begins a file, which is opened by the first load.
     *
     * @param sizeBytes its size as it was listed; an empty file is never opened
     */
    public void open(FileSystem fileSystem, Path path, long sizeBytes) {
        close();
        system = fileSystem;
        file = path;
        size = sizeBytes;
        base = 0;
        limit = 0;
        nextReadBytes = need.windowBytes();
        moved = false;
    }

    /**
     * Ends the file.
     *
     * @param headerEnd how much of it, from its start, was needed without a gap; 0 if nothing can be learnt from it
     */
    public void closeFile(long headerEnd) {
        need.add(headerEnd);
        close();
    }

    private void close() {
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                // Nothing was written, so nothing can be lost.
            }
            in = null;
        }
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public long base() {
        return base;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public int load(long offset, int length) throws IOException {
        long windowEnd = base + limit;
        if (offset >= base && offset + length <= windowEnd) {
            return (int) (windowEnd - offset);
        }
        if (windowEnd > 0) {
            boolean goesOn = offset >= base && offset <= windowEnd + (moved ? NEAR_BYTES : 0);
            nextReadBytes = goesOn
                    ? Math.min(Math.max(2 * nextReadBytes, MORE_BYTES), MOST_MORE_BYTES)
                    : MedianNeed.FIRST_BYTES;
            moved = true;
        }
        long wish = Math.max(length, nextReadBytes);
        wish = Math.min(wish, size - offset); // some file systems refuse to read behind the end
        base = offset;
        limit = 0;
        if (wish > 0) {
            fill((int) wish);
        }
        return limit;
    }

    /** One range. S3 brings it piece by piece: what is left behind of it would be another request. */
    private void fill(int wish) throws IOException {
        if (buffer.capacity() < wish) {
            buffer = allocate(Math.max(wish, 2 * buffer.capacity()));
        }
        try {
            if (in == null) {
                in = open();
            }
            reads++;
            while (limit < wish) {
                int count = in.read(base + limit, buffer.array(), limit, wish - limit);
                if (count <= 0) {
                    break;
                }
                bytesRead += count;
                limit += count;
            }
        } catch (EOFException e) {
            // How some say that there is nothing behind the end.
        } catch (IOException e) {
            throw Refusals.inTermsOfTheJdk(e, file);
        }
    }

    private FSDataInputStream open() throws IOException {
        FutureDataInputStreamBuilder builder = system.openFile(file)
                .opt(
                        OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY,
                        OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_RANDOM)
                .optLong(S3_READ_AHEAD, LEAST_READ_AHEAD)
                .optLong(OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, size); // S3 need not be asked for it
        try {
            return builder.build().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IOException(String.valueOf(e.getCause().getMessage()), e.getCause());
        }
    }

    @Override
    public long size() {
        return size;
    }

    /** Ranges read so far. */
    public long reads() {
        return reads;
    }

    /** Bytes read so far. */
    public long bytesRead() {
        return bytesRead;
    }
}
