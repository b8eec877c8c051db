package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that decide which series belong together. */
class ScanDomainsTest {

    @TempDir
    private Path folder;

    private Path archive;
    private Path catalog;

    @BeforeEach
    void writeArchive() {
        archive = folder.resolve("archive");
        catalog = folder.resolve("catalog.csv");
        new TestSeries("1.1").manufacturer("SIEMENS").protocol("Head").writeTo(archive.resolve("north/one"));
        new TestSeries("1.2").manufacturer("Siemens ").protocol("Neck").writeTo(archive.resolve("north/two"));
        new TestSeries("1.3").modality("MR").manufacturer("GE").writeTo(archive.resolve("south"));
    }

    private List<String> domains(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("scan", archive, "--format", "csv"));
        arguments.addAll(List.of(options));
        return Csv.rows(Cli.out(arguments.toArray())).stream()
                .map(row -> row.get("domain") + ": " + row.get("series"))
                .toList();
    }

    private void writeCatalog(String... lines) throws IOException {
        Files.write(catalog, List.of(lines));
    }

    @Test
    void modalityIsTheDefault() {
        assertEquals(List.of("CT: 2", "MR: 1"), domains());
    }

    @Test
    void attributesAreComparedWithoutCase() {
        assertEquals(List.of("CT | SIEMENS: 2", "MR | GE: 1"), domains("--domain", "Modality,Manufacturer"));
    }

    @Test
    void attributesMayBeGivenByNumber() {
        assertEquals(List.of("(none): 1", "Head: 1", "Neck: 1"), domains("--domain", "(0018,1030)"));
    }

    @Test
    void foldersMakeDomains() {
        assertEquals(List.of("north: 2", "south: 1"), domains("--domain", "folder:1"));
        assertEquals(List.of("(none): 1", "one: 1", "two: 1"), domains("--domain", "folder:2"));
    }

    @Test
    void catalogColumnsMakeDomainsAndWinOverAttributes() throws IOException {
        writeCatalog("SeriesInstanceUID,Modality", "1.1,CTA", "1.2,MRA", "1.3,MRA");
        assertEquals(List.of("CTA: 1", "MRA: 2"), domains("--catalog", catalog, "--domain", "Modality"));
        assertEquals(List.of("CTA: 1", "MRA: 2"), domains("--catalog", catalog, "--domain", "catalog:Modality"));
        assertEquals(List.of("CT: 2", "MR: 1"), domains("--catalog", catalog, "--domain", "dicom:Modality"));
    }

    @Test
    void seriesColumnMayHaveAnotherName() throws IOException {
        writeCatalog("Group,uid", "a,1.1", "b,1.2", "b,1.3");
        assertEquals(
                List.of("a: 1", "b: 2"), domains("--catalog", catalog, "--series-column", "uid", "--domain", "Group"));
    }

    @Test
    void seriesOnOneSideOnlyAreCountedAndListed() throws IOException {
        writeCatalog("SeriesInstanceUID,Group", "1.1,a", "1.2,a", "9.9,b");
        Path out = folder.resolve("out");
        Map<String, Object> json = Json.object(
                Cli.out("scan", archive, "--catalog", catalog, "--domain", "Group", "--format", "json", "--out", out));
        Map<String, Object> series = Json.asObject(json.get("series"));
        assertEquals(1L, series.get("inCatalogNotOnDisk"));
        assertEquals(1L, series.get("onDiskNotInCatalog"));
        Map<String, Map<String, String>> findings = Csv.by("code", Csv.rows(out.resolve("findings.csv")));
        assertEquals("9.9", findings.get("IN_CATALOG_NOT_ON_DISK").get("series_uid"));
        assertEquals("1.3", findings.get("ON_DISK_NOT_IN_CATALOG").get("series_uid"));
        String table = Cli.out("scan", archive, "--catalog", catalog, "--domain", "Group");
        assertTrue(table.contains("1 in the catalog but not on disk, 1 on disk but not in the catalog"), table);
    }

    @Test
    void smallDomainsAreFlaggedEverywhere() throws IOException {
        Path out = folder.resolve("out");
        Map<String, Object> json =
                Json.object(Cli.out("scan", archive, "--min-domain", 2, "--format", "json", "--out", out));
        List<Object> domains = Json.asList(json.get("domains"));
        assertEquals(false, Json.asObject(domains.get(0)).get("tooFew"));
        assertEquals(true, Json.asObject(domains.get(1)).get("tooFew"));
        assertEquals(1L, Json.asObject(json.get("findings")).get("SMALL_DOMAIN"));
        assertEquals("true", Csv.rows(out.resolve("domains.csv")).get(1).get("too_few"));
        String table = Cli.out("scan", archive, "--min-domain", 2);
        assertTrue(table.contains(" MR           1      1* "), table);
        assertTrue(table.contains("\n * fewer than 2 voting series\n"), table);
        assertTrue(!Cli.out("scan", archive).contains("*"));
    }

    @Test
    void unknownNameInTheExpressionIsWrongUsage() {
        Cli.Result result = Cli.run("scan", archive, "--domain", "Modality,Colour");
        assertEquals(ExitStatus.USAGE, result.status());
        assertTrue(result.onlyErrorLine().contains("'Colour'"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void semicolonsInTheCatalogAreExplainedByItsHeader() throws IOException {
        writeCatalog("SeriesInstanceUID;Modality", "1.1;CTA");
        Cli.Result result = Cli.run("scan", archive, "--catalog", catalog);
        assertEquals(ExitStatus.FAILED, result.status());
        String line = result.onlyErrorLine();
        assertTrue(line.contains("SeriesInstanceUID;Modality") && line.contains("semicolons"), line);
    }

    @Test
    void missingSeriesColumnIsExplainedByTheHeader() throws IOException {
        writeCatalog("Series,Modality", "1.1,CTA");
        String line = Cli.run("scan", archive, "--catalog", catalog).onlyErrorLine();
        assertTrue(line.contains("'SeriesInstanceUID'") && line.contains("Series,Modality"), line);
    }

    @Test
    void missingCatalogFails() {
        Cli.Result result = Cli.run("scan", archive, "--catalog", folder.resolve("nowhere.csv"));
        assertEquals(ExitStatus.FAILED, result.status());
        assertTrue(result.onlyErrorLine().contains("nowhere.csv"), result.err());
    }

    @Test
    void namesOfAnyScriptStandInLine() throws IOException {
        Files.write(
                catalog,
                List.of("SeriesInstanceUID,Group", "1.1,K\u00f6ln", "1.2,\u982d\u90e8", "1.3,plain"),
                StandardCharsets.UTF_8);
        List<String> lines = Cli.out("scan", archive, "--catalog", catalog, "--domain", "Group")
                .lines()
                .toList();
        assertEquals(" K\u00f6ln         1       1          0  0.5  0.6  2.0", lines.get(2));
        assertEquals(" plain        1       1          0  0.5  0.6  2.0", lines.get(3));
        assertEquals(" \u982d\u90e8         1       1          0  0.5  0.6  2.0", lines.get(4));
    }
}
