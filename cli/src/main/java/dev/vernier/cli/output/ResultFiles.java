package dev.vernier.cli.output;

import dev.vernier.SpacingReport;
import dev.vernier.cli.console.Paint;
import dev.vernier.cli.report.HtmlReport;
import dev.vernier.cli.report.PageSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A report in all forms. Each is made when it is asked for. One thread. */
public final class ResultFiles {

    private final SpacingReport report;
    private final Presentation presentation;
    private final String version;

    public ResultFiles(SpacingReport report, Presentation presentation, String version) {
        this.report = report;
        this.presentation = presentation;
        this.version = version;
    }

    /** What goes to standard output, ending with a line feed; only a table has colours. */
    public String text(ResultFormat format, Paint paint) {
        return switch (format) {
            case TABLE -> DomainTable.of(report, presentation, paint) + TableNotes.of(report, presentation, paint);
            case JSON -> json();
            case CSV -> csv();
        };
    }

    /**
     * Writes all result files and makes them appear together.
     *
     * @param parquet whether series.parquet is among them
     * @throws IOException naming what could not be written; then nothing has changed
     */
    public void writeTo(ResultFolder folder, boolean parquet) throws IOException {
        folder.write("domains.csv", writer -> DomainsCsv.write(report.domains(), presentation.order(), writer));
        folder.write("series.csv", writer -> SeriesCsv.write(report.series(), writer));
        if (parquet) {
            folder.writeBytes("series.parquet", out -> SeriesParquet.write(report, "vernier " + version, out));
        }
        folder.write("findings.csv", writer -> FindingsCsv.write(report.findings(), writer));
        folder.write("summary.json", writer -> writer.write(json()));
        folder.write("report.html", writer -> HtmlReport.write(report, pageSettings(), writer));
        folder.publish();
    }

    private PageSettings pageSettings() {
        return new PageSettings(presentation.order().axes(), presentation.target(), presentation.minDomain(), version);
    }

    private String json() {
        return SummaryJson.of(report, presentation, version);
    }

    private String csv() {
        StringWriter text = new StringWriter();
        try {
            DomainsCsv.write(report.domains(), presentation.order(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // cannot be: the text is in memory
        }
        return text.toString();
    }
}
