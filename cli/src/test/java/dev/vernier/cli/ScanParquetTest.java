package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scan --parquet}: series.csv with types. */
class ScanParquetTest {

    @TempDir
    private Path folder;

    private static String asInCsv(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> list) {
            return String.join("|", list.stream().map(String::valueOf).toList());
        }
        return value instanceof Double number ? Numbers.format(number) : value.toString();
    }

    @Test
    void rowsAndColumnsAreThoseOfTheCsvFile() throws IOException {
        Path out = folder.resolve("out");
        Cli.out("scan", SynthArchive.series(), "--out", out, "--parquet");

        List<Map<String, String>> csv = Csv.rows(out.resolve("series.csv"));
        List<Map<String, Object>> parquet = DuckDb.rows(out.resolve("series.parquet"));
        assertTrue(csv.size() > 10);
        assertEquals(csv.size(), parquet.size());
        for (int i = 0; i < csv.size(); i++) {
            assertEquals(
                    List.copyOf(csv.get(i).keySet()), List.copyOf(parquet.get(i).keySet()));
            for (Map.Entry<String, Object> cell : parquet.get(i).entrySet()) {
                String expected = csv.get(i).get(cell.getKey());
                if (cell.getKey().equals("obliquity") && cell.getValue() != null) {
                    assertEquals(Double.parseDouble(expected), (Double) cell.getValue(), 0.0501);
                } else {
                    assertEquals(expected, asInCsv(cell.getValue()), cell.getKey());
                }
            }
        }
    }

    @Test
    void columnsHaveTypesAndUnknownIsNull() {
        new TestSeries("1.1").slices(1).pixelSpacing("0.6\\0.5").writeTo(folder.resolve("a"));
        Path out = folder.resolve("out");
        Cli.out("scan", folder.resolve("a"), "--out", out, "--parquet");

        Map<String, String> types = DuckDb.types(out.resolve("series.parquet"));
        assertEquals("DOUBLE", types.get("x"));
        assertEquals("BIGINT", types.get("files"));
        assertEquals("VARCHAR[]", types.get("flags"));
        assertEquals("DOUBLE", types.get("obliquity"));
        assertEquals("BOOLEAN", types.get("votes"));
        Map<String, Object> series = DuckDb.rows(out.resolve("series.parquet")).get(0);
        assertEquals(0.5, series.get("x"));
        assertEquals(0.6, series.get("y"));
        assertNull(series.get("z"));
        assertNull(series.get("protocol"));
        assertEquals("axial", series.get("plane"));
        assertEquals(0.0, series.get("obliquity"));
        assertEquals(false, series.get("votes"));
        assertEquals("array", series.get("axes"));
    }

    @Test
    void sameArchiveGivesTheSameBytes() throws IOException {
        byte[][] files = new byte[2][];
        for (int run = 0; run < 2; run++) {
            Path out = folder.resolve("out" + run);
            Cli.out("scan", SynthArchive.series(), "--out", out, "--parquet", "--threads", 1 + 3 * run);
            files[run] = Files.readAllBytes(out.resolve("series.parquet"));
        }
        assertArrayEquals(files[0], files[1]);
    }

    @Test
    void withoutAFolderItIsWrongUsage() {
        Cli.Result result = Cli.run("scan", folder, "--parquet");
        assertEquals(ExitStatus.USAGE, result.status());
        assertTrue(result.onlyErrorLine().contains("--parquet needs --out"), result.err());
    }

    @Test
    void itIsWrittenOnlyWhenAskedFor() {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        Cli.out("scan", folder.resolve("a"), "--out", folder.resolve("out"));
        assertFalse(Files.exists(folder.resolve("out/series.parquet")));
    }
}
