package dev.vernier.cli.output;

import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.cli.parquet.ParquetCells;
import dev.vernier.cli.parquet.ParquetColumn;
import dev.vernier.cli.parquet.ParquetFile;
import dev.vernier.cli.parquet.ParquetType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * {@code series.parquet}: the rows and columns of {@code series.csv}, typed. What is not known is missing; numbers are
 * not rounded; text is as the files have it, since no terminal obeys it here. Stateless.
 */
final class SeriesParquet {

    private SeriesParquet() {}

    static void write(SpacingReport report, String createdBy, OutputStream out) throws IOException {
        List<ParquetColumn> columns =
                SeriesTable.COLUMNS.stream().map(SeriesParquet::column).toList();
        ParquetFile file = new ParquetFile(out, columns, createdBy);
        for (SeriesReport series : report.series()) {
            for (int i = 0; i < columns.size(); i++) {
                fill(file.cells(i), SeriesTable.COLUMNS.get(i), series);
            }
            file.endRow();
        }
        file.finish();
    }

    private static ParquetColumn column(SeriesTable.Column column) {
        if (column instanceof SeriesTable.Flags) {
            return ParquetColumn.listOf(column.name(), ParquetType.TEXT);
        }
        if (column instanceof SeriesTable.Decimal) {
            return ParquetColumn.of(column.name(), ParquetType.DOUBLE);
        }
        if (column instanceof SeriesTable.Truth) {
            return ParquetColumn.of(column.name(), ParquetType.BOOLEAN);
        }
        return ParquetColumn.of(
                column.name(), column instanceof SeriesTable.Count ? ParquetType.LONG : ParquetType.TEXT);
    }

    private static void fill(ParquetCells cells, SeriesTable.Column column, SeriesReport series) {
        if (column instanceof SeriesTable.Flags flags) {
            flags.values(series).forEach(cells::add);
        } else if (column instanceof SeriesTable.Decimal number && Double.isFinite(number.value(series))) {
            cells.add(number.value(series));
        } else if (column instanceof SeriesTable.Truth truth) {
            cells.add(truth.value().test(series));
        } else if (column instanceof SeriesTable.Count count && count.isKnown(series)) {
            cells.add(count.value(series));
        } else if (column instanceof SeriesTable.Text text && !text.text(series).isEmpty()) {
            cells.add(text.text(series));
        }
    }
}
