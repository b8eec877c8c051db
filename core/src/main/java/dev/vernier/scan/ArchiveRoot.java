package dev.vernier.scan;

import dev.vernier.archive.ArchiveKind;
import dev.vernier.archive.ArchiveListing;
import dev.vernier.archive.ContainerFormat;
import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.GzipWindow;
import dev.vernier.io.FileAccess;
import dev.vernier.io.HeaderSource;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells which roots are archives, by their content. Reused for all roots of a scan, one thread. */
public final class ArchiveRoot implements AutoCloseable {

    private static final byte[] DICOM = {'D', 'I', 'C', 'M'};
    private static final int DICOM_AT = 128;

    private final FileAccess access;
    private final HeaderSource source;
    private final SourceWindow window;

    ArchiveRoot(FileAccess access) {
        this.access = access;
        this.source = ReadStrategy.POSITIONED.newSource(access);
        this.window = new SourceWindow(source);
    }

    /**
     * The kind of archive that a file is, null if it is none or cannot be read, which whoever reads it will tell.
     *
     * @throws FileSystemException if it is one, and the library that lists archives is missing
     */
    ArchiveKind of(Path file) throws FileSystemException {
        ArchiveKind kind;
        try {
            source.open(access.file(file), 0, true);
            kind = of(window);
        } catch (IOException e) {
            return null;
        } finally {
            source.closeFile(0);
        }
        if (kind != null && !ArchiveListing.isAvailable()) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    "it is " + kind.meaning()
                            + ": to scan it, add org.apache.commons:commons-compress to the class path");
        }
        return kind;
    }

    /**
     * The kind of archive that a file is whose start can be loaded, null if it is none. Any thread.
     *
     * @throws IOException if it cannot be read
     */
    public static ArchiveKind of(ByteWindow window) throws IOException {
        byte[] start = new byte[ContainerFormat.START_BYTES];
        if (GzipWindow.isGzip(window)) {
            try (GzipWindow gzip = new GzipWindow()) {
                gzip.reset(window);
                return kind(Container.of(gzip, start, copy(gzip, start), true), true);
            }
        }
        int count = copy(window, start);
        boolean dicom = count >= DICOM_AT + DICOM.length
                && Arrays.equals(start, DICOM_AT, DICOM_AT + DICOM.length, DICOM, 0, DICOM.length);
        return dicom ? null : kind(Container.of(window, start, count, false), false); // a preamble may hold anything
    }

    private static ArchiveKind kind(ContainerFormat format, boolean gzipped) {
        return format == null ? null : format.kind(gzipped);
    }

    private static int copy(ByteWindow window, byte[] start) throws IOException {
        int count = Math.min(window.load(0, start.length), start.length);
        if (count > 0) {
            window.buffer().get(Math.toIntExact(-window.base()), start, 0, count);
        }
        return count;
    }

    @Override
    public void close() {
        source.close();
    }
}
