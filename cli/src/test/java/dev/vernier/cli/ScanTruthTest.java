package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The right answer, and the same bytes however it is found. */
class ScanTruthTest {

    private static final List<String> TABLES = List.of("domains.csv", "series.csv", "findings.csv");

    @TempDir
    private Path folder;

    private Path scan(String name, Path root, Object... options) {
        Path out = folder.resolve(name);
        List<Object> arguments = new ArrayList<>(List.of("scan", root, "--catalog", SynthArchive.catalog()));
        arguments.addAll(List.of("--domain", "Modality", "--out", out));
        arguments.addAll(List.of(options));
        Cli.out(arguments.toArray());
        return out;
    }

    private static void assertSameTables(Path expected, Path actual) throws IOException {
        for (String table : TABLES) {
            assertArrayEquals(
                    Files.readAllBytes(expected.resolve(table)), Files.readAllBytes(actual.resolve(table)), table);
        }
    }

    @Test
    void everySeriesAndEveryDomainIsRight() throws IOException {
        Path out = scan("out", SynthArchive.series());
        Map<String, Map<String, String>> series = Csv.by("series_uid", Csv.rows(out.resolve("series.csv")));
        List<Map<String, String>> truth = Csv.rows(SynthArchive.truth());
        assertEquals(truth.size(), series.size());
        for (Map<String, String> right : truth) {
            Map<String, String> found = series.get(right.get("series_uid"));
            for (String column : List.of("domain", "x", "y", "z", "status")) {
                assertEquals(right.get(column), found.get(column), column + " of " + right);
            }
        }
        Map<String, Map<String, String>> domains = Csv.by("domain", Csv.rows(out.resolve("domains.csv")));
        List<Map<String, String>> truthDomains = Csv.rows(SynthArchive.truthDomains());
        assertEquals(truthDomains.size(), domains.size());
        for (Map<String, String> right : truthDomains) {
            Map<String, String> found = domains.get(right.get("domain"));
            for (String column : List.of("series", "voting")) {
                assertEquals(right.get(column), found.get(column));
            }
            for (String axis : List.of("x", "y", "z")) {
                assertEquals(right.get(axis), found.get("median_" + axis));
            }
        }
    }

    @Test
    void theMediansAreThoseOfTheReference() {
        List<String> medians = Csv.rows(
                        Cli.out("scan", SynthArchive.series(), "--catalog", SynthArchive.catalog(), "--format", "csv"))
                .stream()
                .map(row -> row.get("domain") + " " + row.get("median_x") + " " + row.get("median_y") + " "
                        + row.get("median_z"))
                .toList();
        assertEquals(
                List.of(
                        "CTA 0.46875 0.46875 0.8",
                        "MRA 0.410156 0.410156 0.6",
                        "MRI T1post 0.5 0.5 1.2",
                        "MRI T2 0.5 0.5 5"),
                medians);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 32})
    void theNumberOfThreadsChangesNoByte(int threads) throws IOException {
        Path expected = scan("one", SynthArchive.series(), "--threads", 1);
        assertSameTables(expected, scan("many", SynthArchive.series(), "--threads", threads));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mapped", "positioned"})
    void theWayOfReadingChangesNoByte(String read) throws IOException {
        Path expected = scan("auto", SynthArchive.series(), "--read", "auto");
        assertSameTables(expected, scan(read, SynthArchive.series(), "--read", read));
    }

    @Test
    void theOrderOfFilesOnDiskChangesNoByte() throws IOException {
        Path shuffled = shuffledCopy(SynthArchive.series());
        assertSameTables(scan("original", SynthArchive.series()), scan("copy", shuffled));
    }

    @Test
    void summariesDifferInTheTimeOnly() throws IOException {
        String one = Files.readString(scan("one", SynthArchive.series()).resolve("summary.json"));
        String two = Files.readString(scan("two", SynthArchive.series()).resolve("summary.json"));
        assertEquals(withoutTime(one), withoutTime(two));
        assertTrue(one.contains("\"elapsedSeconds\": "));
    }

    private static String withoutTime(String json) {
        return json.lines().filter(line -> !line.contains("elapsedSeconds")).collect(Collectors.joining("\n"));
    }

    /** The same names and bytes, made in another order, which is the order most file systems list them in. */
    private Path shuffledCopy(Path original) throws IOException {
        Path copy = folder.resolve("shuffled");
        List<Path> files;
        try (Stream<Path> all = Files.walk(original)) {
            files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
        }
        Collections.shuffle(files, new Random(3));
        for (Path file : files) {
            Path target = copy.resolve(original.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.createLink(target, file);
        }
        return copy;
    }
}
