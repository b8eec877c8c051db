package dev.vernier.scan;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import java.io.IOException;

/** Parses one file after another. What a file or its file system can do wrong is an {@link Outcome} with a detail. One thread. */
final class GuardedParse implements AutoCloseable {

    static final String SHRUNK = "the file shrank while it was read";

    private final HeaderParser parser = new HeaderParser();
    private final Fallback fallback;
    /** Null if nothing else is asked of a file. */
    private FurtherTags further;

    private String refusal = "";
    private long headerEnd;

    /** Looks at a file that is no DICOM while it is still open. */
    @FunctionalInterface
    interface Fallback {
        Outcome read(ByteWindow window) throws IOException;
    }

    GuardedParse(Fallback fallback) {
        this.fallback = fallback;
    }

    Outcome parse(WindowOpening file, WantedTags wanted, ElementSink sink) {
        refusal = "";
        headerEnd = 0;
        try {
            ByteWindow window = file.open();
            Outcome outcome = parser.parse(window, wanted, sink);
            headerEnd = parser.filePosition();
            if (outcome == Outcome.NOT_DICOM) {
                return fallback.read(window);
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

    HeaderParser parser() {
        return parser;
    }

    /** Where the last file is broken or why it could not be read, if this is what it is taken for; empty for other outcomes. */
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
    }
}
