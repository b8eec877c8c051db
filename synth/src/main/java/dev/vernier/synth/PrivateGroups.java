package dev.vernier.synth;

import java.nio.charset.StandardCharsets;

/**
 * The private groups of a series, as its manufacturer would fill them.
 *
 * <p>Group 0021 also holds a sequence whose items have a PixelSpacing, an ImagePositionPatient and a SeriesInstanceUID
 * of their own, for readers that look for a bare tag. Thread rule: one thread at a time. Source: PS3.5 §7.8.
 */
final class PrivateGroups {
    private static final int CREATOR_ELEMENT = 0x0010;
    private static final int BLOCK = 0x1000;
    private static final int LARGE_ELEMENT = 0x10FE;

    private final Acquisition acquisition;
    private final SeededRandom random;

    PrivateGroups(Acquisition acquisition) {
        this.acquisition = acquisition;
        this.random = acquisition.plan().randomFor("private groups");
    }

    /** Creator and some small values of all kinds; nothing where the scanner does not use the group. */
    void small(DicomBytes out, int group) {
        boolean needed = group == 0x0019 || group == 0x0021;
        if (acquisition.scanner().privateCreator(group) == null || !needed && !acquisition.verbose()) {
            return;
        }
        creator(out, group);
        int block = group << 16 | BLOCK;
        out.element(block | 0x01, "LO", acquisition.model() + " " + random.between(1, 99))
                .element(block | 0x02, "SH", acquisition.scanner().name())
                .element(block | 0x04, "SL", random.between(-1_000_000, 1_000_000))
                .element(block | 0x05, "FD", random.between(0, 1_000) / 7.0)
                .element(block | 0x0B, "DS", random.between(1, 99) / 8.0, random.between(1, 99) / 16.0)
                .element(block | 0x0C, "IS", random.between(0, 4096))
                .element(block | 0x0D, "US", random.between(0, 255), random.between(0, 255))
                .element(block | 0x20, "UN", random.bytes(random.between(1, 40)));
    }

    /** Group 0021: small values, the sequence with the traps, and a block of up to some kilobytes. */
    void relations(DicomBytes out) {
        small(out, 0x0021);
        out.sequence(
                        0x00211050,
                        acquisition.undefinedLengths(),
                        item -> item.element(0x0020000E, "UI", Uid.next(random))
                                .element(0x00200032, "DS", "-1\\-2\\-3")
                                .element(0x00280030, "DS", "9.5\\9.25"),
                        item -> item.element(0x0020000E, "UI", Uid.next(random)))
                .element(0x002110A0, "OB", random.bytes(2 * random.between(20, acquisition.verbose() ? 1_400 : 100)));
    }

    /** Group 0029, behind the geometry: some lines of text. */
    void protocolText(DicomBytes out) {
        creator(out, 0x0029);
        StringBuilder text = new StringBuilder("### ASCCONV BEGIN ###\n");
        int lines = random.between(2, acquisition.verbose() ? 40 : 6);
        for (int line = 0; line < lines; line++) {
            text.append("sSliceArray.asSlice[").append(line).append("].dThickness = 99.0\n");
        }
        out.element(0x00291008, "CS", "IMAGE NUM 4")
                .element(0x00291010, "OB", text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Tag, VR and length of a value of {@link Acquisition#largePrivateBytes} bytes, whose bytes are left out. */
    void largeHeader(DicomBytes out) {
        out.elementHeader(acquisition.largePrivateGroup() << 16 | LARGE_ELEMENT, "OB", acquisition.largePrivateBytes());
    }

    private void creator(DicomBytes out, int group) {
        out.element(group << 16 | CREATOR_ELEMENT, "LO", acquisition.scanner().privateCreator(group));
    }
}
