package dev.vernier.cli.output;

import dev.vernier.SeriesReport;
import java.io.IOException;
import java.io.Writer;

/** {@code series.csv}: a row for each series, by UID. Stateless. */
public final class SeriesCsv {

    private SeriesCsv() {}

    /** Writes the series, which come by UID, and leaves the writer open. */
    public static void write(Iterable<SeriesReport> reports, Writer writer) throws IOException {
        CsvRows rows = new CsvRows(writer);
        rows.add(SeriesTable.COLUMNS.stream().map(SeriesTable.Column::name).toList());
        for (SeriesReport series : reports) {
            rows.add(SeriesTable.COLUMNS.stream()
                    .map(column -> column.text(series))
                    .toList());
        }
        rows.finish();
    }
}
