package dev.vernier.cli;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A series that has markup in every tag of text, in its UID and in the names of its folder and files. */
final class HostileSeries {

    /** Ends any script or style element, then would run, by three ways. No slash: it is a file name as well. */
    static final String IN_NAMES = "<script>window.owned=1<script><img src=x onerror=window.owned=2>&lt;b&gt;";

    static final String TEXT =
            "</script></style><script>window.owned=1</script><img src=x onerror=window.owned=2>'\"&lt;!--";

    private static final List<Integer> TEXT_TAGS = List.of(
            0x00080005,
            0x00080008,
            0x00080016,
            0x00080018,
            0x00080020,
            0x00080050,
            0x00080060,
            0x00080070,
            0x00080080,
            0x00080090,
            0x00081010,
            0x00081030,
            0x0008103E,
            0x00081090,
            0x00100010,
            0x00100020,
            0x00104000,
            0x00180015,
            0x00181020,
            0x00181030,
            0x0020000D,
            0x0020000E,
            0x00200010,
            0x00200052,
            0x00204000);

    private HostileSeries() {}

    static void writeTo(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve(IN_NAMES));
        for (int slice = 0; slice < 3; slice++) {
            DicomBytes dicom = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN);
            for (int tag : TEXT_TAGS) {
                dicom.element(tag, "LO", tag == 0x00080018 ? TEXT + slice : TEXT);
            }
            dicom.element(0x00200032, "DS", 0.0, 0.0, slice * 2.0)
                    .element(0x00200037, "DS", 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                    .element(0x00280010, "US", 48)
                    .element(0x00280011, "US", 64)
                    .element(0x00280030, "DS", "0.6\\0.5");
            Files.write(folder.resolve(IN_NAMES + slice), dicom.toFile());
        }
        Files.writeString(
                folder.resolve(IN_NAMES + ".txt"), "long enough to be looked at, and no DICOM file".repeat(5));
    }
}
