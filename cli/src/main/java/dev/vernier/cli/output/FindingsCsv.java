package dev.vernier.cli.output;

import dev.vernier.Finding;
import java.io.IOException;
import java.io.Writer;

/** {@code findings.csv}: a row for each thing a user should look at, by series and path. Stateless. */
public final class FindingsCsv {

    private FindingsCsv() {}

    /** Writes the findings, which come in their order, and leaves the writer open. */
    public static void write(Iterable<Finding> findings, Writer writer) throws IOException {
        CsvRows rows = new CsvRows(writer);
        rows.add("series_uid", "path", "code", "detail");
        for (Finding finding : findings) {
            rows.add(finding.seriesUid(), finding.path(), finding.code(), finding.detail());
        }
        rows.finish();
    }
}
