package dev.vernier.dicom;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Small DICOM files of many kinds. In-plane spacing is never the same in x and y. */
public final class Samples {

    public static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    public static final String ENHANCED_MR = "1.2.840.10008.5.1.4.1.1.4.1";
    public static final String RT_DOSE = "1.2.840.10008.5.1.4.1.1.481.2";
    public static final String REPORT = "1.2.840.10008.5.1.4.1.1.88.11";
    public static final String DICOMDIR = "1.2.840.10008.1.3.10";
    public static final String JPEG = "1.2.840.10008.1.2.4.70";

    public static final int REFERENCED_SERIES = 0x00081115;
    public static final int REFERENCED_IMAGES = 0x00081140;
    public static final int REFERENCED_INSTANCE = 0x00081155;

    private Samples() {}

    public static DicomBytes explicit() {
        return new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    public static DicomBytes implicit() {
        return new DicomBytes(DicomSyntax.IMPLICIT_LITTLE_ENDIAN);
    }

    public static DicomBytes bigEndian() {
        return new DicomBytes(DicomSyntax.EXPLICIT_BIG_ENDIAN);
    }

    /** A CT slice with sequences of defined and undefined length, private elements and 64 pixels. */
    public static DicomBytes classic(DicomSyntax syntax) {
        DicomBytes bytes = new DicomBytes(syntax);
        identification(bytes, CT);
        bytes.sequence(
                REFERENCED_SERIES,
                true,
                series -> series.sequence(
                                REFERENCED_IMAGES, false, image -> image.element(REFERENCED_INSTANCE, "UI", "1.2.3.9"))
                        .element(Tag.SERIES_INSTANCE_UID, "UI", "9.9.9"));
        bytes.sequence(
                REFERENCED_IMAGES,
                false,
                image -> image.element(REFERENCED_INSTANCE, "UI", "1.2.3.10"),
                image -> image.element(REFERENCED_INSTANCE, "UI", "1.2.3.11").element(Tag.PIXEL_SPACING, "DS", "9\\8"));
        bytes.element(0x00100010, "PN", "Doe^J");
        bytes.element(Tag.SLICE_THICKNESS, "DS", "2.5");
        bytes.element(Tag.SPACING_BETWEEN_SLICES, "DS", " 3 ");
        bytes.element(0x00190010, "LO", "ACME 1");
        bytes.element(0x00191010, "UN", new byte[300]);
        bytes.element(0x00191011, "OB", new byte[] {1, 2, 3});
        place(bytes);
        pixelModule(bytes);
        bytes.element(0x00280100, "US", 16);
        return pixels(bytes);
    }

    private static void identification(DicomBytes bytes, String sopClass) {
        bytes.element(Tag.SPECIFIC_CHARACTER_SET, "CS", "ISO_IR 100");
        bytes.element(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\AXIAL");
        bytes.element(Tag.SOP_CLASS_UID, "UI", sopClass);
        bytes.element(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4");
        bytes.element(Tag.MODALITY, "CS", "CT");
        bytes.element(Tag.MANUFACTURER, "LO", "Müller");
    }

    private static void place(DicomBytes bytes) {
        bytes.element(0x0020000D, "UI", "1.2.3");
        bytes.element(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.5");
        bytes.element(Tag.IMAGE_POSITION_PATIENT, "DS", "-1.5\\+2e1\\ 3.25");
        bytes.element(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0");
    }

    private static void pixelModule(DicomBytes bytes) {
        bytes.element(Tag.ROWS, "US", 512);
        bytes.element(Tag.COLUMNS, "US", 256);
        bytes.element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25");
    }

    private static DicomBytes pixels(DicomBytes bytes) {
        return bytes.element(0x7FE00010, "OW", new byte[128]);
    }

    /** A multi-frame image with shared and per-frame functional groups. */
    public static DicomBytes enhanced(DicomSyntax syntax, boolean undefinedLength) {
        DicomBytes bytes = new DicomBytes(syntax);
        identification(bytes, ENHANCED_MR);
        place(bytes);
        bytes.element(Tag.NUMBER_OF_FRAMES, "IS", "3");
        bytes.element(Tag.ROWS, "US", 16).element(Tag.COLUMNS, "US", 8);
        bytes.sequence(
                Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                undefinedLength,
                shared -> shared.sequence(
                                Tag.PLANE_ORIENTATION_SEQUENCE,
                                undefinedLength,
                                item -> item.element(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0"))
                        .sequence(
                                Tag.PIXEL_MEASURES_SEQUENCE,
                                undefinedLength,
                                item -> item.element(Tag.SLICE_THICKNESS, "DS", "4")
                                        .element(Tag.PIXEL_SPACING, "DS", "0.75\\0.5")));
        bytes.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, undefinedLength, frame(0), frame(1), frame(2));
        return pixels(bytes);
    }

    private static java.util.function.Consumer<DicomBytes> frame(int z) {
        return item -> item.sequence(
                        Tag.FRAME_CONTENT_SEQUENCE, z % 2 == 0, content -> content.element(Tag.STACK_ID, "SH", "1"))
                .sequence(
                        Tag.PLANE_POSITION_SEQUENCE,
                        z % 2 == 1,
                        place -> place.element(Tag.IMAGE_POSITION_PATIENT, "DS", 1, 2, 3 + 4.5 * z));
    }

    /** A dose grid of four frames. */
    public static DicomBytes dose() {
        DicomBytes bytes = explicit();
        identification(bytes, RT_DOSE);
        place(bytes);
        bytes.element(Tag.NUMBER_OF_FRAMES, "IS", "4");
        pixelModule(bytes);
        bytes.element(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", "0\\2.5\\5\\7.5");
        return pixels(bytes);
    }

    /** Pixels in fragments of undefined length, and an icon of them nested. */
    public static byte[] encapsulated() {
        DicomBytes bytes = explicit();
        identification(bytes, CT);
        place(bytes);
        pixelModule(bytes);
        bytes.sequence(
                0x00880200,
                true,
                icon -> icon.elementHeader(0x7FE00010, "OB", DicomBytes.UNDEFINED_LENGTH)
                        .elementHeader(Tag.ITEM, "", 0)
                        .elementHeader(Tag.ITEM, "", 4)
                        .raw(new byte[4])
                        .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0));
        return bytes.elementHeader(0x7FE00010, "OB", DicomBytes.UNDEFINED_LENGTH)
                .elementHeader(Tag.ITEM, "", 0)
                .elementHeader(Tag.ITEM, "", 10)
                .raw(new byte[10])
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0)
                .toFile(JPEG);
    }

    /** A file whose sequences are UN: implicit inside, of undefined and of defined length. */
    public static byte[] unknownSequences() {
        byte[] inside = implicit()
                .item(true, item -> item.element(Tag.PIXEL_SPACING, "DS", "7\\6"))
                .item(false, item -> item.element(Tag.PIXEL_SPACING, "DS", "5\\4"))
                .toByteArray();
        DicomBytes bytes = explicit();
        identification(bytes, CT);
        bytes.elementHeader(0x00191020, "UN", DicomBytes.UNDEFINED_LENGTH)
                .raw(inside)
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0);
        bytes.element(0x00191021, "UN", inside);
        place(bytes);
        pixelModule(bytes);
        return pixels(bytes).toFile();
    }

    /** The directory of a medium. */
    public static byte[] directory() {
        DicomBytes bytes = explicit()
                .element(0x00041130, "CS", "MEDIUM")
                .element(0x00041200, "UL", 400)
                .sequence(
                        0x00041220,
                        true,
                        item -> item.element(0x00041430, "CS", "PATIENT").element(0x00100020, "LO", "4711"),
                        item -> item.element(0x00041430, "CS", "SERIES").element(Tag.SERIES_INSTANCE_UID, "UI", "1.2"));
        return explicit()
                .fileMeta(DICOMDIR, "1.2.3.4", DicomSyntax.EXPLICIT_LITTLE_ENDIAN.uid())
                .raw(bytes.toByteArray())
                .toByteArray();
    }

    /** A report: DICOM without an image. */
    public static byte[] report() {
        DicomBytes bytes = explicit();
        identification(bytes, REPORT);
        bytes.element(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.5");
        return bytes.sequence(0x0040A730, true, item -> item.element(0x0040A160, "UT", "nothing\\found"))
                .toFile();
    }

    /** The data set of a file, deflated with the header that zlib writes (RFC 1950) instead of without one. */
    public static byte[] zlibHeaded(DicomBytes dataset) {
        byte[] meta = explicit()
                .fileMeta(CT, "1.2.3.4", DicomSyntax.DEFLATED_LITTLE_ENDIAN.uid())
                .toByteArray();
        return concat(meta, deflate(dataset.toByteArray(), false));
    }

    public static byte[] deflate(byte[] bytes, boolean raw) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] chunk = new byte[4096];
        while (!deflater.finished()) {
            deflated.write(chunk, 0, deflater.deflate(chunk));
        }
        deflater.end();
        return deflated.toByteArray();
    }

    /** The bytes, and so many zeros behind them, deflated without a header: one to a thousand. */
    public static byte[] deflateBomb(byte[] start, long zeros) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        byte[] input = start;
        long left = zeros;
        while (!deflater.finished()) {
            if (deflater.needsInput()) {
                deflater.setInput(input);
                input = new byte[(int) Math.min(left, chunk.length)];
                left -= input.length;
                if (input.length == 0) {
                    deflater.finish();
                }
            }
            deflated.write(chunk, 0, deflater.deflate(chunk));
        }
        deflater.end();
        return deflated.toByteArray();
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** One of each kind, by name. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (DicomSyntax syntax : DicomSyntax.values()) {
            files.put("classic " + syntax, classic(syntax).toFile());
            files.put("enhanced " + syntax, enhanced(syntax, true).toFile());
            files.put(
                    "enhanced of defined length " + syntax,
                    enhanced(syntax, false).toFile());
        }
        for (DicomSyntax syntax : DicomSyntax.values()) {
            if (!syntax.deflated()) {
                files.put("bare " + syntax, classic(syntax).toFile(false));
            }
        }
        files.put("zlib", zlibHeaded(classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)));
        files.put("dose", dose().toFile());
        files.put("encapsulated", encapsulated());
        files.put("UN sequences", unknownSequences());
        files.put("DICOMDIR", directory());
        files.put("report", report());
        files.put(
                "says explicit, is implicit",
                classic(DicomSyntax.IMPLICIT_LITTLE_ENDIAN).toFile("1.2.840.10008.1.2.1"));
        return files;
    }
}
