package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shape of every output. */
class ScanResultTest {

    private static final List<String> TRIPLES =
            List.of("median", "target", "min", "p0_5", "p10", "p25", "p75", "p90", "p99_5", "max");

    @TempDir
    private Path folder;

    private Path archive;
    private Path out;

    @BeforeEach
    void writeArchive() throws IOException {
        archive = folder.resolve("archive");
        out = folder.resolve("out");
        new TestSeries("1.1").writeTo(archive.resolve("a"));
        new TestSeries("1.2").gap(3).pixelSpacing("0.8\\0.7").writeTo(archive.resolve("b"));
        new TestSeries("1.3").modality("MR").pixelSpacing("").writeTo(archive.resolve("c"));
        new TestSeries("1.4").modality("MR").slices(1).sliceThickness("4").writeTo(archive.resolve("d"));
        Files.writeString(archive.resolve("notes.txt"), "not an image, and long enough not to be taken for one");
    }

    private static List<String> triple(String name) {
        return List.of(name + "_x", name + "_y", name + "_z");
    }

    @Test
    void jsonHasTheDocumentedShape() {
        Map<String, Object> json = Json.object(Cli.out("scan", archive, "--format", "json"));
        assertEquals(
                List.of(
                        "version",
                        "roots",
                        "order",
                        "unit",
                        "axes",
                        "files",
                        "series",
                        "domains",
                        "all",
                        "findings",
                        "elapsedSeconds",
                        "targetRule"),
                List.copyOf(json.keySet()));
        assertEquals(List.of(archive.toString()), json.get("roots"));
        assertEquals("xyz", json.get("order"));
        assertEquals("mm", json.get("unit"));
        Map<String, Object> files = Json.asObject(json.get("files"));
        assertEquals(
                List.of(
                        "seen",
                        "dicom",
                        "notDicom",
                        "noGeometry",
                        "noSeries",
                        "empty",
                        "truncated",
                        "malformed",
                        "unreadable",
                        "nifti"),
                List.copyOf(files.keySet()));
        assertEquals(17L, files.get("seen"));
        assertEquals(16L, files.get("dicom"));
        assertEquals(1L, files.get("notDicom"));
        assertEquals(
                Map.of(
                        "found",
                        4L,
                        "voting",
                        3L,
                        "withoutSpacing",
                        1L,
                        "inCatalogNotOnDisk",
                        0L,
                        "onDiskNotInCatalog",
                        0L),
                json.get("series"));
        assertEquals(1L, Json.asObject(json.get("findings")).get("ESTIMATED"));
        assertTrue((double) json.get("elapsedSeconds") >= 0);
    }

    @Test
    void jsonDomainsHaveTheDocumentedShape() {
        Map<String, Object> json = Json.object(Cli.out("scan", archive, "--format", "json"));
        List<Object> domains = Json.asList(json.get("domains"));
        Map<String, Object> ct = Json.asObject(domains.get(0));
        assertEquals("domain", ct.keySet().iterator().next());
        assertEquals(
                List.of("domain", "series", "voting", "estimated"),
                List.copyOf(ct.keySet()).subList(0, 4));
        assertEquals(TRIPLES, List.copyOf(ct.keySet()).subList(4, 14));
        assertEquals("CT", ct.get("domain"));
        assertEquals(2L, ct.get("series"));
        assertEquals(List.of(0.6, 0.7, 2.5), ct.get("median"));
        assertEquals(List.of(0.5, 0.6, 2L), ct.get("min"));
        assertEquals(List.of(0.7, 0.8, 3L), ct.get("max"));
        assertEquals(List.of(0.52, 0.62, 2.1), ct.get("p10"));
        assertEquals(List.of(0.501, 0.601, 2.005), ct.get("p0_5"));
        Map<String, Object> all = Json.asObject(json.get("all"));
        assertEquals("all", all.get("domain"));
        assertEquals(ct.keySet(), all.keySet());
        assertEquals(4L, all.get("series"));
        assertEquals(1L, all.get("estimated"));
    }

    @Test
    void unknownNumbersAreNullInJsonAndEmptyInCsv() throws IOException {
        new TestSeries("1.5").modality("US").pixelSpacing("").writeTo(archive.resolve("e"));
        Map<String, Object> json = Json.object(Cli.out("scan", archive, "--format", "json", "--out", out));
        Map<String, Object> us = Json.asObject(Json.asList(json.get("domains")).get(2));
        assertEquals("US", us.get("domain"));
        assertEquals(Arrays.asList(null, null, null), us.get("median"));
        assertNull(Json.asList(us.get("p99_5")).get(2));
        Map<String, String> row =
                Csv.by("domain", Csv.rows(out.resolve("domains.csv"))).get("US");
        assertEquals("0", row.get("voting"));
        assertEquals("", row.get("median_x"));
        assertEquals("", row.get("max_z"));
        Map<String, String> series =
                Csv.by("series_uid", Csv.rows(out.resolve("series.csv"))).get("1.5");
        assertEquals("", series.get("x"));
        assertEquals("2", series.get("z"));
    }

    @Test
    void csvIsWhatDomainsCsvHolds() throws IOException {
        String csv = Cli.out("scan", archive, "--format", "csv", "--out", out);
        assertEquals(csv, Files.readString(out.resolve("domains.csv")));
        List<Map<String, String>> rows = Csv.rows(csv);
        assertEquals(
                List.of("CT", "MR"), rows.stream().map(row -> row.get("domain")).toList());
        List<String> header = List.copyOf(rows.get(0).keySet());
        assertEquals(List.of("domain", "series", "voting", "estimated"), header.subList(0, 4));
        assertEquals(TRIPLES.stream().flatMap(name -> triple(name).stream()).toList(), header.subList(4, 34));
        assertEquals("0.6", rows.get(0).get("median_x"));
        assertEquals("0.7", rows.get(0).get("median_y"));
        assertEquals("2.5", rows.get(0).get("median_z"));
        assertFalse(csv.contains("\r"));
    }

    @Test
    void seriesCsvHasTheDocumentedColumns() throws IOException {
        Cli.out("scan", archive, "--out", out);
        List<Map<String, String>> rows = Csv.rows(out.resolve("series.csv"));
        assertEquals(
                "series_uid,domain,status,flags,x,y,z,xy_source,z_source,files,instances,frames,slices,rows,columns,"
                        + "unreadable,modality,manufacturer,model,protocol,folder,plane,obliquity,votes,reason,axes",
                String.join(",", rows.get(0).keySet()));
        assertEquals(
                List.of("1.1", "1.2", "1.3", "1.4"),
                rows.stream().map(row -> row.get("series_uid")).toList());
        assertEquals(
                "1.1,CT,REGULAR,,0.5,0.6,2,pixel-spacing,positions,5,5,5,5,64,64,0,CT,ACME,,,a,axial,0.0,true,,array",
                String.join(",", rows.get(0).values()));
        assertEquals("ESTIMATED", rows.get(3).get("flags"));
        assertEquals("SINGLE_SLICE", rows.get(3).get("status"));
        assertEquals("slice-thickness", rows.get(3).get("z_source"));
        assertEquals("unknown", rows.get(2).get("xy_source"));
    }

    @Test
    void findingsCsvHasTheDocumentedColumnsAndOrder() throws IOException {
        Cli.out("scan", archive, "--out", out);
        List<Map<String, String>> rows = Csv.rows(out.resolve("findings.csv"));
        assertEquals(
                List.of("series_uid", "path", "code", "detail"),
                List.copyOf(rows.get(0).keySet()));
        assertEquals("notes.txt", rows.get(0).get("path"));
        assertEquals("NOT_DICOM", rows.get(0).get("code"));
        assertEquals(
                List.of("", "1.3", "1.4", "1.4"),
                rows.stream().map(row -> row.get("series_uid")).toList());
        assertEquals(
                List.of("NOT_DICOM", "NO_SPACING", "ESTIMATED", "SINGLE_SLICE"),
                rows.stream().map(row -> row.get("code")).toList());
    }

    @Test
    void summaryJsonIsWhatStandardOutputGets() throws IOException {
        String json = Cli.out("scan", archive, "--format", "json", "--out", out);
        assertEquals(json, Files.readString(out.resolve("summary.json")));
    }

    @Test
    void tableShowsEveryDomainThenAll() {
        String table = Cli.out("scan", archive);
        List<String> lines = table.lines().toList();
        assertEquals(" domain  series  voting  estimated    x    y    z", lines.get(0));
        assertEquals(" CT           2       2          0  0.6  0.7  2.5", lines.get(2));
        assertEquals(" MR           2       1          1  0.5  0.6  4.0", lines.get(3));
        assertEquals(" all          4       3          1  0.5  0.6  3.0", lines.get(5));
        assertTrue(
                table.contains("\n medians in mm along the stored array: x between columns, y between rows, z between"
                        + " slices\n"),
                table);
        assertTrue(table.contains("\n files: 16 DICOM, 1 not DICOM\n"), table);
        assertTrue(table.contains("\n series: 1 without a known spacing\n"), table);
        assertTrue(table.contains(" ESTIMATED"), table);
    }

    @Test
    void tableSaysSoWhenNothingVotes(@TempDir Path other) {
        new TestSeries("2.1").pixelSpacing("").writeTo(other);
        String table = Cli.out("scan", other);
        assertTrue(table.contains("no series votes"), table);
        assertTrue(table.lines().anyMatch(line -> line.endsWith("  -  -  -")), table);
    }

    @Test
    void resultFilesReadTheSameInBothOrdersButForTheAxes() throws IOException {
        Map<String, Object> json =
                Json.object(Cli.out("scan", archive, "--order", "zyx", "--format", "json", "--out", out));
        assertEquals("zyx", json.get("order"));
        Map<String, Object> ct = Json.asObject(Json.asList(json.get("domains")).get(0));
        assertEquals(List.of(2.5, 0.7, 0.6), ct.get("median"));
        assertEquals(List.of(2L, 0.6, 0.5), ct.get("min"));
        List<Map<String, String>> domains = Csv.rows(out.resolve("domains.csv"));
        List<String> header = List.copyOf(domains.get(0).keySet());
        assertEquals(List.of("median_z", "median_y", "median_x", "target_z"), header.subList(4, 8));
        assertEquals("2.5", domains.get(0).get("median_z"));
        List<Map<String, String>> series = Csv.rows(out.resolve("series.csv"));
        assertEquals(List.of("x", "y", "z"), List.copyOf(series.get(0).keySet()).subList(4, 7));
        String table = Cli.out("scan", archive, "--order", "zyx");
        assertEquals(
                " domain  series  voting  estimated    z    y    x",
                table.lines().findFirst().orElseThrow());
        assertTrue(table.contains("\n CT           2       2          0  2.5  0.7  0.6\n"), table);
    }
}
