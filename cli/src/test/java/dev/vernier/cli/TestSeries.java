package dev.vernier.cli;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A series of CT slices with what a test wants it to have: by default five slices, x 0.5, y 0.6, z 2. */
final class TestSeries {

    private final String uid;
    private int slices = 5;
    private double gapMm = 2;
    private double jitterMm;
    private String pixelSpacing = "0.6\\0.5";
    private String imagerPixelSpacing = "";
    private String sliceThickness = "";
    private String spacingBetweenSlices = "";
    private String modality = "CT";
    private String manufacturer = "ACME";
    private String protocol = "";
    private String cosines = "1\\0\\0\\0\\1\\0";
    private int along = 2;

    TestSeries(String uid) {
        this.uid = uid;
    }

    TestSeries slices(int count) {
        slices = count;
        return this;
    }

    TestSeries gap(double mm) {
        gapMm = mm;
        return this;
    }

    /** Every second gap is longer by this. */
    TestSeries jitter(double mm) {
        jitterMm = mm;
        return this;
    }

    /** Row spacing (y), backslash, column spacing (x); empty for none. */
    TestSeries pixelSpacing(String value) {
        pixelSpacing = value;
        return this;
    }

    TestSeries imagerPixelSpacing(String value) {
        imagerPixelSpacing = value;
        return this;
    }

    TestSeries sliceThickness(String value) {
        sliceThickness = value;
        return this;
    }

    TestSeries spacingBetweenSlices(String value) {
        spacingBetweenSlices = value;
        return this;
    }

    TestSeries modality(String value) {
        modality = value;
        return this;
    }

    TestSeries manufacturer(String value) {
        manufacturer = value;
        return this;
    }

    TestSeries protocol(String value) {
        protocol = value;
        return this;
    }

    /** Rows from front to back, columns from head to feet, slices along R/L. */
    TestSeries sagittal() {
        cosines = "0\\1\\0\\0\\0\\-1";
        along = 0;
        return this;
    }

    /** Rows from right to left, columns from head to feet, slices along A/P. */
    TestSeries coronal() {
        cosines = "1\\0\\0\\0\\0\\-1";
        along = 1;
        return this;
    }

    /** No image says how it lies to the patient. */
    TestSeries withoutOrientation() {
        cosines = "";
        return this;
    }

    /** Writes a file for each slice into the folder, which is made if need be. */
    void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            double z = 0;
            for (int slice = 0; slice < slices; slice++) {
                Files.write(folder.resolve(uid + "." + slice + ".dcm"), file(slice, z));
                z += gapMm + (slice % 2 == 0 ? 0 : jitterMm);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One slice as a file. */
    byte[] file(int slice, double positionMm) {
        DicomBytes dicom = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
                .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .element(0x00080018, "UI", uid + "." + slice)
                .element(0x00080060, "CS", modality)
                .element(0x00080070, "LO", manufacturer);
        unlessEmpty(dicom, 0x00180050, "DS", sliceThickness);
        unlessEmpty(dicom, 0x00180088, "DS", spacingBetweenSlices);
        unlessEmpty(dicom, 0x00181030, "LO", protocol);
        unlessEmpty(dicom, 0x00181164, "DS", imagerPixelSpacing);
        dicom.element(0x0020000D, "UI", "1.2.3")
                .element(0x0020000E, "UI", uid)
                .element(
                        0x00200032,
                        "DS",
                        along == 0 ? positionMm : 0.0,
                        along == 1 ? positionMm : 0.0,
                        along == 2 ? positionMm : 0.0);
        unlessEmpty(dicom, 0x00200037, "DS", cosines);
        dicom.element(0x00280010, "US", 64).element(0x00280011, "US", 64);
        unlessEmpty(dicom, 0x00280030, "DS", pixelSpacing);
        return dicom.toFile();
    }

    private static void unlessEmpty(DicomBytes dicom, int tag, String vr, String value) {
        if (!value.isEmpty()) {
            dicom.element(tag, vr, value);
        }
    }
}
