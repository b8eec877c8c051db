package dev.vernier.cli.parquet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.cli.DuckDb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what DuckDB reads. */
class ParquetFileTest {

    private static final List<ParquetColumn> COLUMNS = List.of(
            ParquetColumn.of("text", ParquetType.TEXT),
            ParquetColumn.of("double", ParquetType.DOUBLE),
            ParquetColumn.of("int", ParquetType.INT),
            ParquetColumn.of("long", ParquetType.LONG),
            ParquetColumn.of("date", ParquetType.DATE),
            ParquetColumn.listOf("texts", ParquetType.TEXT),
            ParquetColumn.listOf("doubles", ParquetType.DOUBLE));

    @TempDir
    private Path folder;

    private interface Rows {
        void writeTo(ParquetFile file) throws IOException;
    }

    private static byte[] bytes(Rows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParquetFile file = new ParquetFile(out, COLUMNS, "test");
        rows.writeTo(file);
        file.finish();
        return out.toByteArray();
    }

    private Path write(Rows rows) throws IOException {
        return Files.write(folder.resolve("file.parquet"), bytes(rows));
    }

    @Test
    void everyTypeComesBackAsItself() throws IOException {
        Path written = write(file -> {
            file.cells(0).add("0.6\\0.5");
            file.cells(1).add(0.6);
            file.cells(2).add(Integer.MIN_VALUE);
            file.cells(3).add(Long.MAX_VALUE);
            file.cells(4).add((int) LocalDate.of(1899, 12, 31).toEpochDay());
            file.cells(5).add("a");
            file.cells(5).add("b");
            file.cells(6).add(0.6);
            file.cells(6).add(0.5);
            file.endRow();
        });

        assertEquals(
                Map.of(
                        "text", "VARCHAR",
                        "double", "DOUBLE",
                        "int", "INTEGER",
                        "long", "BIGINT",
                        "date", "DATE",
                        "texts", "VARCHAR[]",
                        "doubles", "DOUBLE[]"),
                DuckDb.types(written));
        assertEquals(
                List.of(
                        "0.6\\0.5",
                        0.6,
                        Integer.MIN_VALUE,
                        Long.MAX_VALUE,
                        LocalDate.of(1899, 12, 31),
                        List.of("a", "b"),
                        List.of(0.6, 0.5)),
                List.copyOf(DuckDb.rows(written).get(0).values()));
    }

    @Test
    void whatIsMissingIsNullAndElementsOfListsCanBeMissing() throws IOException {
        Path written = write(file -> {
            file.endRow();
            file.cells(6).addMissing();
            file.cells(6).add(0.5);
            file.endRow();
        });

        List<Map<String, Object>> rows = DuckDb.rows(written);
        rows.get(0).forEach((name, value) -> assertNull(value, name));
        assertEquals(Arrays.asList(null, 0.5), rows.get(1).get("doubles"));
    }

    @Test
    void fileWithoutRowsKeepsItsColumns() throws IOException {
        Path written = write(file -> {});
        assertEquals(7, DuckDb.types(written).size());
        assertEquals(List.of(), DuckDb.rows(written));
    }

    @Test
    void hostileTextStaysTheTextItIs() throws IOException {
        List<String> texts =
                List.of("\u0000", "\u001b[2J", "=1+1", "'; DROP TABLE x; --", "Müller^Jürgen\uD83D\uDE00", "\n\r\t\"");
        Path written = write(file -> {
            for (String text : texts) {
                file.cells(0).add(text);
                file.cells(5).add(text);
                file.cells(5).add("");
                file.endRow();
            }
        });

        List<Map<String, Object>> rows = DuckDb.rows(written);
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), rows.get(i).get("text"));
            assertEquals(List.of(texts.get(i), ""), rows.get(i).get("texts"));
        }
    }

    @Test
    void manyRowsOfRandomValuesComeBackInOrder() throws IOException {
        List<Double> numbers = new ArrayList<>();
        List<List<String>> lists = new ArrayList<>();
        Path written = write(file -> fillAtRandom(file, 150_000, numbers, lists));

        assertTrue((long) DuckDb.query("SELECT count(DISTINCT row_group_id) AS groups FROM parquet_metadata('"
                                + DuckDb.quoted(written) + "')")
                        .get(0)
                        .get("groups")
                > 1);
        List<Map<String, Object>> rows = DuckDb.rows(written);
        assertEquals(numbers, rows.stream().map(row -> row.get("double")).toList());
        assertEquals(lists, rows.stream().map(row -> row.get("texts")).toList());
    }

    private static void fillAtRandom(ParquetFile file, int rows, List<Double> numbers, List<List<String>> lists)
            throws IOException {
        Random random = new Random(7);
        for (int row = 0; row < rows; row++) {
            Double number = random.nextInt(4) == 0 ? null : random.nextDouble();
            List<String> list = new ArrayList<>();
            for (int left = random.nextInt(4); left > 0; left--) {
                list.add("1.2.840." + random.nextInt(random.nextBoolean() ? 9 : Integer.MAX_VALUE));
            }
            if (number != null) {
                file.cells(1).add(number);
            }
            list.forEach(file.cells(5)::add);
            file.endRow();
            numbers.add(number);
            lists.add(list.isEmpty() ? null : list);
        }
    }

    @Test
    void sameRowsGiveTheSameBytes() throws IOException {
        Rows rows = file -> fillAtRandom(file, 20_000, new ArrayList<>(), new ArrayList<>());
        assertArrayEquals(bytes(rows), bytes(rows));
    }

    @Test
    void boundsOfAColumnAreInTheMetadata() throws IOException {
        Path written = write(file -> {
            for (double number : new double[] {0.6, 0.5, 0.7}) {
                file.cells(1).add(number);
                file.endRow();
            }
        });
        Map<String, Object> bounds = DuckDb.query("SELECT stats_min_value, stats_max_value, stats_null_count "
                        + "FROM parquet_metadata('" + DuckDb.quoted(written) + "') WHERE path_in_schema = 'double'")
                .get(0);
        assertEquals(List.of("0.5", "0.7", 0L), List.copyOf(bounds.values()));
    }

    @Test
    void secondValueInARowIsForListsOnly() throws IOException {
        ParquetFile file = new ParquetFile(new ByteArrayOutputStream(), COLUMNS, "test");
        file.cells(1).add(0.6);
        assertThrows(IllegalStateException.class, () -> file.cells(1).add(0.5));
        assertThrows(IllegalStateException.class, () -> file.cells(0).addMissing());
        assertFalse(COLUMNS.get(0).list());
    }
}
