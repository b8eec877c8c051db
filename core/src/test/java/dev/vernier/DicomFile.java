package dev.vernier;

import dev.vernier.dicom.Tag;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The fixture of all tests that need a DICOM file: a CT slice of unequal spacings, unless told otherwise. Elements are written in
 * the order of their tags; setting one again replaces it.
 */
public final class DicomFile {

    /** Prefix of all storage classes. */
    public static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";

    public static final String CT = STORAGE + "2";
    public static final String MR = STORAGE + "4";
    public static final String ENHANCED_CT = STORAGE + "2.1";
    public static final String ENHANCED_MR = STORAGE + "4.1";
    public static final String SEGMENTATION = STORAGE + "66.4";
    public static final String RT_DOSE = STORAGE + "481.2";
    public static final String NM = STORAGE + "20";
    public static final String STRUCTURED_REPORT = STORAGE + "88.11";

    /** Series of files that are not given another one. */
    public static final String SERIES = "1.2.3";

    public static final int ROWS = 40;
    public static final int COLUMNS = 30;
    /** Row spacing: the first number of PixelSpacing. */
    public static final double Y = 0.7;
    /** Column spacing: the second one. */
    public static final double X = 0.5;

    public static final double[] AXIAL = {1, 0, 0, 0, 1, 0};
    public static final double[] SAGITTAL = {0, 1, 0, 0, 0, -1};

    private static final AtomicLong NEXT_UID = new AtomicLong(1);

    private final Map<Integer, Consumer<DicomBytes>> elements = new TreeMap<>(Integer::compareUnsigned);
    private final List<Consumer<DicomBytes>> frames = new ArrayList<>();
    private DicomSyntax syntax = DicomSyntax.EXPLICIT_LITTLE_ENDIAN;
    private boolean meta = true;

    private DicomFile() {}

    /** Identity and size, but no geometry. */
    public static DicomFile ofClass(String sopClass) {
        return new DicomFile()
                .text(Tag.SOP_CLASS_UID, "UI", sopClass)
                .sop("1.9." + NEXT_UID.getAndIncrement())
                .text(Tag.MODALITY, "CS", "CT")
                .series(SERIES)
                .size(ROWS, COLUMNS);
    }

    /** A CT slice at z = 0. */
    public static DicomFile slice() {
        return ofClass(CT).spacing(Y, X).orientation(AXIAL).position(0, 0, 0);
    }

    /** A CT slice at z. */
    public static DicomFile slice(double z) {
        return slice().position(-10, 20, z);
    }

    /** CT slices at these z. */
    public static List<DicomFile> slices(double... z) {
        List<DicomFile> slices = new ArrayList<>();
        for (double position : z) {
            slices.add(slice(position));
        }
        return slices;
    }

    /** As many CT slices, this far from one another. */
    public static List<DicomFile> stack(int count, double gap) {
        List<DicomFile> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slices.add(slice(Math.rint(i * gap * 1e6) / 1e6));
        }
        return slices;
    }

    /** An enhanced CT whose frames are at these z, in-plane spacing and orientation shared. */
    public static DicomFile volume(double... z) {
        DicomFile volume = ofClass(ENHANCED_CT).shared(group -> {
            planeOrientation(group, AXIAL);
            group.sequence(
                    Tag.PIXEL_MEASURES_SEQUENCE, false, measures -> measures.element(Tag.PIXEL_SPACING, "DS", Y, X));
        });
        for (double position : z) {
            volume.frame(group -> planePosition(group, -10, 20, position));
        }
        return volume.frames(z.length);
    }

    public static void planePosition(DicomBytes group, double... xyz) {
        group.sequence(Tag.PLANE_POSITION_SEQUENCE, true, item -> item.element(Tag.IMAGE_POSITION_PATIENT, "DS", xyz));
    }

    public static void planeOrientation(DicomBytes group, double... cosines) {
        group.sequence(
                Tag.PLANE_ORIENTATION_SEQUENCE,
                true,
                item -> item.element(Tag.IMAGE_ORIENTATION_PATIENT, "DS", cosines));
    }

    public static void stackId(DicomBytes group, String id) {
        group.sequence(Tag.FRAME_CONTENT_SEQUENCE, true, item -> item.element(Tag.STACK_ID, "SH", id));
    }

    /** PixelMeasuresSequence; NaN and null leave an element out. */
    public static void pixelMeasures(DicomBytes group, double thickness, double spacing, double... yx) {
        group.sequence(Tag.PIXEL_MEASURES_SEQUENCE, false, item -> {
            if (!Double.isNaN(thickness)) {
                item.element(Tag.SLICE_THICKNESS, "DS", thickness);
            }
            if (!Double.isNaN(spacing)) {
                item.element(Tag.SPACING_BETWEEN_SLICES, "DS", spacing);
            }
            if (yx != null && yx.length > 0) {
                item.element(Tag.PIXEL_SPACING, "DS", yx);
            }
        });
    }

    public DicomFile text(int tag, String vr, String value) {
        elements.put(tag, out -> out.element(tag, vr, value));
        return this;
    }

    public DicomFile numbers(int tag, String vr, double... values) {
        elements.put(tag, out -> out.element(tag, vr, values));
        return this;
    }

    public DicomFile bytes(int tag, String vr, byte... value) {
        elements.put(tag, out -> out.element(tag, vr, value));
        return this;
    }

    public DicomFile sequence(int tag, List<Consumer<DicomBytes>> items) {
        elements.put(tag, out -> out.sequence(tag, true, items));
        return this;
    }

    public DicomFile without(int tag) {
        elements.remove(tag);
        return this;
    }

    public DicomFile withoutMeta() {
        meta = false;
        return this;
    }

    public DicomFile syntax(DicomSyntax other) {
        syntax = other;
        return this;
    }

    public DicomFile sop(String uid) {
        return text(Tag.SOP_INSTANCE_UID, "UI", uid);
    }

    public DicomFile series(String uid) {
        return text(Tag.SERIES_INSTANCE_UID, "UI", uid);
    }

    public DicomFile size(int rows, int columns) {
        return numbers(Tag.ROWS, "US", rows).numbers(Tag.COLUMNS, "US", columns);
    }

    /** PixelSpacing: rows first. */
    public DicomFile spacing(double y, double x) {
        return numbers(Tag.PIXEL_SPACING, "DS", y, x);
    }

    public DicomFile position(double x, double y, double z) {
        return numbers(Tag.IMAGE_POSITION_PATIENT, "DS", x, y, z);
    }

    public DicomFile orientation(double... cosines) {
        return numbers(Tag.IMAGE_ORIENTATION_PATIENT, "DS", cosines);
    }

    public DicomFile thickness(double mm) {
        return numbers(Tag.SLICE_THICKNESS, "DS", mm);
    }

    public DicomFile spacingBetweenSlices(double mm) {
        return numbers(Tag.SPACING_BETWEEN_SLICES, "DS", mm);
    }

    public DicomFile imageType(String value) {
        return text(Tag.IMAGE_TYPE, "CS", value);
    }

    public DicomFile modality(String value) {
        return text(Tag.MODALITY, "CS", value);
    }

    public DicomFile manufacturer(String value) {
        return text(Tag.MANUFACTURER, "LO", value);
    }

    public DicomFile frames(int count) {
        return numbers(Tag.NUMBER_OF_FRAMES, "IS", count);
    }

    /** The one item of the shared functional groups. */
    public DicomFile shared(Consumer<DicomBytes> group) {
        return sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(group));
    }

    /** One more item of the per-frame functional groups. */
    public DicomFile frame(Consumer<DicomBytes> group) {
        frames.add(group);
        return sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
    }

    public byte[] toBytes() {
        DicomBytes out = new DicomBytes(syntax);
        elements.values().forEach(element -> element.accept(out));
        out.element(0x7FE00010, "OW", new byte[2]);
        return out.toFile(meta);
    }

    /** Writes the file, and the folders above it. */
    public Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, toBytes());
    }

    /** Writes files named 0.dcm, 1.dcm ... */
    public static void writeAll(Path folder, List<DicomFile> files) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            files.get(i).write(folder.resolve(i + ".dcm"));
        }
    }
}
