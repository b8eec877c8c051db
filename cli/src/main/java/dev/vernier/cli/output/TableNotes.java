package dev.vernier.cli.output;

import dev.vernier.AxisSystem;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.Target;
import dev.vernier.cli.console.Paint;
import dev.vernier.cli.report.OutcomeWords;
import dev.vernier.dicom.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands below the table: units, and what was not as it should be. Stateless. */
final class TableNotes {

    private static final int MAX_FINDINGS = 4;
    private static final String INDENT = " ";

    private TableNotes() {}

    /** The notes, each a line. */
    static String of(SpacingReport report, Presentation presentation, Paint paint) {
        List<String> notes = new ArrayList<>();
        notes.add(axes(report.axes(), presentation.order()));
        addTarget(presentation, notes);
        if (report.domains().stream().anyMatch(domain -> domain.tooFew())
                || report.all().tooFew()) {
            notes.add(paint.odd("* fewer than " + count(presentation.minDomain()) + " voting series"));
        }
        notes.add("files: " + files(report));
        addSeries(report, notes);
        if (!report.findingCounts().isEmpty()) {
            notes.add(paint.odd("findings: ") + findings(report.findingCounts()));
        }
        return notes.stream().map(note -> INDENT + note + "\n").collect(Collectors.joining("", "\n", ""));
    }

    private static String axes(AxisSystem system, AxisOrder order) {
        return switch (system) {
            case ARRAY ->
                "medians in mm along the stored array: "
                        + String.join(", ", order.arrange("x between columns", "y between rows", "z between slices"));
            case PATIENT ->
                "medians in mm along the patient: "
                        + String.join(
                                ", ", order.arrange("R/L right to left", "A/P front to back", "S/I head to feet"));
        };
    }

    private static void addTarget(Presentation presentation, List<String> notes) {
        if (presentation.target() == Target.NNUNET) {
            notes.add("nnunet: the target spacing by nnU-Net's rule, from the sizes of uncropped images");
        } else if (presentation.target() == Target.MONAI) {
            notes.add("monai: the target spacing by MONAI Auto3DSeg's rule");
        }
    }

    private static String files(SpacingReport report) {
        List<String> parts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (report.files(outcome) > 0) {
                parts.add(count(report.files(outcome)) + " " + OutcomeWords.of(outcome));
            }
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    private static void addSeries(SpacingReport report, List<String> notes) {
        List<String> parts = new ArrayList<>();
        add(SummaryJson.withoutSpacing(report), "without a known spacing", parts);
        add(report.series().stream().filter(SeriesReport::isImplausible).count(), "with an implausible spacing", parts);
        add(
                report.series().stream().filter(SeriesReport::lacksPatientAxes).count(),
                "without an orientation to the patient",
                parts);
        add(report.inCatalogNotOnDisk(), "in the catalog but not on disk", parts);
        add(report.onDiskNotInCatalog(), "on disk but not in the catalog", parts);
        if (!parts.isEmpty()) {
            notes.add("series: " + String.join(", ", parts));
        }
        if (report.voting() == 0 && !report.series().isEmpty()) {
            notes.add("no series votes, so no median is known: series.csv and findings.csv (--out DIR) say why");
        }
    }

    private static void add(long number, String words, List<String> parts) {
        if (number > 0) {
            parts.add(count(number) + " " + words);
        }
    }

    private static String findings(Map<String, Long> counts) {
        String most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_FINDINGS)
                .map(entry -> count(entry.getValue()) + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        int left = counts.size() - MAX_FINDINGS;
        return left > 0 ? most + ", and " + left + (left == 1 ? " other kind" : " other kinds") : most;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
