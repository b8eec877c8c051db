package dev.vernier.synth;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * The four ways in which a dataset's elements are laid out in bytes.
 *
 * <p>Thread rule: immutable. Source: PS3.5 §10 and annex A.
 */
public enum DicomSyntax {
    /** No VR in the file, 32-bit lengths, little endian. */
    IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", false, false, false),
    /** Two VR letters, 16-bit or 32-bit lengths, little endian: the usual one. */
    EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", true, false, false),
    /** As {@link #EXPLICIT_LITTLE_ENDIAN}, big endian; retired, but archives hold it. */
    EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", true, true, false),
    /** {@link #EXPLICIT_LITTLE_ENDIAN}, all but the file meta group compressed with raw deflate. */
    DEFLATED_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99", true, false, true);

    private final String uid;
    private final boolean explicitVr;
    private final boolean bigEndian;
    private final boolean deflated;

    DicomSyntax(String uid, boolean explicitVr, boolean bigEndian, boolean deflated) {
        this.uid = uid;
        this.explicitVr = explicitVr;
        this.bigEndian = bigEndian;
        this.deflated = deflated;
    }

    /** The transfer syntax UID, without padding. */
    public String uid() {
        return uid;
    }

    /** Whether elements name their VR. */
    public boolean explicitVr() {
        return explicitVr;
    }

    /** Whether tags, lengths and binary numbers have their high byte first. */
    public boolean bigEndian() {
        return bigEndian;
    }

    /** Whether the dataset is compressed in a file. */
    public boolean deflated() {
        return deflated;
    }

    /** The dataset as a file of this syntax holds it. */
    byte[] stored(byte[] dataset) {
        return deflated ? deflate(dataset) : dataset;
    }

    private static byte[] deflate(byte[] dataset) {
        Deflater rawDeflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            rawDeflater.setInput(dataset);
            rawDeflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream(dataset.length);
            byte[] chunk = new byte[8192];
            while (!rawDeflater.finished()) {
                deflated.write(chunk, 0, rawDeflater.deflate(chunk));
            }
            if (deflated.size() % 2 != 0) {
                deflated.write(0); // PS3.5 A.5: a file ends on an even byte
            }
            return deflated.toByteArray();
        } finally {
            rawDeflater.end();
        }
    }
}
