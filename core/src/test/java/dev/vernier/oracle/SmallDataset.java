package dev.vernier.oracle;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A small image whose elements a test replaces one by one; written in ascending order of tags. Every value differs from
 * every other, and x from y.
 */
final class SmallDataset {

    static final int PIXEL_DATA = 0x7FE00010;

    private final Map<Integer, Consumer<DicomBytes>> elements = new TreeMap<>(Integer::compareUnsigned);
    private final boolean undefinedLengths;

    private SmallDataset(boolean undefinedLengths) {
        this.undefinedLengths = undefinedLengths;
    }

    /** One slice. */
    static SmallDataset classic() {
        return new SmallDataset(false).common("1.2.840.10008.5.1.4.1.1.4").plane();
    }

    /** One slice with sequences of undefined length. */
    static SmallDataset classicUndefinedLengths() {
        return new SmallDataset(true).common("1.2.840.10008.5.1.4.1.1.4").plane();
    }

    /** Three frames; the measures are shared, orientation and position are each frame's. */
    static SmallDataset enhanced(boolean undefinedLengths) {
        return new SmallDataset(undefinedLengths)
                .common("1.2.840.10008.5.1.4.1.1.4.1")
                .with(0x00280008, "IS", "3")
                .with(
                        0x52009229,
                        bytes -> bytes.sequence(
                                0x52009229,
                                undefinedLengths,
                                shared -> shared.sequence(0x00289110, undefinedLengths, SmallDataset::measures)))
                .with(
                        0x52009230,
                        bytes -> bytes.sequence(
                                0x52009230,
                                undefinedLengths,
                                frame -> frame(frame, undefinedLengths, 1),
                                frame -> frame(frame, undefinedLengths, 2),
                                frame -> frame(frame, undefinedLengths, 3)));
    }

    private static void measures(DicomBytes item) {
        item.element(0x00180050, "DS", 2.75).element(0x00180088, "DS", 3.25).element(0x00280030, "DS", 0.8125, 0.71875);
    }

    private static void frame(DicomBytes item, boolean undefinedLengths, int number) {
        item.sequence(
                        0x00209111,
                        undefinedLengths,
                        content -> content.element(0x00209056, "SH", "A" + number)
                                .element(0x00209057, "UL", 70_000 + number))
                .sequence(
                        0x00209113,
                        undefinedLengths,
                        position -> position.element(0x00200032, "DS", -10.5, 20.25, 3.25 * number))
                .sequence(
                        0x00209116,
                        undefinedLengths,
                        orientation -> orientation.element(0x00200037, "DS", 1, 0, 0, 0, 1, 0));
    }

    private SmallDataset common(String sopClassUid) {
        return with(0x00080005, "CS", "ISO_IR 100")
                .with(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
                .with(0x00080016, "UI", sopClassUid)
                .with(0x00080018, "UI", "1.2.826.77.1")
                .with(0x00080022, "DA", "20240229")
                .with(0x00080060, "CS", "MR")
                .with(0x00080070, "LO", "Vernier M\u00fcnchen")
                .with(0x0008103E, "LO", "t1 se tra")
                .with(
                        0x00081140,
                        bytes -> bytes.sequence(
                                0x00081140,
                                undefinedLengths,
                                image -> image.element(0x00081155, "UI", "1.2.826.77.2"),
                                image -> image.element(0x00081155, "UI", "1.2.826.77.3")))
                .with(0x00100010, "PN", "D\u00fcrer^Albrecht")
                .with(0x0020000D, "UI", "1.2.826.77.4")
                .with(0x0020000E, "UI", "1.2.826.77.5")
                .with(0x00200013, "IS", "17")
                .with(0x00200052, "UI", "1.2.826.77.6")
                .with(0x00280002, "US", 1)
                .with(0x00280004, "CS", "MONOCHROME2")
                .with(0x00280010, "US", 320)
                .with(0x00280011, "US", 256)
                .with(0x00280100, "US", 16)
                .with(0x00281050, "DS", 40)
                .with(0x00281053, "DS", 1.5)
                .with(PIXEL_DATA, bytes -> bytes.element(PIXEL_DATA, "OW", new byte[64]));
    }

    private SmallDataset plane() {
        return with(0x00180050, "DS", 5)
                .with(0x00180088, "DS", 6.5)
                .with(0x00181310, "US", 0, 320, 256, 0)
                .with(0x00189311, "FD", 0.984375)
                .with(0x00200032, "DS", -120.5, -98.25, 33.125)
                .with(0x00200037, "DS", 0.8, 0.6, 0, 0, 0, -1)
                .with(0x00201041, "DS", 33.125)
                .with(0x00280030, "DS", 0.9375, 0.46875);
    }

    SmallDataset with(int tag, String vr, String value) {
        return with(tag, bytes -> bytes.element(tag, vr, value));
    }

    SmallDataset with(int tag, String vr, byte[] value) {
        return with(tag, bytes -> bytes.element(tag, vr, value));
    }

    SmallDataset with(int tag, String vr, double... values) {
        return with(tag, bytes -> bytes.element(tag, vr, values));
    }

    /** Writes this where the tag belongs, in place of what was there. */
    SmallDataset with(int tag, Consumer<DicomBytes> element) {
        elements.put(tag, element);
        return this;
    }

    SmallDataset without(int tag) {
        elements.remove(tag);
        return this;
    }

    /** The elements, written in this syntax. */
    DicomBytes bytes(DicomSyntax syntax) {
        DicomBytes bytes = new DicomBytes(syntax);
        elements.values().forEach(element -> element.accept(bytes));
        return bytes;
    }

    /** A file in this syntax. */
    byte[] file(DicomSyntax syntax) {
        return bytes(syntax).toFile();
    }

    /** A file in explicit little endian. */
    byte[] file() {
        return file(DicomSyntax.EXPLICIT_LITTLE_ENDIAN);
    }
}
