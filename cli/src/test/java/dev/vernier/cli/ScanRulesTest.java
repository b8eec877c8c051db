package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that decide where spacings come from and which of them count. */
class ScanRulesTest {

    @TempDir
    private Path folder;

    private Path archive() {
        return folder.resolve("archive");
    }

    /** The row of the only series. */
    private Map<String, String> series(Object... options) throws IOException {
        Path out = folder.resolve("out");
        List<Object> arguments = new ArrayList<>(List.of("scan", archive(), "--out", out));
        arguments.addAll(List.of(options));
        Cli.out(arguments.toArray());
        return Csv.rows(out.resolve("series.csv")).get(0);
    }

    /** The row of the only domain. */
    private Map<String, String> domain(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("scan", archive(), "--format", "csv"));
        arguments.addAll(List.of(options));
        return Csv.rows(Cli.out(arguments.toArray())).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 2, positions",
        "positions, 2, positions",
        "spacing-between-slices, 2.5, spacing-between-slices",
        "slice-thickness, 3, slice-thickness"
    })
    void zComesFromWhereTheRuleSays(String rule, String z, String source) throws IOException {
        new TestSeries("1.1")
                .spacingBetweenSlices("2.5")
                .sliceThickness("3")
                .gap(2)
                .writeTo(archive());
        Map<String, String> series = series("--z", rule);
        assertEquals(z, series.get("z"));
        assertEquals(source, series.get("z_source"));
    }

    @Test
    void detectorSpacingCountsOnlyWhenAskedFor() throws IOException {
        new TestSeries("1.1").pixelSpacing("").imagerPixelSpacing("0.3\\0.2").writeTo(archive());
        assertEquals("", series().get("x"));
        Map<String, String> allowed = series("--detector-spacing");
        assertEquals("0.2", allowed.get("x"));
        assertEquals("0.3", allowed.get("y"));
        assertEquals("imager-pixel-spacing", allowed.get("xy_source"));
        assertEquals("IMAGER_SPACING", allowed.get("flags"));
    }

    @Test
    void estimatedSeriesCountUnlessExcluded() {
        new TestSeries("1.1").gap(2).writeTo(archive());
        new TestSeries("1.2").slices(1).sliceThickness("4").writeTo(archive());
        Map<String, String> included = domain();
        assertEquals("2", included.get("voting"));
        assertEquals("1", included.get("estimated"));
        assertEquals("3", included.get("median_z"));
        Map<String, String> excluded = domain("--exclude-estimated");
        assertEquals("2", excluded.get("series"));
        assertEquals("1", excluded.get("voting"));
        assertEquals("2", excluded.get("median_z"));
    }

    @Test
    void targetFollowsTheFrameworksRules() {
        new TestSeries("1.0").gap(1).writeTo(archive());
        for (int i = 1; i <= 4; i++) {
            new TestSeries("1." + i).gap(5).writeTo(archive());
        }
        assertEquals("5", domain().get("target_z"));
        assertEquals("5", domain("--target", "median").get("target_z"));
        assertEquals("2.6", domain("--target", "nnunet").get("target_z"));
        assertEquals("2.6", domain("--target", "monai").get("target_z"));
        assertEquals("0.5", domain("--target", "monai").get("target_x"));
        assertEquals("5", domain("--target", "monai").get("median_z"));
    }

    @Test
    void tableGetsTargetColumnsUnlessTheTargetIsTheMedian() {
        new TestSeries("1.0").gap(1).writeTo(archive());
        String median = Cli.out("scan", archive());
        assertTrue(median.lines().findFirst().orElseThrow().endsWith("  x    y    z"), median);
        String nnunet = Cli.out("scan", archive(), "--target", "nnunet");
        assertTrue(nnunet.lines().findFirst().orElseThrow().endsWith("nnunet x  nnunet y  nnunet z"), nnunet);
        assertTrue(nnunet.contains("uncropped"), nnunet);
        String monai = Cli.out("scan", archive(), "--target", "monai", "--order", "zyx");
        assertTrue(monai.lines().findFirst().orElseThrow().endsWith("monai z  monai y  monai x"), monai);
    }

    @Test
    void toleranceDecidesWhetherGapsAreOne() throws IOException {
        new TestSeries("1.1").slices(7).gap(2).jitter(0.1).writeTo(archive());
        assertEquals("VARIABLE", series().get("status"));
        assertEquals("REGULAR", series("--gap-tolerance", "0.06").get("status"));
        assertEquals("REGULAR", series("--gap-tolerance-mm", "0.11").get("status"));
    }

    @Test
    void toleranceDecidesWhetherAttributeAndPositionsAgree() throws IOException {
        new TestSeries("1.1").spacingBetweenSlices("2.1").gap(2).writeTo(archive());
        assertEquals("DECLARED_MISMATCH", series().get("flags"));
        assertEquals("", series("--mismatch-tolerance", "0.2").get("flags"));
    }

    @Test
    void toleranceDecidesWhetherPositionsAreOne() throws IOException {
        new TestSeries("1.1").slices(2).gap(2).writeTo(archive());
        assertEquals("2", series().get("slices"));
        assertEquals("1", series("--position-tolerance", "3").get("slices"));
    }

    @Test
    void toleranceDecidesWhetherInPlaneSpacingsAreOfOneStack() throws IOException {
        new TestSeries("1.1")
                .slices(2)
                .pixelSpacing("0.5\\0.4")
                .writeTo(archive().resolve("a"));
        new TestSeries("1.1")
                .slices(5)
                .pixelSpacing("0.501\\0.4")
                .writeTo(archive().resolve("b"));
        assertTrue(series().get("flags").contains("MIXED_GEOMETRY"));
        assertTrue(!series("--stack-tolerance", "0.01").get("flags").contains("MIXED_GEOMETRY"));
    }

    @Test
    void otherTolerancesAreTaken() throws IOException {
        new TestSeries("1.1").writeTo(archive());
        assertEquals(
                "REGULAR",
                series("--orientation-tolerance", "0.01", "--tilt-tolerance", "1e-2")
                        .get("status"));
    }

    @Test
    void fullWalkFindsPositionsBehindThePixels() throws IOException {
        Files.createDirectories(archive());
        for (int slice = 0; slice < 4; slice++) {
            byte[] file = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                    .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                    .element(0x00080018, "UI", "1.1." + slice)
                    .element(0x00180050, "DS", 5.0)
                    .element(0x0020000E, "UI", "1.1")
                    .element(0x00280010, "US", 64)
                    .element(0x00280011, "US", 48)
                    .element(0x00280030, "DS", 0.6, 0.5)
                    .element(0x7FE00010, "OW", new byte[100])
                    .element(0x00200032, "DS", 0.0, 0.0, 2.0 * slice)
                    .element(0x00200037, "DS", 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                    .toFile();
            Files.write(archive().resolve(slice + ".dcm"), file);
        }
        assertEquals("5 slice-thickness", zAndSource());
        assertEquals("2 positions", zAndSource("--full-walk"));
    }

    private String zAndSource(Object... options) throws IOException {
        Map<String, String> series = series(options);
        return series.get("z") + " " + series.get("z_source");
    }
}
