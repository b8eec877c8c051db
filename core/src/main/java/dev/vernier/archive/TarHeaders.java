package dev.vernier.archive;

import dev.vernier.io.BlockStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;

/**
 * The headers of one entry of a tar archive, as far as the library asks for them: any number of extensions, with their content, and the entry's own.
 * Tells what kinds there were, which the library does not.
 */
final class TarHeaders extends BlockStream {

    private static final int BLOCK_BYTES = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_BYTES = 12;
    private static final int TYPE_AT = 156;

    /** What they may take: the library would keep names of gigabytes, and goes from block to block by recursion. */
    private static final int MAX_BYTES = 256 << 10;

    private final byte[] first;
    private final InputStream in;
    private final long at;
    private final byte[] header = new byte[BLOCK_BYTES];
    /** Where the next header begins, or the entry's own began. */
    private long headerAt;

    private boolean complete;
    private boolean pax;
    private int count;

    /**
     * Headers of which one block was read already.
     *
     * @param at where in the archive
     */
    TarHeaders(byte[] first, InputStream in, long at) {
        this.first = first;
        this.in = in;
        this.at = at;
    }

    /** Bytes asked for so far. */
    int count() {
        return count;
    }

    /** Of these, how many are behind the entry's own header. */
    long bytesBehind() {
        return count - (headerAt + BLOCK_BYTES);
    }

    /** Whether there was one with the entry's name and the like as text. */
    boolean isPax() {
        return pax;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length > MAX_BYTES - count) {
            throw new IOException("the archive is damaged at byte " + at + ": headers do not end");
        }
        int read;
        if (count < BLOCK_BYTES) {
            read = Math.min(length, BLOCK_BYTES - count);
            System.arraycopy(first, count, into, from, read);
        } else {
            read = in.read(into, from, length);
        }
        for (int i = 0; i < read; i++) {
            look(into[from + i]);
        }
        return read;
    }

    private void look(byte next) {
        if (!complete && count >= headerAt) {
            header[Math.toIntExact(count - headerAt)] = next;
            if (count - headerAt == BLOCK_BYTES - 1) {
                lookAtHeader();
            }
        }
        count++;
    }

    private void lookAtHeader() {
        byte type = header[TYPE_AT];
        boolean paxHeader =
                type == TarConstants.LF_PAX_EXTENDED_HEADER_LC || type == TarConstants.LF_PAX_EXTENDED_HEADER_UC;
        pax |= paxHeader;
        complete = !paxHeader
                && type != TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER
                && type != TarConstants.LF_GNUTYPE_LONGNAME
                && type != TarConstants.LF_GNUTYPE_LONGLINK;
        if (!complete) {
            long bytes =
                    Math.max(TarUtils.parseOctalOrBinary(header, SIZE_AT, SIZE_BYTES), 0); // the library refuses less
            long blocks = bytes / BLOCK_BYTES + (bytes % BLOCK_BYTES > 0 ? 1 : 0);
            // The size of an extension is any number: nothing follows one that no archive can hold.
            headerAt += BLOCK_BYTES + Math.min(blocks, MAX_BYTES) * BLOCK_BYTES;
        }
    }
}
