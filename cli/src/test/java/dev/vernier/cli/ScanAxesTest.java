package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --axes}: spacings along the stored array, or along the patient. */
class ScanAxesTest {

    @TempDir
    private Path folder;

    private Path archive;

    /** Along R/L, A/P, S/I: 0.8, 0.9, 0.5; 0.4, 0.45, 2; 0.7, 3, 0.6. */
    @BeforeEach
    void writeArchive() {
        archive = folder.resolve("archive");
        new TestSeries("1.1").sagittal().pixelSpacing("0.5\\0.9").gap(0.8).writeTo(archive.resolve("a"));
        new TestSeries("1.2").pixelSpacing("0.45\\0.4").gap(2).writeTo(archive.resolve("b"));
        new TestSeries("1.3").coronal().pixelSpacing("0.6\\0.7").gap(3).writeTo(archive.resolve("c"));
    }

    private void addSeriesWithoutOrientation() {
        new TestSeries("1.4")
                .withoutOrientation()
                .pixelSpacing("7\\6")
                .gap(5)
                .sliceThickness("5")
                .writeTo(archive.resolve("d"));
    }

    private Path scan(Object... options) {
        Path out = folder.resolve("out");
        List<Object> arguments = new ArrayList<>(List.of("scan", archive, "--out", out));
        arguments.addAll(List.of(options));
        Cli.out(arguments.toArray());
        return out;
    }

    private static String xyz(Map<String, String> row) {
        return row.get("x") + " " + row.get("y") + " " + row.get("z");
    }

    @Test
    void sagittalAndAxialSeriesOfOneDomainHaveOneMedianAlongThePatient() throws IOException {
        Path out = scan("--axes", "patient");
        Map<String, Map<String, String>> series = Csv.by("series_uid", Csv.rows(out.resolve("series.csv")));
        assertEquals("0.8 0.9 0.5", xyz(series.get("1.1")));
        assertEquals("0.4 0.45 2", xyz(series.get("1.2")));
        assertEquals("0.7 3 0.6", xyz(series.get("1.3")));
        series.values().forEach(row -> assertEquals("patient", row.get("axes")));
        Map<String, String> domain = Csv.rows(out.resolve("domains.csv")).get(0);
        assertEquals("0.7", domain.get("median_x"));
        assertEquals("0.9", domain.get("median_y"));
        assertEquals("0.6", domain.get("median_z"));
        assertEquals("0.4", domain.get("min_x"));
        assertEquals("3", domain.get("max_y"));
        assertEquals("patient", domain.get("axes"));
        Map<String, Object> json = Json.object(Files.readString(out.resolve("summary.json")));
        assertEquals("patient", json.get("axes"));
        assertEquals("xyz", json.get("order"));
        assertEquals(
                List.of(0.7, 0.9, 0.6),
                Json.asObject(Json.asList(json.get("domains")).get(0)).get("median"));
    }

    @Test
    void theStoredArrayIsTheDefault() throws IOException {
        Path out = scan();
        Map<String, Map<String, String>> series = Csv.by("series_uid", Csv.rows(out.resolve("series.csv")));
        assertEquals("0.9 0.5 0.8", xyz(series.get("1.1")));
        assertEquals("array", series.get("1.1").get("axes"));
        assertEquals("array", Csv.rows(out.resolve("domains.csv")).get(0).get("axes"));
        assertEquals(
                "array",
                Json.object(Files.readString(out.resolve("summary.json"))).get("axes"));
        assertTrue(Cli.out("scan", archive).contains(" medians in mm along the stored array: x between columns"));
    }

    @Test
    void tableIsHeadedByThePatientsAxes() {
        String table = Cli.out("scan", archive, "--axes", "patient");
        assertEquals(
                List.of("domain", "series", "voting", "estimated", "R/L", "A/P", "S/I"),
                List.of(table.lines().findFirst().orElseThrow().strip().split(" +")));
        assertTrue(
                table.contains(
                        "\n medians in mm along the patient: R/L right to left, A/P front to back, S/I head to feet\n"),
                table);
    }

    @Test
    void orderReversesThePatientsAxesToo() throws IOException {
        String table = Cli.out("scan", archive, "--axes", "patient", "--order", "zyx");
        assertTrue(table.lines().findFirst().orElseThrow().endsWith("S/I  A/P  R/L"), table);
        assertTrue(table.contains("patient: S/I head to feet, A/P front to back, R/L right to left"), table);
        Map<String, Object> json =
                Json.object(Cli.out("scan", archive, "--axes", "patient", "--order", "zyx", "--format", "json"));
        assertEquals("zyx", json.get("order"));
        assertEquals(List.of(0.6, 0.9, 0.7), Json.asObject(json.get("all")).get("median"));
        Path out = scan("--axes", "patient", "--order", "zyx");
        assertEquals("0.8 0.9 0.5", xyz(Csv.rows(out.resolve("series.csv")).get(0)), "x, y, z stay in series.csv");
        assertTrue(Files.readString(out.resolve("domains.csv")).contains("median_z,median_y,median_x"));
    }

    @Test
    void aSeriesWithoutOrientationIsListedAsStoredAndDoesNotVote() throws IOException {
        addSeriesWithoutOrientation();
        Path out = scan("--axes", "patient");
        Map<String, String> row =
                Csv.by("series_uid", Csv.rows(out.resolve("series.csv"))).get("1.4");
        assertEquals("6 7 5", xyz(row));
        assertEquals("array", row.get("axes"));
        assertEquals("false", row.get("votes"));
        assertEquals("", row.get("plane"));
        assertEquals("", row.get("obliquity"));
        assertTrue(row.get("reason").contains("no orientation to the patient"), row.get("reason"));
        Map<String, Map<String, String>> findings = Csv.by(
                "code",
                Csv.rows(out.resolve("findings.csv")).stream()
                        .filter(finding -> finding.get("code").startsWith("NO_"))
                        .toList());
        assertEquals(List.of("NO_PATIENT_AXES"), List.copyOf(findings.keySet()));
        Map<String, String> domain = Csv.rows(out.resolve("domains.csv")).get(0);
        assertEquals("4", domain.get("series"));
        assertEquals("3", domain.get("voting"));
        assertEquals("0.7", domain.get("median_x"));
        String table = Cli.out("scan", archive, "--axes", "patient");
        assertTrue(table.contains("\n series: 1 without an orientation to the patient\n"), table);
        assertFalse(Cli.out("scan", archive).contains("without an orientation"));
    }

    @Test
    void planesMakeDomainsOfTheirOwn() throws IOException {
        Path out = scan("--domain", "Modality,plane");
        assertEquals(
                List.of("CT | axial: 0.4", "CT | coronal: 0.7", "CT | sagittal: 0.9"),
                Csv.rows(out.resolve("domains.csv")).stream()
                        .map(row -> row.get("domain") + ": " + row.get("median_x"))
                        .toList());
        Map<String, String> row = Csv.rows(out.resolve("series.csv")).get(0);
        assertEquals("sagittal", row.get("plane"));
        assertEquals("0.0", row.get("obliquity"));
    }

    @Test
    void aColumnCalledPlaneWins() throws IOException {
        Path catalog = Files.writeString(
                folder.resolve("c.csv"), "SeriesInstanceUID,plane\n1.1,oblique\n1.2,oblique\n1.3,oblique\n");
        String csv = Cli.out("scan", archive, "--catalog", catalog, "--domain", "plane", "--format", "csv");
        assertEquals("oblique", Csv.rows(csv).get(0).get("domain"));
        String found = Cli.out("scan", archive, "--catalog", catalog, "--domain", "series:plane", "--format", "csv");
        assertEquals("axial", Csv.rows(found).get(0).get("domain"));
    }

    @Test
    void sameArchiveGivesTheSameBytesAlongThePatient() throws IOException {
        addSeriesWithoutOrientation();
        List<String> names = List.of("series.csv", "domains.csv", "findings.csv", "report.html", "series.parquet");
        List<byte[]> first = new ArrayList<>();
        for (int threads : new int[] {1, 4}) {
            Path out = scan("--axes", "patient", "--parquet", "--threads", threads);
            for (int i = 0; i < names.size(); i++) {
                byte[] bytes = Files.readAllBytes(out.resolve(names.get(i)));
                if (threads == 1) {
                    first.add(bytes);
                } else {
                    assertArrayEquals(first.get(i), bytes, names.get(i));
                }
            }
        }
        Map<String, Object> row =
                DuckDb.rows(folder.resolve("out/series.parquet")).get(0);
        assertEquals(0.8, row.get("x"));
        assertEquals(0.9, row.get("y"));
        assertEquals(0.5, row.get("z"));
        assertEquals("patient", row.get("axes"));
    }

    @Test
    void otherWordsAreWrongUsage() {
        Cli.Result result = Cli.run("scan", archive, "--axes", "RAS");
        assertEquals(ExitStatus.USAGE, result.status());
        assertTrue(result.onlyErrorLine().contains("'RAS' is not one of array, patient"), result.err());
    }

    @Test
    void inspectShowsThePlaneAndBothOrders() {
        String text = Cli.out("inspect", archive, "--series", "1.1");
        assertTrue(text.contains("x 0.9, y 0.5, z 0.8 mm"), text);
        assertTrue(text.contains("sagittal, 0.0 degrees oblique"), text);
        assertTrue(text.contains("R/L 0.8, A/P 0.9, S/I 0.5 mm"), text);
        Map<String, Object> series = Json.asObject(
                Json.asList(Json.object(Cli.out("inspect", archive, "--series", "1.1", "--format", "json"))
                                .get("series"))
                        .get(0));
        assertEquals("sagittal", series.get("plane"));
        assertEquals("array", series.get("axes"));
        assertEquals("zxy", series.get("patientAxes"));
        assertEquals(List.of(0.9, 0.5, 0.8), series.get("spacing"));
        assertEquals(List.of(0.8, 0.9, 0.5), series.get("patientSpacing"));
    }
}
