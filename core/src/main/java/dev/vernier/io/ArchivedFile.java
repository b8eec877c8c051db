package dev.vernier.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Opens files in archives. */
final class ArchivedFile implements FileHandle {

    /** The local file header of a zip archive (APPNOTE 4.3.7), up to the name. */
    private static final int LOCAL_HEADER_BYTES = 30;

    private static final int LOCAL_HEADER_MAGIC = 0x04034B50;
    private static final int NAME_LENGTH_AT = 26;
    private static final int EXTRA_LENGTH_AT = 28;

    private final ByteBuffer localHeader =
            ByteBuffer.allocateDirect(LOCAL_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final InflatedFile inflated = new InflatedFile();
    private final KeptStart start = new KeptStart();

    private OpenArchive archive;
    private long sizeBytes;
    /** Where the file begins, if it lies in one piece; else it is read from {@link #start}. */
    private long at;

    private boolean inOnePiece;

    @Override
    public void open(Path file, boolean followLink) {
        throw new UnsupportedOperationException("only files in archives are opened");
    }

    @Override
    public void open(Entries files, int index, boolean followLink) throws IOException {
        ArchiveEntries entries = (ArchiveEntries) files;
        archive = entries.archive();
        EntryBytes where = entries.bytes(index);
        sizeBytes = where.sizeBytes();
        inOnePiece = true;
        if (where instanceof EntryBytes.Stored stored) {
            at = stored.at();
        } else if (where instanceof EntryBytes.Zipped zipped) {
            at = behindLocalHeader(zipped.headerAt());
            if (zipped.deflated()) {
                inflated.begin(archive, at, zipped.packedBytes());
                begin(inflated);
            }
        } else if (where instanceof EntryBytes.Streamed streamed) {
            begin(streamed.stream());
        }
    }

    private void begin(InputStream stream) {
        inOnePiece = false;
        start.begin(stream, sizeBytes);
    }

    private long behindLocalHeader(long headerAt) throws IOException {
        localHeader.clear();
        while (localHeader.hasRemaining() && archive.read(localHeader, headerAt + localHeader.position()) > 0) {
            // Nearly always once.
        }
        if (localHeader.hasRemaining() || localHeader.getInt(0) != LOCAL_HEADER_MAGIC) {
            throw new IOException("it is not where the archive's directory says");
        }
        int nameBytes = Short.toUnsignedInt(localHeader.getShort(NAME_LENGTH_AT));
        int extraBytes = Short.toUnsignedInt(localHeader.getShort(EXTRA_LENGTH_AT));
        return headerAt + LOCAL_HEADER_BYTES + nameBytes + extraBytes;
    }

    @Override
    public int read(long offset, ByteBuffer into, int position, int count) throws IOException {
        // What a length in the file says leads gigabytes behind its end, so the difference is bounded while it is long.
        int bounded = Math.toIntExact(Math.max(0, Math.min(count, sizeBytes - offset)));
        if (bounded == 0 || inOnePiece && at > archive.sizeBytes() - offset) {
            return 0; // the archive may be shorter than it states, and an offset in it beyond any number
        }
        into.limit(position + bounded).position(position);
        int read = inOnePiece ? archive.read(into, at + offset) : start.read(offset, into);
        into.clear();
        return read;
    }

    @Override
    public long size() {
        return sizeBytes;
    }

    @Override
    public void close() {
        start.end();
        archive = null;
        sizeBytes = 0;
    }
}
