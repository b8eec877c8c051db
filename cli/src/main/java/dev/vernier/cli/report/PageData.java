package dev.vernier.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vernier.DomainReport;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.Status;
import dev.vernier.geometry.ZSource;
import dev.vernier.stats.Quantiles;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the page's scripts draw from, as one JSON object. Used once, by one thread. */
final class PageData {

    private static final double[] BOX = {0.005, 0.25, 0.5, 0.75, 0.995};

    private final SpacingReport report;
    private final PageSettings settings;
    private final PageLimits limits;
    private final DrawnDomains drawn;

    PageData(SpacingReport report, PageSettings settings, PageLimits limits) {
        this.report = report;
        this.settings = settings;
        this.limits = limits;
        this.drawn = new DrawnDomains(report, limits.drawnDomains());
    }

    void writeTo(Writer writer) throws IOException {
        JsonColumns columns = JsonColumns.to(writer);
        JsonGenerator json = columns.json();
        json.writeStartObject();
        columns.text("axes", report.axes().label());
        columns.texts("axisNames", report.axes().names(), name -> name);
        columns.text("targetRule", settings.target().label());
        writeVocabulary(columns);
        writeDomains(columns);
        columns.integers("drawn", drawn.groups(), DrawnDomains.Group::domain);
        writeMeasures(columns);
        writeBreakdowns(columns);
        new DeclaredDistances(report.series()).writeTo(columns);
        SeriesColumns series = new SeriesColumns(report, limits.series());
        series.writeTo(columns);
        new FindingColumns(report, series.rows(), limits.findings()).writeTo(columns);
        json.writeEndObject();
        json.close();
    }

    /** Names and what they mean, in the order of their numbers elsewhere. */
    private static void writeVocabulary(JsonColumns columns) throws IOException {
        List<Status> statuses = List.of(Status.values());
        columns.texts("statuses", statuses, Status::name);
        columns.texts("statusMeanings", statuses, Status::meaning);
        List<Flag> flags = List.of(Flag.values());
        columns.texts("flags", flags, Flag::name);
        columns.texts("flagMeanings", flags, Flag::meaning);
        columns.texts("zSources", List.of(ZSource.values()), ZSource::label);
    }

    private void writeDomains(JsonColumns columns) throws IOException {
        List<DomainReport> domains = report.domains();
        JsonGenerator json = columns.json();
        json.writeObjectFieldStart("domains");
        columns.texts("name", domains, DomainReport::domain);
        columns.integers("series", domains, DomainReport::series);
        columns.integers("voting", domains, DomainReport::voting);
        columns.decimals("x", domains, domain -> domain.target().x());
        columns.decimals("y", domains, domain -> domain.target().y());
        columns.decimals("z", domains, domain -> domain.target().z());
        json.writeEndObject();
        columns.decimals("allTarget", report.all().target().toArray());
    }

    private void writeMeasures(JsonColumns columns) throws IOException {
        JsonGenerator json = columns.json();
        json.writeArrayFieldStart("measures");
        for (Measure measure : Measure.values()) {
            writeMeasure(measure, columns);
        }
        json.writeEndArray();
    }

    private void writeMeasure(Measure measure, JsonColumns columns) throws IOException {
        JsonGenerator json = columns.json();
        double[] all = measure.values(drawn.groups().get(0));
        json.writeStartObject();
        columns.text("label", measure.label(report.axes()));
        columns.text("unit", measure.unit());
        if (all.length > 0) {
            double least = Arrays.stream(all).min().orElseThrow();
            double greatest = Arrays.stream(all).max().orElseThrow();
            Binning binning = Binning.of(least, greatest, measure.whole());
            writeBinning(binning, columns);
            json.writeArrayFieldStart("groups");
            for (DrawnDomains.Group group : drawn.groups()) {
                writeGroup(measure.values(group), binning, columns);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** At full precision: bins that are drawn and bins that were counted must be the same. */
    static void writeBinning(Binning binning, JsonColumns columns) throws IOException {
        columns.json().writeBooleanField("log", binning.logarithmic());
        columns.json().writeNumberField("start", binning.start());
        columns.json().writeNumberField("width", binning.width());
    }

    private static void writeGroup(double[] values, Binning binning, JsonColumns columns) throws IOException {
        JsonGenerator json = columns.json();
        json.writeStartObject();
        json.writeNumberField("count", values.length);
        columns.integers("bins", binning.counts(values));
        columns.decimals("box", values.length == 0 ? new double[0] : Quantiles.quantiles(values, BOX));
        json.writeEndObject();
    }

    private void writeBreakdowns(JsonColumns columns) throws IOException {
        writeBreakdown(
                "statusCounts",
                Status.values(),
                columns,
                value -> series -> series.spacing().status() == value);
        writeBreakdown(
                "flagCounts",
                Flag.values(),
                columns,
                value -> series -> series.spacing().flags().contains(value));
        writeBreakdown(
                "zSourceCounts",
                ZSource.values(),
                columns,
                value -> series -> series.spacing().zSource() == value);
    }

    private <T> void writeBreakdown(
            String name, T[] values, JsonColumns columns, Function<T, Predicate<SeriesReport>> has) throws IOException {
        columns.json().writeArrayFieldStart(name);
        for (DrawnDomains.Group group : drawn.groups()) {
            int[] counts = Arrays.stream(values)
                    .map(has)
                    .mapToInt(test -> (int) group.series().stream().filter(test).count())
                    .toArray();
            columns.json().writeArray(counts, 0, counts.length);
        }
        columns.json().writeEndArray();
    }
}
