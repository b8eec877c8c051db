package dev.vernier;

import dev.vernier.dicom.Outcome;
import dev.vernier.scan.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer for an archive. Immutable; the same for the same input, however it was read, but for {@link #cost}.
 *
 * @param roots what was scanned
 * @param files number of files by outcome, in the order of the outcomes
 * @param series all series, by UID
 * @param domains all domains, by name
 * @param all the whole archive as one domain
 * @param findings what to look at, by series and path; files of one kind of problem are listed up to a bound
 * @param findingCounts how often each code occurs, beyond that bound too; by code
 * @param inCatalogNotOnDisk series that only the catalog names
 * @param onDiskNotInCatalog series that the catalog does not name; 0 without a catalog
 * @param cost what it took
 */
public record SpacingReport(
        List<Path> roots,
        Map<Outcome, Long> files,
        List<SeriesReport> series,
        List<DomainReport> domains,
        DomainReport all,
        List<Finding> findings,
        Map<String, Long> findingCounts,
        long inCatalogNotOnDisk,
        long onDiskNotInCatalog,
        Cost cost) {

    /**
     * What a scan took.
     *
     * @param elapsed wall-clock time
     * @param folders folders listed
     * @param reads reads of file content, or mappings
     * @param bytesRead bytes read
     */
    public record Cost(Duration elapsed, long folders, long reads, long bytesRead) {}

    /** Keeps its own copies. */
    public SpacingReport {
        roots = List.copyOf(roots);
        Map<Outcome, Long> ordered = new EnumMap<>(Outcome.class);
        ordered.putAll(files);
        files = Collections.unmodifiableMap(ordered);
        series = List.copyOf(series);
        domains = List.copyOf(domains);
        findings = List.copyOf(findings);
        findingCounts = Collections.unmodifiableMap(new TreeMap<>(findingCounts));
    }

    /** What spacings of domains are along; {@link SeriesReport#reportedAxes()} says it of one series. */
    public AxisSystem axes() {
        return all.axes();
    }

    /** Files with this outcome. */
    public long files(Outcome outcome) {
        return files.getOrDefault(outcome, 0L);
    }

    /** Files looked at. */
    public long filesSeen() {
        return files.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Series that count in their domain. */
    public int voting() {
        return all.voting();
    }

    /** Whether any file was unreadable, cut short or broken, or any folder or archive could not be listed. */
    public boolean hasUnreadable() {
        return Problem.isAnyUnreadable(this::files, findingCounts);
    }
}
