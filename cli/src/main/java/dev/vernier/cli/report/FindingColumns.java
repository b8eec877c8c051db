package dev.vernier.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vernier.Finding;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of findings, column by column. Immutable. */
final class FindingColumns {

    private final SpacingReport report;
    private final List<Finding> rows;
    private final List<SeriesReport> series;
    private final Map<String, Integer> seriesRows = new HashMap<>();

    FindingColumns(SpacingReport report, List<SeriesReport> series, int limit) {
        this.report = report;
        this.series = series;
        this.rows = RowChoice.evenly(report.findings(), limit);
        series.forEach(row -> seriesRows.put(row.seriesUid(), seriesRows.size()));
    }

    void writeTo(JsonColumns columns) throws IOException {
        JsonGenerator json = columns.json();
        json.writeObjectFieldStart("findings");
        json.writeNumberField(
                "total",
                report.findingCounts().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        columns.repeatedTexts("code", rows, Finding::code);
        columns.repeatedTexts("detail", rows, Finding::detail);
        columns.integers("series", rows, finding -> seriesRows.getOrDefault(finding.seriesUid(), -1));
        columns.repeatedTexts("uid", rows, finding -> isListed(finding) ? "" : finding.seriesUid());
        columns.repeatedTexts("path", rows, finding -> isSeriesFolder(finding) ? "" : finding.path());
        json.writeEndObject();
    }

    /** Then the table of series holds its UID. */
    private boolean isListed(Finding finding) {
        return seriesRows.containsKey(finding.seriesUid());
    }

    /** Then the table of series holds its path as well. */
    private boolean isSeriesFolder(Finding finding) {
        Integer row = seriesRows.get(finding.seriesUid());
        return row != null && series.get(row).folder().equals(finding.path());
    }
}
