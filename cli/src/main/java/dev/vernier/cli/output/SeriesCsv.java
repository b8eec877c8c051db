package dev.vernier.cli.output;

import dev.vernier.Numbers;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** {@code series.csv}: a row for each series, by UID. The columns x, y, z keep this order, whatever the order elsewhere. Stateless. */
final class SeriesCsv {

    private static final List<String> HEADER = List.of(
            "series_uid",
            "domain",
            "status",
            "flags",
            "x",
            "y",
            "z",
            "xy_source",
            "z_source",
            "files",
            "instances",
            "frames",
            "slices",
            "rows",
            "columns",
            "unreadable",
            "modality",
            "manufacturer",
            "model",
            "protocol",
            "folder");

    private SeriesCsv() {}

    static void write(SpacingReport report, Writer writer) throws IOException {
        CsvRows rows = new CsvRows(writer);
        rows.add(HEADER);
        for (SeriesReport series : report.series()) {
            rows.add(row(series));
        }
        rows.finish();
    }

    private static List<String> row(SeriesReport series) {
        SeriesSpacing spacing = series.spacing();
        return List.of(
                series.seriesUid(),
                series.domain(),
                spacing.status().name(),
                spacing.flags().stream().map(Flag::name).sorted().collect(Collectors.joining("|")),
                Numbers.format(spacing.x()),
                Numbers.format(spacing.y()),
                Numbers.format(spacing.z()),
                spacing.xySource().label(),
                spacing.zSource().label(),
                String.valueOf(spacing.files()),
                String.valueOf(spacing.instances()),
                String.valueOf(spacing.frames()),
                known(spacing.slices(), 0),
                known(spacing.rows(), 1),
                known(spacing.columns(), 1),
                String.valueOf(series.unreadable()),
                series.modality(),
                series.manufacturer(),
                series.model(),
                series.protocol(),
                series.folder());
    }

    /** The number, or nothing where it is below the least one that can be: then the engine does not know it. */
    private static String known(int value, int least) {
        return value < least ? "" : String.valueOf(value);
    }
}
