package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that would like to be more than names. */
class HostileTextTest {

    private static final String ESCAPE = "\u001b[2J";
    private static final String OVERRIDE = "\u202e";

    @TempDir
    private Path folder;

    private Path archive;
    private Path catalog;
    private Path out;

    @BeforeEach
    void writeArchive() throws IOException {
        archive = folder.resolve("archive");
        catalog = folder.resolve("catalog.csv");
        out = folder.resolve("out");
        new TestSeries("1.1").manufacturer("=1+1").writeTo(archive.resolve("line\nbreak" + ESCAPE));
        Files.writeString(catalog, "SeriesInstanceUID,Group\n1.1,\"a\n" + ESCAPE + OVERRIDE + "b\"\n");
    }

    private Cli.Result scan(Object... format) {
        return Cli.run("scan", archive, "--catalog", catalog, "--domain", "Group", "--out", out, "--format", format[0]);
    }

    private static void assertNothingActive(String text) {
        assertTrue(
                text.chars()
                        .allMatch(c -> c == '\n' || c >= ' ' && c != 0x7f && Character.getType(c) != Character.FORMAT),
                text);
    }

    @Test
    void noOutputObeysAName() throws IOException {
        for (String format : List.of("table", "json", "csv")) {
            assertNothingActive(scan(format).out());
        }
        for (String file : List.of("domains.csv", "series.csv", "findings.csv", "summary.json", "report.html")) {
            assertNothingActive(Files.readString(out.resolve(file)));
        }
    }

    @Test
    void namesStayReadableAndEqualInAllOutputs() throws IOException {
        String shown = "a\\u000a\\u001b[2J\\u202eb";
        Map<String, Object> json = Json.object(scan("json").out());
        assertEquals(
                shown, Json.asObject(Json.asList(json.get("domains")).get(0)).get("domain"));
        assertEquals(shown, Csv.rows(out.resolve("domains.csv")).get(0).get("domain"));
        Map<String, String> series = Csv.rows(out.resolve("series.csv")).get(0);
        assertEquals(shown, series.get("domain"));
        assertEquals("line\\u000abreak\\u001b[2J", series.get("folder"));
        assertTrue(scan("table").out().contains(shown));
    }

    @Test
    void namesThatAreNoTextAreShownByTheirBytes() throws Exception {
        Path plain = folder.resolve("plain");
        new TestSeries("1.2").writeTo(plain);
        Process making = new ProcessBuilder(
                        "sh",
                        "-c",
                        "d=$(printf '%s/odd\\377\\303\\244' \"$0\") && mv \"$1\" \"$d\" && : >\"$d/$(printf 'x\\374')\"",
                        archive.toString(),
                        plain.toString())
                .inheritIO()
                .start();
        assertEquals(0, making.waitFor());
        String table = Cli.out("scan", archive, "--domain", "folder:1", "--out", out);

        assertTrue(table.contains(" odd\\xFFä "), table);
        assertEquals(
                List.of("line\\u000abreak\\u001b[2J", "odd\\xFFä"),
                Csv.rows(out.resolve("series.csv")).stream()
                        .map(row -> row.get("folder"))
                        .toList());
        assertTrue(
                Csv.rows(out.resolve("findings.csv")).stream()
                        .anyMatch(row -> row.get("path").equals("odd\\xFFä/x\\xFC")
                                && row.get("code").equals("EMPTY")),
                Files.readString(out.resolve("findings.csv")));
    }

    @Test
    void formulasStayTheTextTheyAre() throws IOException {
        scan("csv");
        assertEquals("=1+1", Csv.rows(out.resolve("series.csv")).get(0).get("manufacturer"));
    }

    @Test
    void errorsAreOneLineWhateverTheArgument() {
        Cli.Result result = Cli.run("scan", folder.resolve("no\nsuch" + ESCAPE));
        assertEquals(ExitStatus.FAILED, result.status());
        assertNothingActive(result.onlyErrorLine());
        assertNothingActive(Cli.run("scan", "--no\nsuch" + ESCAPE).onlyErrorLine());
    }
}
