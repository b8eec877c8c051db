package dev.vernier.cli.output;

import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import java.io.IOException;
import java.io.Writer;

/** {@code series.csv}: a row for each series, by UID. Stateless. */
final class SeriesCsv {

    private SeriesCsv() {}

    static void write(SpacingReport report, Writer writer) throws IOException {
        CsvRows rows = new CsvRows(writer);
        rows.add(SeriesTable.COLUMNS.stream().map(SeriesTable.Column::name).toList());
        for (SeriesReport series : report.series()) {
            rows.add(SeriesTable.COLUMNS.stream()
                    .map(column -> column.text(series))
                    .toList());
        }
        rows.finish();
    }
}
