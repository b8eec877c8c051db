package dev.vernier.scan;

import dev.vernier.archive.ArchiveKind;
import dev.vernier.archive.ArchiveListing;
import dev.vernier.io.HeaderSource;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells which roots are archives, by their content. Stateless. */
final class ArchiveRoot {

    private static final byte[] DICOM = {'D', 'I', 'C', 'M'};
    private static final int DICOM_AT = 128;

    private ArchiveRoot() {}

    /**
     * The kind of archive that a file is, null if it is none or cannot be read, which whoever reads it will tell.
     *
     * @throws FileSystemException if it is one, and the library that lists archives is missing
     */
    static ArchiveKind of(Path file) throws FileSystemException {
        ArchiveKind kind;
        try (HeaderSource source = ReadStrategy.POSITIONED.newSource()) {
            source.open(file, true);
            kind = of(new SourceWindow(source));
        } catch (IOException e) {
            return null;
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

    private static ArchiveKind of(SourceWindow window) throws IOException {
        byte[] start = new byte[ArchiveKind.START_BYTES];
        if (GzipStart.isGzip(window)) {
            return ArchiveKind.of(start, new GzipStart().inflate(window, start), true);
        }
        int count = Math.min(window.load(0, start.length), start.length);
        window.buffer().get((int) -window.base(), start, 0, count);
        boolean dicom = count >= DICOM_AT + DICOM.length
                && Arrays.equals(start, DICOM_AT, DICOM_AT + DICOM.length, DICOM, 0, DICOM.length);
        return dicom ? null : ArchiveKind.of(start, count, false); // a preamble may hold anything
    }
}
