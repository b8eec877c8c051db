package dev.vernier.spark;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes CT slices whose x and y differ. */
final class Slices {

    private static final double Z_MM = 1.25;

    private final String series;
    private String manufacturer = "ACME";
    private boolean sagittal;

    Slices(String series) {
        this.series = series;
    }

    Slices manufacturer(String name) {
        manufacturer = name;
        return this;
    }

    /** Rows from front to back, columns from head to feet, slices along R/L. */
    Slices sagittal() {
        sagittal = true;
        return this;
    }

    /** Writes slices from one number up to another into a folder, which is made if need be. */
    Slices write(Path folder, int from, int to) throws IOException {
        Files.createDirectories(folder);
        for (int slice = from; slice < to; slice++) {
            Files.write(folder.resolve(slice + ".dcm"), file(slice));
        }
        return this;
    }

    byte[] file(int slice) {
        return new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(0x00080005, "CS", "ISO_IR 192")
                .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .element(0x00080018, "UI", series + "." + slice)
                .element(0x00080060, "CS", "CT")
                .element(0x00080070, "LO", manufacturer.getBytes(StandardCharsets.UTF_8))
                .element(0x0020000E, "UI", series)
                .element(0x00200032, "DS", sagittal ? slice * Z_MM : -10.0, 20.0, sagittal ? 0.0 : slice * Z_MM)
                .element(0x00200037, "DS", sagittal ? "0\\1\\0\\0\\0\\-1" : "1\\0\\0\\0\\1\\0")
                .element(0x00280010, "US", 40)
                .element(0x00280011, "US", 30)
                .element(0x00280030, "DS", 0.7, 0.5)
                .element(0x7FE00010, "OW", new byte[2])
                .toFile();
    }
}
