package dev.vernier.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** How the data set behind the meta header is encoded (PS3.5 §10, PS3.6 annex A). */
public enum TransferSyntax {
    /** 1.2.840.10008.1.2, and the private ones of GE (big-endian pixels only) and Papyrus 3. */
    IMPLICIT_LITTLE_ENDIAN,
    /** 1.2.840.10008.1.2.1, every encapsulated syntax, and every UID not known (PS3.5 §10.1 and annex A.4). */
    EXPLICIT_LITTLE_ENDIAN,
    /** 1.2.840.10008.1.2.2, retired. */
    EXPLICIT_BIG_ENDIAN,
    /** 1.2.840.10008.1.2.1.99 and the JPIP syntaxes that deflate the data set (PS3.5 annex A.5, A.7, A.12). */
    DEFLATED_EXPLICIT_LITTLE_ENDIAN;

    private static final byte[][] IMPLICIT = ascii("1.2.840.10008.1.2", "1.2.840.113619.5.2", "1.2.840.10008.1.20");
    private static final byte[][] BIG_ENDIAN = ascii("1.2.840.10008.1.2.2");
    private static final byte[][] DEFLATED =
            ascii("1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205");

    /** The encoding that a TransferSyntaxUID (0002,0010) stands for. */
    public static TransferSyntax of(ElementValue uid) {
        if (isAny(uid, IMPLICIT)) {
            return IMPLICIT_LITTLE_ENDIAN;
        }
        if (isAny(uid, BIG_ENDIAN)) {
            return EXPLICIT_BIG_ENDIAN;
        }
        return isAny(uid, DEFLATED) ? DEFLATED_EXPLICIT_LITTLE_ENDIAN : EXPLICIT_LITTLE_ENDIAN;
    }

    /** As above, of a UID without padding. */
    public static TransferSyntax of(String uid) {
        byte[] bytes = uid.getBytes(StandardCharsets.US_ASCII);
        return of(new ElementValue().set(ByteBuffer.wrap(bytes), 0, bytes.length, Vr.UI, false));
    }

    private static boolean isAny(ElementValue uid, byte[][] candidates) {
        for (byte[] candidate : candidates) {
            if (uid.trimmedEquals(candidate)) {
                return true;
            }
        }
        return false;
    }

    private static byte[][] ascii(String... uids) {
        byte[][] bytes = new byte[uids.length][];
        for (int i = 0; i < uids.length; i++) {
            bytes[i] = uids[i].getBytes(StandardCharsets.US_ASCII);
        }
        return bytes;
    }
}
