package dev.vernier;

import dev.vernier.domain.Catalog;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.Status;
import dev.vernier.scan.ArchiveTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what a user should look at. One thread. */
public final class Findings {

    static final String NOT_ON_DISK = "IN_CATALOG_NOT_ON_DISK";
    static final String NOT_IN_CATALOG = "ON_DISK_NOT_IN_CATALOG";
    private static final String REPEATED_ROW = "CATALOG_ROW_REPEATED";
    private static final String CONTRADICTED_ROW = "CATALOG_ROWS_DIFFER";
    private static final String ROW_WITHOUT_SERIES = "CATALOG_ROW_WITHOUT_SERIES";
    private static final String NO_SPACING = "NO_SPACING";
    private static final String NO_PATIENT_AXES = "NO_PATIENT_AXES";
    private static final String SMALL_DOMAIN = "SMALL_DOMAIN";
    private static final String UNREADABLE_FILES = "UNREADABLE_FILES";

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    private void add(String seriesUid, String path, String code, String detail) {
        findings.add(new Finding(seriesUid, path, code, detail));
        counts.merge(code, 1L, Long::sum);
    }

    /** Files and folders; listed up to the scan's bound, counted in full. */
    public void addProblems(ArchiveTally tally) {
        tally.problems()
                .forEach(problem -> findings.add(new Finding("", problem.path(), problem.code(), problem.detail())));
        tally.problemCounts().forEach((code, count) -> counts.merge(code, count, Long::sum));
    }

    /** What there is to say about one series: one finding for one cause. */
    public void addSeries(SeriesReport series) {
        SeriesSpacing spacing = series.spacing();
        boolean sameReason = spacing.status() == Status.UNKNOWN && series.lacksSpacing();
        if (spacing.status() != Status.REGULAR && !sameReason) {
            boolean explained =
                    spacing.status() == Status.UNKNOWN && !spacing.reason().isEmpty();
            String detail = explained ? spacing.reason() : spacing.status().meaning();
            add(series.seriesUid(), series.folder(), spacing.status().name(), detail);
        }
        if (series.lacksSpacing()) {
            add(series.seriesUid(), series.folder(), NO_SPACING, spacing.reason());
        }
        if (series.lacksPatientAxes()) {
            add(series.seriesUid(), series.folder(), NO_PATIENT_AXES, SeriesReport.NO_PATIENT_AXES);
        }
        for (Flag flag : spacing.flags()) {
            add(series.seriesUid(), series.folder(), flag.name(), detail(flag, spacing));
        }
        if (series.unreadable() > 0) {
            add(
                    series.seriesUid(),
                    series.folder(),
                    UNREADABLE_FILES,
                    series.unreadable() + " files of the series were cut short or broken");
        }
    }

    private static String detail(Flag flag, SeriesSpacing spacing) {
        return switch (flag) {
            case DECLARED_MISMATCH ->
                String.format(
                        Locale.ROOT,
                        "SpacingBetweenSlices says %s, the positions %s",
                        Numbers.format(spacing.declaredSpacingMm()),
                        Numbers.format(spacing.measuredSpacingMm()));
            case TILTED -> String.format(Locale.ROOT, "%.1f degrees from the normal", spacing.tiltDegrees());
            case REPEATED_POSITIONS ->
                spacing.repeats() > 1 ? "up to " + spacing.repeats() + " images at one position" : flag.meaning();
            case MIXED_GEOMETRY -> spacing.stacks() + " stacks: " + flag.meaning();
            case ESTIMATED -> "z is from " + spacing.zSource().label();
            case IMAGER_SPACING -> "x and y are from " + spacing.xySource().label();
            case MULTIPLE_PASSES -> spacing.passes() + " passes: " + flag.meaning();
            case AFFINE_MISMATCH, IMPLAUSIBLE, NOT_ORTHOGONAL, REPEATED_INSTANCE, SHIFTED_SLICES, UNIT_ASSUMED ->
                flag.meaning();
        };
    }

    /** Series that are on one side only, and rows that cannot be used as they are. */
    public void addCatalog(Catalog catalog, Set<String> onDisk, Set<String> onlySeries) {
        for (String series : new TreeSet<>(catalog.series())) {
            boolean asked = onlySeries.isEmpty() || onlySeries.contains(series);
            if (asked && !onDisk.contains(series)) {
                add(series, "", NOT_ON_DISK, "the catalog names a series that was not found");
            }
        }
        for (String series : new TreeSet<>(onDisk)) {
            if (!catalog.contains(series)) {
                add(series, "", NOT_IN_CATALOG, "the catalog does not name this series");
            }
        }
        catalog.contradicted()
                .forEach(series -> add(series, "", CONTRADICTED_ROW, "rows differ; the first one counts"));
        catalog.repeated().stream()
                .filter(series -> !catalog.contradicted().contains(series))
                .forEach(series -> add(series, "", REPEATED_ROW, "rows are the same"));
        if (catalog.rowsWithoutSeries() > 0) {
            add("", "", ROW_WITHOUT_SERIES, catalog.rowsWithoutSeries() + " rows name no series");
        }
    }

    /** A domain that fewer series vote in than were asked for. */
    public void addSmallDomain(DomainReport domain, int minimum) {
        add("", "", SMALL_DOMAIN, domain.domain() + ": " + domain.voting() + " voting series, fewer than " + minimum);
    }

    /** All of them, in their order. */
    public List<Finding> sorted() {
        return findings.stream().sorted().toList();
    }

    /** How often each code occurs. */
    public Map<String, Long> counts() {
        return counts;
    }

    long count(String code) {
        return counts.getOrDefault(code, 0L);
    }
}
