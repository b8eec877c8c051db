package dev.vernier.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.NiftiFile;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.VoxelSpacing;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.Flag;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What nibabel writes is read as nibabel reads it, and what our tests write is NIfTI to nibabel.
 *
 * <p>On Debian: {@code apt-get install python3-nibabel}.
 */
class NibabelTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String PACKAGE = "python3-nibabel";
    private static final Map<String, Double> UNIT_MM = Map.of("meter", 1e3, "mm", 1.0, "micron", 1e-3, "unknown", 1.0);

    @TempDir
    private Path scratch;

    @Test
    void whatNibabelWritesAndReadsIsReadAlike() throws Exception {
        Programs.Run found = Programs.run(PACKAGE, scratch, List.of(PYTHON, "-c", "import nibabel"));
        assumeTrue(found.exit() == 0, () -> "nibabel is not installed: apt-get install " + PACKAGE);
        Path folder = Files.createDirectory(scratch.resolve("files"));
        writeOurs(folder);
        List<String> lines = nibabel(folder);
        SpacingReport report = VoxelSpacing.builder().root(folder).build().scan();
        Map<String, SeriesReport> series = new HashMap<>();
        report.series().forEach(each -> series.put(each.seriesUid(), each));

        int nifti = 0;
        for (String line : lines) {
            String[] fields = line.split(" ");
            if (fields[1].equals("nifti")) {
                nifti++;
                assertAlike(line, fields, series.get(fields[0]));
            }
        }
        int analyze = lines.size() - nifti;
        assertEquals(70 + 8, lines.size());
        assertEquals(10, analyze);
        assertEquals(nifti, report.files(Outcome.NIFTI));
        assertEquals(nifti, series.size());
        // Analyze is refused; images beside headers of either kind are no problem.
        assertEquals(
                analyze,
                report.findings().stream()
                        .filter(finding -> finding.detail().startsWith("an Analyze 7.5 header"))
                        .count());
        assertTrue(
                report.findings().stream().noneMatch(finding -> finding.path().endsWith(".img")));
    }

    private static void assertAlike(String line, String[] fields, SeriesReport ours) {
        double unit = UNIT_MM.get(fields[8]);
        assertEquals(Integer.parseInt(fields[2]), ours.spacing().columns(), line);
        assertEquals(Integer.parseInt(fields[3]), ours.spacing().rows(), line);
        assertEquals(Integer.parseInt(fields[4]), ours.spacing().slices(), line);
        assertSpacing(fields[5], unit, ours.spacing().x(), line);
        assertSpacing(fields[6], unit, ours.spacing().y(), line);
        assertSpacing(fields[7], unit, ours.spacing().z(), line);
        assertEquals(fields[8].equals("unknown"), ours.spacing().flags().contains(Flag.UNIT_ASSUMED), line);
    }

    private static void assertSpacing(String theirs, double unitMm, double ours, String line) {
        if (theirs.equals("nan")) {
            assertTrue(Double.isNaN(ours), line);
        } else {
            double expected = Double.parseDouble(theirs) * unitMm;
            assertEquals(expected, ours, 1e-6 * expected, line);
        }
    }

    private static void writeOurs(Path folder) throws Exception {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            for (int version = 1; version <= 2; version++) {
                String name = "ours" + version + order;
                NiftiFile file = NiftiFile.of(version, order).units(3);
                // datatype and bitpix, which nibabel wants to know: int16
                short16(file, version, order).write(folder.resolve(name + ".nii"));
                file.units(1).write(folder.resolve(name + ".nii.gz"));
            }
        }
    }

    private static NiftiFile short16(NiftiFile file, int version, ByteOrder order) {
        int low = order == ByteOrder.LITTLE_ENDIAN ? 0 : 1;
        int datatypeAt = version == 1 ? 70 : 12;
        return file.put(datatypeAt, 0).put(datatypeAt + low, 4).put(datatypeAt + 2 + low, 16);
    }

    private List<String> nibabel(Path folder) throws Exception {
        Path script = scratch.resolve("nifti_with_nibabel.py");
        try (InputStream source = NibabelTest.class.getResourceAsStream("nifti_with_nibabel.py")) {
            Files.copy(source, script);
        }
        Programs.Run run =
                Programs.run(PACKAGE, scratch, List.of(PYTHON, script.toString(), folder.toString(), "2026"));
        assertEquals(0, run.exit(), Files.readString(run.errors()));
        return Files.readAllLines(run.output());
    }
}
