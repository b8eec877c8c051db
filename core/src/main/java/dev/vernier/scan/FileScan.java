package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.io.Entries;
import dev.vernier.io.FileAccess;

/** Reads one file after another and judges its geometry. Catches what one file can do wrong. One thread. */
final class FileScan implements AutoCloseable {

    private final HeaderReader reader;
    private final InstanceGeometry geometry;
    private String detail = "";

    FileScan(ScanOptions options, FileAccess access) {
        this.reader = new HeaderReader(options.read().newSource(access), options.followLinks());
        this.geometry = new InstanceGeometry(options.rules(), options.labels());
    }

    /** Reads a file of a batch; its geometry is then in {@link #geometry()}. */
    Outcome scan(Entries files, int index) {
        geometry.begin();
        try {
            Outcome read = reader.read(files, index, geometry.wanted(), geometry);
            Outcome outcome = geometry.finish(read, reader.parser());
            detail = detailOf(outcome);
            return outcome;
        } catch (RuntimeException e) {
            // A defect of this program must not cost the other files; the finding names it.
            detail = "internal error, please report: " + e;
            return Outcome.MALFORMED;
        }
    }

    private String detailOf(Outcome outcome) {
        return switch (outcome) {
            case TRUNCATED, MALFORMED -> "at byte " + reader.parser().position();
            case UNREADABLE -> reader.detail();
            default -> "";
        };
    }

    InstanceGeometry geometry() {
        return geometry;
    }

    /** Where or why a file could not be read, empty if it could. */
    String detail() {
        return detail;
    }

    /** Read system calls, or mappings, so far. */
    long reads() {
        return reader.reads();
    }

    /** Bytes read so far. */
    long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public void close() {
        reader.close();
    }
}
