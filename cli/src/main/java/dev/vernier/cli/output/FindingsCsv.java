package dev.vernier.cli.output;

import dev.vernier.Finding;
import dev.vernier.SpacingReport;
import java.io.IOException;
import java.io.Writer;

/** {@code findings.csv}: a row for each thing a user should look at, by series and path. Stateless. */
final class FindingsCsv {

    private FindingsCsv() {}

    static void write(SpacingReport report, Writer writer) throws IOException {
        CsvRows rows = new CsvRows(writer);
        rows.add("series_uid", "path", "code", "detail");
        for (Finding finding : report.findings()) {
            rows.add(finding.seriesUid(), finding.path(), finding.code(), finding.detail());
        }
        rows.finish();
    }
}
