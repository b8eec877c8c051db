package dev.vernier.geometry;

import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.Vr;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What the frames of an NM file are, by the third value of its ImageType (PS3.3 §C.8.4.9.1.3). */
enum NmFrames {
    STATIC("STATIC", true),
    DYNAMIC("DYNAMIC", true),
    GATED("GATED", true),
    WHOLE_BODY("WHOLE BODY", true),
    TOMO("TOMO", true),
    GATED_TOMO("GATED TOMO", true),
    RECON_TOMO("RECON TOMO", false),
    RECON_GATED_TOMO("RECON GATED TOMO", false),
    /** Another word, or none. */
    OTHER("", false);

    private static final NmFrames[] ALL = values();

    private final long wordHash;
    private final boolean projections;

    NmFrames(String word, boolean projections) {
        byte[] ascii = word.getBytes(StandardCharsets.US_ASCII);
        this.wordHash = new ElementValue()
                .set(ByteBuffer.wrap(ascii), 0, ascii.length, Vr.CS, false)
                .trimmedHash();
        this.projections = projections;
    }

    /** Whether they are moments or projections, and not slices. */
    boolean areProjections() {
        return projections;
    }

    /** Whether they are slices, of one moment or of several. */
    boolean areReconstructed() {
        return this == RECON_TOMO || this == RECON_GATED_TOMO;
    }

    static NmFrames of(ElementValue imageType, int component) {
        long hash = imageType.componentHash(component);
        for (NmFrames frames : ALL) {
            if (hash == frames.wordHash) {
                return frames;
            }
        }
        return OTHER;
    }
}
