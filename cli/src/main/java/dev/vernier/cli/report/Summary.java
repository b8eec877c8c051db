package dev.vernier.cli.report;

import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import dev.vernier.DomainReport;
import dev.vernier.Numbers;
import dev.vernier.SpacingReport;
import dev.vernier.Target;
import dev.vernier.cli.console.VisibleText;
import dev.vernier.dicom.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the page says without any script, as the template names it. Numbers are text. Immutable.
 *
 * @param name of the folders that were scanned, without where they lie
 * @param version this program's
 * @param series found
 * @param domains found
 * @param voting series that count in the medians
 * @param conspicuous series that have a status or flag to look at
 * @param filesSeen files looked at
 * @param files what became of them, in words
 * @param axes names of the axes, in the order shown
 * @param inOrder names of the first, second and third axis, whatever order is shown
 * @param patient whether spacings are along the patient's axes, not the stored array's
 * @param hasTargets whether the targets are other than the medians
 * @param targetRule how targets follow from the spacings
 * @param tooFew what a star means, empty if there is none
 * @param rows a row for each domain, those with most series first, then one for all
 * @param moreDomains how many domains are not shown, empty if all are
 * @param scanners a row for each model
 * @param moreScanners how many models are not shown, empty if all are
 * @param catalog how many series are on one side only, in words, empty if none
 */
record Summary(
        String name,
        String version,
        String series,
        String domains,
        String voting,
        String conspicuous,
        String filesSeen,
        String files,
        List<String> axes,
        AxisNames inOrder,
        boolean patient,
        boolean hasTargets,
        String targetRule,
        String tooFew,
        List<Row> rows,
        String moreDomains,
        List<Scanners.Row> scanners,
        String moreScanners,
        String catalog) {

    /** What the axes are called. */
    record AxisNames(String x, String y, String z) {}

    /** One number with the name of its axis. */
    record Cell(String axis, String value) {}

    /**
     * One domain.
     *
     * @param kind a style class
     */
    record Row(
            String kind,
            String name,
            String series,
            String voting,
            String estimated,
            List<Cell> median,
            List<Cell> target) {}

    static Summary of(SpacingReport report, PageSettings settings, PageLimits limits) {
        List<DomainReport> shown = report.domains().stream()
                .sorted(Comparator.comparing(DomainReport::series).reversed().thenComparing(DomainReport::domain))
                .limit(limits.domains())
                .toList();
        List<Row> rows = new ArrayList<>();
        shown.forEach(domain -> rows.add(row(domain, "domain", VisibleText.of(domain.domain()), settings)));
        rows.add(row(report.all(), "all", "all series", settings));
        boolean star =
                shown.stream().anyMatch(DomainReport::tooFew) || report.all().tooFew();
        List<Scanners.Row> scanners = Scanners.rows(report, settings);
        List<String> names = report.axes().names();
        return new Summary(
                name(report.roots()),
                settings.version(),
                count(report.series().size()),
                count(report.domains().size()),
                count(report.voting()),
                count(report.series().stream().filter(RowChoice::isConspicuous).count()),
                count(report.filesSeen()),
                files(report),
                settings.names(report.axes()),
                new AxisNames(names.get(0), names.get(1), names.get(2)),
                report.axes() == AxisSystem.PATIENT,
                settings.target() != Target.MEDIAN,
                rule(settings.target()),
                star ? "* fewer than " + count(settings.minDomain()) + " voting series" : "",
                rows,
                more(report.domains().size() - shown.size()),
                scanners.stream().limit(limits.scanners()).toList(),
                more(scanners.size() - limits.scanners()),
                catalog(report));
    }

    private static String name(List<Path> roots) {
        return roots.stream()
                .map(root -> root.toAbsolutePath().normalize().getFileName())
                .map(name -> name == null ? "/" : VisibleText.of(name.toString()))
                .collect(Collectors.joining(", "));
    }

    private static String rule(Target target) {
        return switch (target) {
            case MEDIAN -> "the median of each axis";
            case NNUNET -> "nnU-Net’s rule, from the sizes of uncropped images";
            case MONAI -> "MONAI Auto3DSeg’s rule";
        };
    }

    private static Row row(DomainReport domain, String kind, String name, PageSettings settings) {
        return new Row(
                kind,
                name,
                count(domain.series()),
                count(domain.voting()) + (domain.tooFew() ? "*" : ""),
                count(domain.estimated()),
                cells(domain.spacing().median(), settings, domain.axes()),
                cells(domain.target(), settings, domain.axes()));
    }

    static List<Cell> cells(Axes axes, PageSettings settings, AxisSystem system) {
        return settings.axes().stream()
                .map(PageSettings::index)
                .map(axis -> new Cell(system.names().get(axis), length(axes.toArray()[axis])))
                .toList();
    }

    /** Lengths look like lengths: 5.0, not 5. */
    private static String length(double mm) {
        String number = Numbers.formatLength(mm);
        return number.isEmpty() ? "–" : number;
    }

    private static String files(SpacingReport report) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> report.files(outcome) > 0)
                .map(outcome -> count(report.files(outcome)) + " " + OutcomeWords.of(outcome))
                .collect(Collectors.joining(", "));
    }

    private static String catalog(SpacingReport report) {
        List<String> parts = new ArrayList<>();
        if (report.inCatalogNotOnDisk() > 0) {
            parts.add(count(report.inCatalogNotOnDisk()) + " series are in the catalog but not on disk");
        }
        if (report.onDiskNotInCatalog() > 0) {
            parts.add(count(report.onDiskNotInCatalog()) + " series are on disk but not in the catalog");
        }
        return String.join(", ", parts);
    }

    private static String more(int number) {
        return number > 0 ? count(number) : "";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
