package dev.vernier.synth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes DICOM elements into a growing array of bytes: valid ones, or what a caller wants broken.
 *
 * <p>Elements are written in the order of the calls and nothing is sorted, checked against a dictionary or repaired, so
 * that a test can write any bytes. Values are padded to an even length as their VR asks; {@link #raw} is not.
 *
 * <pre>{@code
 * byte[] file = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
 *         .element(0x00080018, "UI", "1.2.3")
 *         .sequence(0x00081140, true, item -> item.element(0x00081155, "UI", "1.2.4"))
 *         .element(0x00280030, "DS", 0.5, 0.4) // y, x
 *         .toFile();
 * }</pre>
 *
 * <p>Cost: amortised constant time a byte; {@link #clear} keeps the array for the next file. Thread rule: one thread at
 * a time. Errors: {@link IllegalArgumentException} for a value that its length field cannot state. Source: PS3.5 §7
 * (elements, sequences), PS3.10 §7 (files).
 */
public final class DicomBytes {
    /** Stands in a length field for "until the delimiter". */
    public static final long UNDEFINED_LENGTH = 0xFFFFFFFFL;

    private static final int SOP_CLASS_UID = 0x00080016;
    private static final int SOP_INSTANCE_UID = 0x00080018;
    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_END = 0xFFFEE00D;
    private static final int SEQUENCE_END = 0xFFFEE0DD;
    private static final int PREAMBLE_BYTES = 128;
    private static final String ENGINE_UID = "2.25.188402862931405377236410352785513829713";
    private static final Set<String> LONG_LENGTH_VRS =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    private final DicomSyntax syntax;
    private final GrowingBytes bytes = new GrowingBytes();
    private boolean explicitVr;
    private int depth;
    private String sopClassUid;
    private String sopInstanceUid;

    /** An empty dataset. */
    public DicomBytes(DicomSyntax syntax) {
        this.syntax = syntax;
        layOutAs(syntax);
    }

    /** The bytes written so far. */
    public int size() {
        return bytes.size();
    }

    /** Forgets all bytes, and keeps the memory. */
    public DicomBytes clear() {
        bytes.clear();
        sopClassUid = null;
        sopInstanceUid = null;
        return this;
    }

    /** An element with text, in ISO 8859-1; several values are joined by a backslash. */
    public DicomBytes element(int tag, String vr, String value) {
        if (depth == 0 && tag == SOP_CLASS_UID) {
            sopClassUid = value;
        } else if (depth == 0 && tag == SOP_INSTANCE_UID) {
            sopInstanceUid = value;
        }
        return element(tag, vr, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** An element with these bytes, padded to an even length (UI, OB and UN with 0, others with a space). */
    public DicomBytes element(int tag, String vr, byte[] value) {
        int padding = value.length & 1;
        elementHeader(tag, vr, value.length + padding);
        raw(value);
        if (padding != 0) {
            boolean binary = vr.equals("UI") || vr.equals("OB") || vr.equals("UN");
            bytes.putByte(binary ? 0 : ' ');
        }
        return this;
    }

    /** An element with numbers: binary where the VR is (US, SS, UL, SL, FL, FD, AT, UV, SV), else decimal text. */
    public DicomBytes element(int tag, String vr, double... values) {
        int width = switch (vr) {
            case "US", "SS" -> 2;
            case "UL", "SL", "FL", "AT" -> 4;
            case "FD", "UV", "SV" -> 8;
            default -> 0;
        };
        if (width == 0) {
            return element(tag, vr, DecimalText.ds(values));
        }
        elementHeader(tag, vr, (long) width * values.length);
        for (double value : values) {
            putNumber(vr, value);
        }
        return this;
    }

    /**
     * Tag, VR and length of an element whose value the caller writes, or leaves out.
     *
     * @param lengthBytes 0 to {@link #UNDEFINED_LENGTH}; true or not
     */
    public DicomBytes elementHeader(int tag, String vr, long lengthBytes) {
        bytes.putShort(tag >>> 16);
        bytes.putShort(tag);
        if (!explicitVr || tag >>> 16 == 0xFFFE) {
            return putLength(lengthBytes);
        }
        bytes.putByte(vr.charAt(0));
        bytes.putByte(vr.charAt(1));
        if (LONG_LENGTH_VRS.contains(vr)) {
            bytes.putShort(0);
            return putLength(lengthBytes);
        }
        if (lengthBytes < 0 || lengthBytes > 0xFFFF) {
            throw new IllegalArgumentException("A value of VR " + vr + " has at most 65535 bytes, not " + lengthBytes);
        }
        bytes.putShort((int) lengthBytes);
        return this;
    }

    /** A sequence; it and its items are of undefined length and delimited, or of defined length. */
    @SafeVarargs
    public final DicomBytes sequence(int tag, boolean undefinedLength, Consumer<DicomBytes>... items) {
        elementHeader(tag, "SQ", UNDEFINED_LENGTH);
        int start = bytes.size();
        for (Consumer<DicomBytes> item : items) {
            item(undefinedLength, item);
        }
        return endOf(start, undefinedLength, SEQUENCE_END);
    }

    /** A sequence with any number of items; see {@link #sequence(int, boolean, Consumer[])}. */
    public DicomBytes sequence(int tag, boolean undefinedLength, List<? extends Consumer<DicomBytes>> items) {
        elementHeader(tag, "SQ", UNDEFINED_LENGTH);
        int start = bytes.size();
        for (Consumer<DicomBytes> item : items) {
            item(undefinedLength, item);
        }
        return endOf(start, undefinedLength, SEQUENCE_END);
    }

    /** One item on its own, for sequences that are put together by hand. */
    public DicomBytes item(boolean undefinedLength, Consumer<DicomBytes> content) {
        elementHeader(ITEM, "", UNDEFINED_LENGTH);
        int start = bytes.size();
        depth++;
        content.accept(this);
        depth--;
        return endOf(start, undefinedLength, ITEM_END);
    }

    /** These bytes as they are. */
    public DicomBytes raw(byte... value) {
        bytes.put(value);
        return this;
    }

    /**
     * Preamble, DICM and the file meta group, which is explicit little endian whatever the dataset is.
     *
     * @param transferSyntaxUid what the file says of itself, true or not
     */
    public DicomBytes fileMeta(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
        layOutAs(DicomSyntax.EXPLICIT_LITTLE_ENDIAN);
        raw(new byte[PREAMBLE_BYTES]).raw((byte) 'D', (byte) 'I', (byte) 'C', (byte) 'M');
        element(0x00020000, "UL", 0);
        int start = bytes.size();
        element(0x00020001, "OB", new byte[] {0, 1});
        element(0x00020002, "UI", sopClassUid);
        element(0x00020003, "UI", sopInstanceUid);
        element(0x00020010, "UI", transferSyntaxUid);
        element(0x00020012, "UI", ENGINE_UID);
        element(0x00020013, "SH", "VERNIER_SYNTH");
        bytes.patchLengthBefore(start);
        layOutAs(syntax);
        return this;
    }

    /** The dataset alone, not deflated. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes.array(), bytes.size());
    }

    /** A DICOM file: preamble, meta group and dataset, deflated where the syntax is. */
    public byte[] toFile() {
        return toFile(syntax.uid());
    }

    /** As {@link #toFile()}, without preamble and meta group where {@code meta} is false. */
    public byte[] toFile(boolean meta) {
        return meta ? toFile() : syntax.stored(toByteArray());
    }

    /** A DICOM file that says of itself to be in another syntax. */
    public byte[] toFile(String declaredTransferSyntaxUid) {
        return new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .fileMeta(
                        sopClassUid == null ? "1.2.840.10008.5.1.4.1.1.7" : sopClassUid,
                        sopInstanceUid == null ? ENGINE_UID + ".1" : sopInstanceUid,
                        declaredTransferSyntaxUid)
                .raw(syntax.stored(toByteArray()))
                .toByteArray();
    }

    /** The array itself, for writing without a copy: only the first {@link #size} bytes count. */
    byte[] array() {
        return bytes.array();
    }

    private void layOutAs(DicomSyntax layout) {
        explicitVr = layout.explicitVr();
        bytes.orderBigEndian(layout.bigEndian());
    }

    private DicomBytes endOf(int start, boolean undefinedLength, int delimiter) {
        if (undefinedLength) {
            return elementHeader(delimiter, "", 0);
        }
        bytes.patchLengthBefore(start);
        return this;
    }

    private DicomBytes putLength(long lengthBytes) {
        if (lengthBytes < 0 || lengthBytes > UNDEFINED_LENGTH) {
            throw new IllegalArgumentException("A length of " + lengthBytes + " does not fit in 32 bits");
        }
        bytes.putInt((int) lengthBytes);
        return this;
    }

    private void putNumber(String vr, double value) {
        switch (vr) {
            case "US", "SS" -> bytes.putShort((int) value);
            case "UL", "SL" -> bytes.putInt((int) (long) value);
            case "FL" -> bytes.putInt(Float.floatToIntBits((float) value));
            case "FD" -> bytes.putLong(Double.doubleToLongBits(value));
            case "AT" -> {
                bytes.putShort((int) ((long) value >>> 16));
                bytes.putShort((int) (long) value);
            }
            default -> bytes.putLong((long) value);
        }
    }
}
