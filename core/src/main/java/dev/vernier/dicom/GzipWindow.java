package dev.vernier.dicom;

import java.io.IOException;
import java.util.zip.Inflater;

/**
 * What is in a gzipped file (RFC 1952): members with headers of any length, one behind the other, some of them empty.
 * The JDK's stream goes from one empty member to the next by recursion, and both it and that of Commons Compress read
 * on until they have a byte, however far that is; so headers are read here. Checks of content are not looked at. Reused
 * for file after file.
 */
public final class GzipWindow extends InflatingWindow {

    private static final int MAGIC = 0x8B1F;
    private static final int HEADER_BYTES = 10;
    private static final int METHOD_AT = 2;
    private static final int FLAGS_AT = 3;
    private static final int DEFLATE = 8;
    /** Check and size of what was inflated. */
    private static final int TRAILER_BYTES = 8;

    private static final int TEXT_PIECE_BYTES = 4 << 10;

    private static final int FLAG_CHECK = 1 << 1;
    private static final int FLAG_EXTRA = 1 << 2;
    private static final int FLAG_NAME = 1 << 3;
    private static final int FLAG_COMMENT = 1 << 4;
    /** Nobody knows what stands in a header that has one of these. */
    private static final int UNKNOWN_FLAGS = 0xE0;

    /** Inflates nothing before {@link #reset(ByteWindow)}. */
    public GzipWindow() {
        inflater = new Inflater(true);
    }

    /** Whether a file begins as gzip files do. */
    public static boolean isGzip(ByteWindow file) throws IOException {
        return beginsAt(0, file);
    }

    private static boolean beginsAt(long offset, ByteWindow file) throws IOException {
        return file.load(offset, Short.BYTES) >= Short.BYTES
                && Short.toUnsignedInt(file.buffer().getShort(Math.toIntExact(offset - file.base()))) == MAGIC;
    }

    /** Starts on a gzipped file, which is read as far as what is asked for takes. */
    public void reset(ByteWindow file) throws IOException {
        reset(file, 0);
    }

    @Override
    void begin() throws IOException {
        inflater.reset();
        ParseEnd wrong = stepOverHeader();
        if (wrong != null) {
            end(wrong);
        }
    }

    @Override
    void beginNext() throws IOException {
        inputAt += TRAILER_BYTES;
        if (beginsAt(inputAt, source)) {
            begin();
        } else {
            end(null); // whatever follows: gzip takes it for padding as well
        }
    }

    /** What is wrong with the header, null if nothing is. */
    private ParseEnd stepOverHeader() throws IOException {
        if (source.load(inputAt, HEADER_BYTES) < HEADER_BYTES) {
            return ParseEnd.CUT;
        }
        int index = Math.toIntExact(inputAt - source.base());
        int method = source.buffer().get(index + METHOD_AT);
        int flags = source.buffer().get(index + FLAGS_AT);
        if (method != DEFLATE || (flags & UNKNOWN_FLAGS) != 0) {
            return ParseEnd.BROKEN;
        }
        inputAt += HEADER_BYTES;
        ParseEnd wrong = null;
        if ((flags & FLAG_EXTRA) != 0) {
            wrong = stepOverExtraField();
        }
        if (wrong == null && (flags & FLAG_NAME) != 0) {
            wrong = stepOverText();
        }
        if (wrong == null && (flags & FLAG_COMMENT) != 0) {
            wrong = stepOverText();
        }
        inputAt += (flags & FLAG_CHECK) != 0 ? Short.BYTES : 0;
        return wrong;
    }

    private ParseEnd stepOverExtraField() throws IOException {
        if (source.load(inputAt, Short.BYTES) < Short.BYTES) {
            return ParseEnd.CUT;
        }
        int length = Short.toUnsignedInt(source.buffer().getShort(Math.toIntExact(inputAt - source.base())));
        inputAt += Short.BYTES + length;
        return null;
    }

    /** Ends with a zero. */
    private ParseEnd stepOverText() throws IOException {
        while (!isIdle()) {
            int available = Math.min(source.load(inputAt, 1), TEXT_PIECE_BYTES);
            if (available < 1) {
                return ParseEnd.CUT;
            }
            int index = Math.toIntExact(inputAt - source.base());
            for (int i = 0; i < available; i++) {
                if (source.buffer().get(index + i) == 0) {
                    inputAt += i + 1L;
                    return null;
                }
            }
            inputAt += available;
        }
        return ParseEnd.BROKEN;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
