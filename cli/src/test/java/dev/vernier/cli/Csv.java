package dev.vernier.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads CSV back. */
final class Csv {

    private Csv() {}

    /** Every row by its header's names. */
    static List<Map<String, String>> rows(String text) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            return csv.stream()
                    .map(row -> (Map<String, String>) new LinkedHashMap<>(row.getFieldsAsMap()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<Map<String, String>> rows(Path file) throws IOException {
        return rows(Files.readString(file));
    }

    /** Every row by the value of one of its columns. */
    static Map<String, Map<String, String>> by(String column, List<Map<String, String>> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.get(column), Function.identity()));
    }
}
