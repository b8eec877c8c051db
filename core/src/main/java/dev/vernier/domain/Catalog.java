package dev.vernier.domain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.vernier.dicom.SimilarNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a byte order mark, windows-1252 where it is no UTF-8) that says something about series:
 * a header row, one row a series, the series named by its UID in one of the columns. Immutable.
 */
public final class Catalog {

    private static final int MAX_HEADER_SHOWN = 200;
    /** What spreadsheets write where they do not write UTF-8. */
    private static final Charset SPREADSHEET_CHARSET = Charset.forName("windows-1252");

    private final List<String> columns;
    private final Map<String, List<String>> rows;
    private final Set<String> repeated;
    private final Set<String> contradicted;
    private final long rowsWithoutSeries;

    private Catalog(
            List<String> columns,
            Map<String, List<String>> rows,
            Set<String> repeated,
            Set<String> contradicted,
            long rowsWithoutSeries) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.repeated = Collections.unmodifiableSet(repeated);
        this.contradicted = Collections.unmodifiableSet(contradicted);
        this.rowsWithoutSeries = rowsWithoutSeries;
    }

    /** Where the bytes of a catalog come from. */
    @FunctionalInterface
    public interface Content {

        /**
         * A stream of all bytes, from the first one each time.
         *
         * @throws IOException if they cannot be read
         */
        InputStream open() throws IOException;
    }

    /**
     * Reads a catalog.
     *
     * @param seriesColumn header of the column that holds the SeriesInstanceUID
     * @throws CatalogException if the file is no such CSV, or has no such column; it names the header that was seen
     * @throws IOException if the file cannot be read
     */
    public static Catalog read(Path file, String seriesColumn) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such catalog file");
        }
        return read(file.toString(), () -> Files.newInputStream(file), seriesColumn);
    }

    /** As above, a catalog of this name that is no file here. */
    public static Catalog read(String name, Content content, String seriesColumn) throws IOException {
        try (CsvReader<CsvRecord> reader = open(content)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw new CatalogException("catalog " + name + " is empty: a header row is needed");
            }
            List<String> header =
                    records.next().getFields().stream().map(String::strip).toList();
            return readRows(records, header, seriesIndex(name, header, seriesColumn));
        } catch (CsvParseException e) {
            throw new CatalogException("catalog " + name + " is not a CSV file: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Short and long rows are data; a quote that is never closed would swallow all rows behind it, and is an error. */
    private static CsvReader<CsvRecord> open(Content content) throws IOException {
        Charset charset = isUtf8(content) ? StandardCharsets.UTF_8 : SPREADSHEET_CHARSET;
        return CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(content.open(), charset);
    }

    private static boolean isUtf8(Content content) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        char[] chunk = new char[1 << 13];
        try (Reader reader = new InputStreamReader(content.open(), strict)) {
            while (reader.read(chunk) >= 0) {
                // Decoding is the test.
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int seriesIndex(String name, List<String> header, String seriesColumn) throws CatalogException {
        int index = header.indexOf(seriesColumn);
        if (index >= 0) {
            return index;
        }
        String seen = String.join(",", header);
        String shown = seen.length() > MAX_HEADER_SHOWN ? seen.substring(0, MAX_HEADER_SHOWN) + "..." : seen;
        throw new CatalogException("catalog " + name + " has no column '" + seriesColumn + "' (its header is: " + shown
                + "); " + advice(header, seen, seriesColumn));
    }

    private static String advice(List<String> header, String seen, String seriesColumn) {
        if (seen.contains(";")) {
            return "fields must be separated by commas, not semicolons";
        }
        if (seen.contains("\t")) {
            return "fields must be separated by commas, not tabs";
        }
        List<String> similar = SimilarNames.of(seriesColumn, header);
        return similar.isEmpty()
                ? "name the column that holds the series UIDs"
                : "did you mean " + String.join(" or ", similar) + "?";
    }

    private static Catalog readRows(Iterator<CsvRecord> records, List<String> header, int seriesIndex) {
        Map<String, List<String>> rows = new HashMap<>();
        Set<String> repeated = new TreeSet<>();
        Set<String> contradicted = new TreeSet<>();
        long withoutSeries = 0;
        while (records.hasNext()) {
            List<String> row = padded(records.next().getFields(), header.size());
            String series = row.get(seriesIndex);
            if (series.isEmpty()) {
                withoutSeries++;
                continue;
            }
            List<String> first = rows.putIfAbsent(series, row);
            if (first != null) {
                repeated.add(series);
                if (!first.equals(row)) {
                    contradicted.add(series);
                }
            }
        }
        return new Catalog(header, rows, repeated, contradicted, withoutSeries);
    }

    private static List<String> padded(List<String> fields, int width) {
        List<String> row = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            row.add(i < fields.size() ? fields.get(i).strip() : "");
        }
        return row;
    }

    /** Index of a column, -1 if there is none of this name. */
    public int column(String name) {
        return columns.indexOf(name);
    }

    /** The header row. */
    public List<String> columns() {
        return columns;
    }

    /** All series the catalog names. */
    public Set<String> series() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    /** Whether the catalog names this series. */
    public boolean contains(String seriesUid) {
        return rows.containsKey(seriesUid);
    }

    /** A field of the series' first row, empty if the catalog does not name it. */
    public String value(String seriesUid, int column) {
        List<String> row = rows.get(seriesUid);
        return row == null ? "" : row.get(column);
    }

    /** Series that have more than one row; the first one counts. */
    public Set<String> repeated() {
        return repeated;
    }

    /** Series whose rows differ; the first one counts. */
    public Set<String> contradicted() {
        return contradicted;
    }

    /** Rows whose series field is empty. */
    public long rowsWithoutSeries() {
        return rowsWithoutSeries;
    }
}
