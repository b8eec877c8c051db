package dev.vernier.scan;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import java.io.IOException;

/**
 * Elements that are read of a file besides those by which it is judged: they have no say in its outcome. One thread.
 */
public final class FurtherTags implements AutoCloseable {

    private final HeaderParser parser = new HeaderParser();
    private final WantedTags wanted;
    private final ElementSink sink;
    private String missing = "";

    FurtherTags(WantedTags wanted, ElementSink sink) {
        this.wanted = wanted;
        this.sink = sink;
    }

    /** Looks at a file that is open; returns how much of it, from its start, was needed without a gap. */
    long read(ByteWindow window) {
        try {
            Outcome outcome = parser.parse(window, wanted, sink);
            missing = switch (outcome) {
                case TRUNCATED -> "ends at byte " + parser.position() + ": tags behind it are missing";
                case MALFORMED -> "broken at byte " + parser.position() + ": tags behind it are missing";
                default -> "";
            };
            return parser.filePosition();
        } catch (IOException e) {
            missing = "not all of it could be read: " + IoReason.of(e);
        } catch (InternalError e) {
            missing = "not all of it could be read: " + GuardedParse.SHRUNK;
        }
        return 0;
    }

    /** How the last walk went. */
    public HeaderParser parser() {
        return parser;
    }

    /** Why elements of the last file may be missing; empty if it was walked as far as need be. */
    public String missing() {
        return missing;
    }

    @Override
    public void close() {
        parser.close();
    }
}
