package dev.vernier.scan;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.io.BlockStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Inflates the first bytes of a gzip file (RFC 1952), of one member or more, and touches no more of it than these need. Reused, one thread. */
final class GzipStart {

    /**
     * What is looked at for a few hundred inflated bytes. The library goes from one empty member to the next by recursion: some hundred of
     * them, and no more, fit in here.
     */
    private static final int MAX_INPUT_BYTES = 8 << 10;

    private static final int MAGIC = 0x8B1F;

    private boolean cut;
    private boolean damaged;

    /** Whether a file begins as gzip files do. */
    static boolean isGzip(ByteWindow window) throws IOException {
        return window.load(0, Short.BYTES) >= Short.BYTES
                && Short.toUnsignedInt(window.buffer().getShort((int) -window.base())) == MAGIC;
    }

    /** Inflates as many bytes as there is room for, or as there are; returns how many. */
    int inflate(ByteWindow window, byte[] into) throws IOException {
        cut = false;
        damaged = false;
        int count = 0;
        WindowStream in = new WindowStream(window);
        try (GZIPInputStream gzip = new GZIPInputStream(in, 512)) {
            for (int read = 0; read >= 0 && count < into.length; count += Math.max(read, 0)) {
                read = gzip.read(into, count, into.length - count);
            }
        } catch (EOFException e) {
            cut = true;
        } catch (ZipException e) {
            damaged = true;
        }
        if (count < into.length && in.isAtBound()) {
            cut = false;
            damaged = true;
        }
        return count;
    }

    /** Whether the file ended before there was enough. */
    boolean isCut() {
        return cut;
    }

    /** Whether what was looked at cannot be inflated, or holds less than was asked for. */
    boolean isDamaged() {
        return damaged;
    }

    /** The first bytes of a window. */
    private static final class WindowStream extends BlockStream {

        private final ByteWindow window;
        private int at;

        private WindowStream(ByteWindow window) {
            this.window = window;
        }

        private boolean isAtBound() {
            return at == MAX_INPUT_BYTES;
        }

        @Override
        public int available() throws IOException {
            return isAtBound() ? 0 : window.load(at, 1);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = Math.min(Math.min(length, MAX_INPUT_BYTES - at), available());
            if (count <= 0) {
                return -1;
            }
            window.buffer().get((int) (at - window.base()), into, from, count);
            at += count;
            return count;
        }
    }
}
