package dev.vernier.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vernier.Axes;
import dev.vernier.DomainReport;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.cli.console.VisibleText;
import dev.vernier.dicom.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code summary.json}: everything but the single series. Numbers as in CSV, unknown ones null. One thread. */
final class SummaryJson {

    /** In the contract's order, which is not the engine's. */
    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.OK,
            Outcome.NOT_DICOM,
            Outcome.NO_GEOMETRY,
            Outcome.NO_SERIES,
            Outcome.EMPTY,
            Outcome.TRUNCATED,
            Outcome.MALFORMED,
            Outcome.UNREADABLE,
            Outcome.NIFTI);

    private static final int ELAPSED_DECIMALS = 3;

    private final SpacingReport report;
    private final Presentation presentation;
    private final JsonGenerator json;

    private SummaryJson(SpacingReport report, Presentation presentation, JsonGenerator json) {
        this.report = report;
        this.presentation = presentation;
        this.json = json;
    }

    /** The report as a JSON object, ending with a line feed. */
    static String of(SpacingReport report, Presentation presentation, String version) {
        return PrettyJson.of(json -> new SummaryJson(report, presentation, json).write(version));
    }

    private void write(String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", version);
        json.writeArrayFieldStart("roots");
        for (Path root : report.roots()) {
            json.writeString(VisibleText.of(root.toString()));
        }
        json.writeEndArray();
        json.writeStringField("order", presentation.order().label());
        json.writeStringField("unit", "mm");
        json.writeStringField("axes", report.axes().label());
        writeFiles();
        writeSeries();
        json.writeArrayFieldStart("domains");
        for (DomainReport domain : report.domains()) {
            writeDomain(domain);
        }
        json.writeEndArray();
        json.writeFieldName("all");
        writeDomain(report.all());
        writeFindings();
        double seconds = report.cost().elapsed().toNanos() / 1e9;
        json.writeNumberField(
                "elapsedSeconds", BigDecimal.valueOf(seconds).setScale(ELAPSED_DECIMALS, RoundingMode.HALF_EVEN));
        json.writeStringField("targetRule", presentation.target().label());
        json.writeEndObject();
    }

    private void writeFiles() throws IOException {
        json.writeObjectFieldStart("files");
        json.writeNumberField("seen", report.filesSeen());
        for (Outcome outcome : OUTCOMES) {
            json.writeNumberField(outcome.label(), report.files(outcome));
        }
        json.writeEndObject();
    }

    private void writeSeries() throws IOException {
        json.writeObjectFieldStart("series");
        json.writeNumberField("found", report.series().size());
        json.writeNumberField("voting", report.voting());
        json.writeNumberField("withoutSpacing", withoutSpacing(report));
        json.writeNumberField("inCatalogNotOnDisk", report.inCatalogNotOnDisk());
        json.writeNumberField("onDiskNotInCatalog", report.onDiskNotInCatalog());
        json.writeEndObject();
    }

    /** Series of which a spacing is unknown; others that do not vote are not among them. */
    static long withoutSpacing(SpacingReport report) {
        return report.series().stream().filter(SeriesReport::lacksSpacing).count();
    }

    private void writeDomain(DomainReport domain) throws IOException {
        json.writeStartObject();
        json.writeStringField("domain", VisibleText.of(domain.domain()));
        json.writeNumberField("series", domain.series());
        json.writeNumberField("voting", domain.voting());
        json.writeNumberField("estimated", domain.estimated());
        for (DomainTriple triple : DomainTriple.values()) {
            writeTriple(triple.label(), triple.of(domain));
        }
        json.writeBooleanField("tooFew", domain.tooFew());
        json.writeEndObject();
    }

    private void writeTriple(String name, Axes axes) throws IOException {
        json.writeArrayFieldStart(name);
        for (double mm : presentation.order().values(axes)) {
            PrettyJson.writeNumber(json, mm);
        }
        json.writeEndArray();
    }

    private void writeFindings() throws IOException {
        json.writeObjectFieldStart("findings");
        for (Map.Entry<String, Long> count : report.findingCounts().entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }
}
