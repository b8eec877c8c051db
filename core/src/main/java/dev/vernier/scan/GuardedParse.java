package dev.vernier.scan;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.GzipWindow;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import java.io.IOException;

/**
 * Parses one file after another, gzipped or not. What a file or its file system can do wrong is an {@link Outcome} with
 * a detail. One thread.
 */
final class GuardedParse implements AutoCloseable {

    static final String SHRUNK = "the file shrank while it was read";

    private final HeaderParser parser = new HeaderParser();
    private final Fallback fallback;
    /** Null if nothing else is asked of a file. */
    private FurtherTags further;

    /** Null until there is a gzipped file. */
    private GzipWindow gzip;

    private boolean gzipped;
    private String refusal = "";
    private long headerEnd;

    /** Looks at a file that is no DICOM while it is still open; of a gzipped one, at what is in it. */
    @FunctionalInterface
    interface Fallback {
        Outcome read(ByteWindow window, boolean gzipped) throws IOException;
    }

    GuardedParse(Fallback fallback) {
        this.fallback = fallback;
    }

    Outcome parse(WindowOpening file, WantedTags wanted, ElementSink sink) {
        refusal = "";
        headerEnd = 0;
        gzipped = false;
        try {
            ByteWindow window = file.open();
            Outcome outcome = parser.parse(window, wanted, sink);
            headerEnd = parser.filePosition();
            if (outcome == Outcome.NOT_DICOM && GzipWindow.isGzip(window)) {
                return parseGzipped(window, wanted, sink);
            }
            if (outcome == Outcome.NOT_DICOM) {
                return fallback.read(window, false);
            }
            if (further != null && outcome != Outcome.EMPTY) {
                headerEnd = Math.max(headerEnd, further.read(window));
            }
            return outcome;
        } catch (IOException e) {
            refusal = IoReason.of(e);
            return Outcome.UNREADABLE;
        } catch (InternalError e) {
            refusal = SHRUNK; // a mapping that lost its pages
            return Outcome.UNREADABLE;
        }
    }

    /** Has more elements be read of each DICOM file, while it is open; they are closed with this. */
    void readAlso(FurtherTags tags) {
        further = tags;
    }

    /** A gzipped file is what is in it. */
    private Outcome parseGzipped(ByteWindow file, WantedTags wanted, ElementSink sink) throws IOException {
        if (gzip == null) {
            gzip = new GzipWindow();
        }
        gzipped = true;
        gzip.reset(file);
        Outcome outcome = parser.parse(gzip, wanted, sink);
        headerEnd = parser.filePosition() == 0 ? 0 : gzip.inputPosition();
        boolean nothing = outcome == Outcome.EMPTY && gzip.prematureEnd() != null;
        if (outcome == Outcome.NOT_DICOM || nothing) {
            return fallback.read(gzip, true);
        }
        if (further != null && outcome != Outcome.EMPTY) {
            further.read(gzip);
            headerEnd = headerEnd == 0 ? 0 : gzip.inputPosition();
        }
        return outcome;
    }

    /** Whether the last file was gzipped, so that offsets are those in what it holds. */
    boolean gzipped() {
        return gzipped;
    }

    HeaderParser parser() {
        return parser;
    }

    /**
     * Where the last file is broken or why it could not be read, if this is what it is taken for; empty for other
     * outcomes.
     */
    String detail(Outcome outcome) {
        return switch (outcome) {
            case TRUNCATED, MALFORMED -> "at byte " + parser.position();
            case UNREADABLE -> refusal;
            default -> "";
        };
    }

    /** How much of the last file, from its start, was needed without a gap; 0 if that is not known. */
    long headerEnd() {
        return headerEnd;
    }

    @Override
    public void close() {
        parser.close();
        if (further != null) {
            further.close();
        }
        if (gzip != null) {
            gzip.close();
        }
    }
}
