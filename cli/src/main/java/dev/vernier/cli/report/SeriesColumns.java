package dev.vernier.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vernier.DomainReport;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The table of series, column by column; rows are ordered by UID. Immutable. */
final class SeriesColumns {

    private final SpacingReport report;
    private final List<SeriesReport> rows;

    SeriesColumns(SpacingReport report, int limit) {
        this.report = report;
        this.rows = RowChoice.series(report.series(), limit);
    }

    /** The series that are in the table. */
    List<SeriesReport> rows() {
        return rows;
    }

    void writeTo(JsonColumns columns) throws IOException {
        Map<String, Integer> domains = new HashMap<>();
        for (DomainReport domain : report.domains()) {
            domains.put(domain.domain(), domains.size());
        }
        JsonGenerator json = columns.json();
        json.writeObjectFieldStart("series");
        json.writeNumberField("total", report.series().size());
        columns.texts("uid", rows, SeriesReport::seriesUid);
        columns.integers("domain", rows, series -> domains.get(series.domain()));
        columns.integers("votes", rows, series -> series.votes() ? 1 : 0);
        columns.integers("unreadable", rows, SeriesReport::unreadable);
        columns.repeatedTexts("modality", rows, SeriesReport::modality);
        columns.repeatedTexts("manufacturer", rows, SeriesReport::manufacturer);
        columns.repeatedTexts("model", rows, SeriesReport::model);
        columns.repeatedTexts("protocol", rows, SeriesReport::protocol);
        columns.repeatedTexts("folder", rows, SeriesReport::folder);
        columns.repeatedTexts("reason", rows, SeriesReport::reason);
        columns.repeatedTexts("plane", rows, series -> series.spacing().plane().label());
        columns.repeatedTexts(
                "xySource", rows, series -> series.spacing().xySource().label());
        integers(columns, "zSource", spacing -> spacing.zSource().ordinal());
        integers(columns, "status", spacing -> spacing.status().ordinal());
        integers(columns, "flags", SeriesColumns::bits);
        integers(columns, "files", SeriesSpacing::files);
        integers(columns, "instances", SeriesSpacing::instances);
        integers(columns, "frames", SeriesSpacing::frames);
        integers(columns, "rows", SeriesSpacing::rows);
        integers(columns, "columns", SeriesSpacing::columns);
        integers(columns, "slices", SeriesSpacing::slices);
        integers(columns, "repeats", SeriesSpacing::repeats);
        columns.integers("asStored", rows, series -> series.reportedAxes() == report.axes() ? 0 : 1);
        columns.decimals("x", rows, series -> series.reportedSpacing().x());
        columns.decimals("y", rows, series -> series.reportedSpacing().y());
        columns.decimals("z", rows, series -> series.reportedSpacing().z());
        decimals(columns, "obliquity", spacing -> Math.rint(spacing.obliquityDegrees() * 10) / 10);
        decimals(columns, "extent", SeriesSpacing::extentMm);
        decimals(columns, "tilt", SeriesSpacing::tiltDegrees);
        decimals(columns, "declaredSpacing", SeriesSpacing::declaredSpacingMm);
        decimals(columns, "declaredThickness", SeriesSpacing::declaredThicknessMm);
        decimals(columns, "measured", SeriesSpacing::measuredSpacingMm);
        json.writeEndObject();
    }

    private void integers(JsonColumns columns, String name, ToLongFunction<SeriesSpacing> number) throws IOException {
        columns.integers(name, rows, series -> number.applyAsLong(series.spacing()));
    }

    private void decimals(JsonColumns columns, String name, ToDoubleFunction<SeriesSpacing> number) throws IOException {
        columns.decimals(name, rows, series -> number.applyAsDouble(series.spacing()));
    }

    /** Bit n is set for the flag with number n. */
    private static long bits(SeriesSpacing spacing) {
        long bits = 0;
        for (Flag flag : spacing.flags()) {
            bits |= 1L << flag.ordinal();
        }
        return bits;
    }
}
