package dev.vernier.archive;

import dev.vernier.io.ArchiveStream;
import dev.vernier.io.BlockStream;
import dev.vernier.io.EntryBytes;
import dev.vernier.io.FileNames;
import dev.vernier.io.OpenArchive;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Goes through a tar archive from header to header. The library reads the header of an entry, with all the blocks that long names and other
 * extensions take, and a fresh reader each: what lies between is stepped over here, since the library would read it. Used once.
 */
final class TarWalk {

    private static final int BLOCK_BYTES = 512;
    /** Types that the library has no question for, all of GNU. */
    private static final byte VOLUME_PART = 'M';

    private static final byte VOLUME_LABEL = 'V';
    private static final byte FOLDER_LIST = 'D';

    private static final Charset BYTES_AS_CHARACTERS = StandardCharsets.ISO_8859_1;

    private static final int INPUT_BYTES = 64 << 10;

    private final InputStream in;
    /** Null where the archive is compressed. */
    private final OpenArchive archive;

    private final EntrySink sink;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final byte[] skipped = new byte[INPUT_BYTES];
    /** How far the archive was read, or stepped over. */
    private long at;
    /** Null before the first. */
    private TarArchiveEntry entry;

    private TarHeaders headers;
    private Body body;

    private TarWalk(InputStream in, OpenArchive archive, EntrySink sink) {
        this.in = in;
        this.archive = archive;
        this.sink = sink;
    }

    static void list(OpenArchive archive, EntrySink sink) throws IOException {
        new TarWalk(new ArchiveStream(archive, 0, archive.sizeBytes()), archive, sink).run();
    }

    /** Inflates all of it, once. */
    static void listGzipped(OpenArchive archive, EntrySink sink) throws IOException {
        InputStream packed = new BufferedInputStream(new ArchiveStream(archive, 0, archive.sizeBytes()), INPUT_BYTES);
        try (InputStream in = inflated(packed)) {
            new TarWalk(in, null, sink).run();
        } catch (EOFException e) {
            throw new IOException("the compressed data end too early", e);
        }
    }

    private static InputStream inflated(InputStream packed) throws IOException {
        try {
            return GzipCompressorInputStream.builder()
                    .setInputStream(packed)
                    .setDecompressConcatenated(true)
                    .get();
        } catch (RuntimeException e) {
            throw ArchiveListing.damage(e);
        }
    }

    private void run() throws IOException {
        while (next()) {
            tell();
        }
    }

    /** Goes on to the content of the next entry; false at the end mark, or if nobody wants to hear more. */
    private boolean next() throws IOException {
        try {
            if (entry != null) {
                skip(body.left());
                skip((BLOCK_BYTES - entry.getSize() % BLOCK_BYTES) % BLOCK_BYTES);
            }
            if (sink.isStopped() || !beginsWithHeader()) {
                return false;
            }
            headers = new TarHeaders(block, in, at);
            entry = read();
            // Of sparse files in the newest format the library has read a part of the content as well.
            body = new Body(entry.getSize(), entry.isPaxGNU1XSparse() ? headers.bytesBehind() : 0);
            at += headers.count();
            return true;
        } catch (RuntimeException e) {
            throw ArchiveListing.damage(e);
        }
    }

    /** Reads a block; false if it is the end mark. */
    private boolean beginsWithHeader() throws IOException {
        int count = in.readNBytes(block, 0, BLOCK_BYTES);
        if (count < BLOCK_BYTES) {
            throw new IOException("the archive is cut short: it has no end mark");
        }
        for (byte each : block) {
            if (each != 0) {
                return true;
            }
        }
        return false;
    }

    private TarArchiveEntry read() throws IOException {
        TarArchiveEntry read = new TarArchiveInputStream(
                        headers, BLOCK_BYTES, BLOCK_BYTES, BYTES_AS_CHARACTERS.name(), true)
                .getNextEntry();
        if (read == null || !read.isCheckSumOK() || read.getSize() < 0) {
            throw new IOException("the archive is damaged at byte " + at);
        }
        return read;
    }

    private void tell() {
        String name = name();
        if (name.length() > EntryPath.MAX_CHARACTERS) {
            sink.refused(EntryPath.shortened(name), "its name is too long");
            return;
        }
        EntryPath path = EntryPath.of(name);
        if (entry.isSymbolicLink()) {
            sink.link(path, "");
        } else if (entry.isLink()) {
            sink.link(path, "a second name, in the archive, of a file before it");
        } else if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            sink.refused(path, "not a regular file");
        } else if (entry.isSparse()) {
            sink.refused(path, "it is stored with holes");
        } else if (entry.getLinkFlag() == VOLUME_PART) {
            sink.refused(path, "it is the rest of a file in another archive");
        } else if (!entry.isDirectory() && entry.getLinkFlag() != VOLUME_LABEL && entry.getLinkFlag() != FOLDER_LIST) {
            sink.file(
                    path,
                    archive == null
                            ? new EntryBytes.Streamed(body, entry.getSize())
                            : new EntryBytes.Stored(at, entry.getSize()));
        }
    }

    /** Names are bytes, shown as those of files are, but where the archive has them once more as text. */
    private String name() {
        String name = entry.getName();
        if (headers.isPax()) {
            return name;
        }
        byte[] bytes = name.getBytes(BYTES_AS_CHARACTERS);
        return FileNames.text(bytes, 0, bytes.length);
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0 && !sink.isStopped()) {
            long count = archive == null
                    ? in.read(skipped, 0, Math.toIntExact(Math.min(skipped.length, left)))
                    : in.skip(left);
            if (count <= 0) {
                throw new IOException("the archive is cut short: its last file is not whole");
            }
            left -= count;
            at += count;
        }
    }

    /** The content of one entry; what is not read of it is skipped. */
    private final class Body extends BlockStream {

        private final long bytes;
        private long count;

        private Body(long bytes, long alreadyRead) {
            this.bytes = bytes;
            this.count = alreadyRead;
        }

        private long left() {
            return bytes - count;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int bounded = Math.toIntExact(Math.max(0, Math.min(length, left())));
            int read = bounded == 0 ? -1 : in.read(into, from, bounded);
            count += Math.max(read, 0);
            at += Math.max(read, 0);
            return read;
        }
    }
}
