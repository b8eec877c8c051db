package dev.vernier.scan;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.io.HeaderSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads one file after another: open, parse, judge, close. Catches what one file can do wrong. One thread. */
final class FileScan implements AutoCloseable {

    private final boolean followLinks;
    private final HeaderSource source;
    private final SourceWindow window;
    private final HeaderParser parser = new HeaderParser();
    private final InstanceGeometry geometry;
    private String detail = "";

    FileScan(ScanOptions options) {
        this.followLinks = options.followLinks();
        this.source = options.read().newSource();
        this.window = new SourceWindow(source);
        this.geometry = new InstanceGeometry(options.rules(), options.labels());
    }

    /** Reads a file; its geometry is then in {@link #geometry()}. */
    Outcome scan(Path file) {
        geometry.begin();
        detail = "";
        long headerEnd = 0;
        try {
            source.open(file, followLinks);
            Outcome parsed = parser.parse(window, geometry.wanted(), geometry);
            headerEnd = parser.filePosition();
            Outcome outcome = geometry.finish(parsed, parser);
            if (outcome == Outcome.TRUNCATED || outcome == Outcome.MALFORMED) {
                detail = String.format(Locale.ROOT, "at byte %d", parser.position());
            }
            return outcome;
        } catch (IOException e) {
            detail = reason(e);
            return Outcome.UNREADABLE;
        } catch (InternalError e) {
            detail = "the file shrank while it was read"; // a mapping that lost its pages
            return Outcome.UNREADABLE;
        } catch (RuntimeException e) {
            // A defect of this program must not cost the other files; the finding names it.
            detail = "internal error, please report: " + e;
            return Outcome.MALFORMED;
        } finally {
            source.closeFile(headerEnd);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        String kind = e.getClass().getSimpleName();
        return kind.equals("IOException") && message != null ? message : kind.replace("Exception", "");
    }

    InstanceGeometry geometry() {
        return geometry;
    }

    /** Where or why a file could not be read, empty if it could. */
    String detail() {
        return detail;
    }

    HeaderSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
        parser.close();
    }
}
