package dev.vernier.bench;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What a file of some size consists of. */
public enum FileLayout {
    /** A slice: two or three kilobytes of header, then pixels. */
    PIXELS {
        @Override
        byte[] header(int fileBytes) {
            return HeaderShape.slice(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, 0);
        }
    },
    /** A slice, half of whose bytes are a private value before the geometry. */
    PRIVATE {
        @Override
        byte[] header(int fileBytes) {
            return HeaderShape.slice(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, fileBytes / 4 * 2);
        }
    },
    /** A multi-frame image that is nearly all header: every frame has functional groups of its own. */
    FRAMES {
        @Override
        byte[] header(int fileBytes) {
            int frames = Math.max(1, fileBytes / FRAME_BYTES - 4);
            return new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                    .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.4.1")
                    .element(0x00080018, "UI", "2.25.2")
                    .element(0x0020000E, "UI", "2.25.1")
                    .element(0x00280008, "IS", frames)
                    .element(0x00280010, "US", 512)
                    .element(0x00280011, "US", 256)
                    .sequence(0x52009230, false, frameItems(frames))
                    .elementHeader(0x7FE00010, "OW", 2L * 512 * 256 * Math.min(frames, 8_000))
                    .toFile();
        }
    };

    /** A little more than a frame of {@link #FRAMES} takes. */
    private static final int FRAME_BYTES = 224;

    /** The file up to and with the length of its pixel data. */
    abstract byte[] header(int fileBytes);

    /** A file of so many bytes; somewhat more where its header is longer than that. */
    byte[] file(int fileBytes) {
        byte[] header = header(fileBytes);
        return Arrays.copyOf(header, Math.max(header.length, fileBytes));
    }

    private static List<Consumer<DicomBytes>> frameItems(int frames) {
        List<Consumer<DicomBytes>> items = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            double z = 1.5 * i;
            items.add(frame -> frame.sequence(0x00189152, false, item -> item.element(0x00189155, "CS", "NONE"))
                    .sequence(
                            0x00209111,
                            false,
                            item -> item.element(0x00209057, "UL", 1).element(0x00209157, "UL", 1, 2, 3))
                    .sequence(0x00209113, false, item -> item.element(0x00200032, "DS", 1, 2, z))
                    .sequence(0x00209116, false, item -> item.element(0x00200037, "DS", 1, 0, 0, 0, 1, 0))
                    .sequence(
                            0x00289110,
                            false,
                            item -> item.element(0x00180050, "DS", 2).element(0x00280030, "DS", 0.5, 0.4)));
        }
        return items;
    }
}
