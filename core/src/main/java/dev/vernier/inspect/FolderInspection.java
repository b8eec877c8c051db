package dev.vernier.inspect;

import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.ArchiveScan;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.Problem;
import dev.vernier.scan.ScanListener;
import dev.vernier.scan.ScanOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The series in and below one folder, in an archive or of one file, as a scan finds them, and what was no good there. Immutable. */
public final class FolderInspection {

    private static final List<TagPath> LABELS = List.of(
            TagPath.of(Tag.MODALITY),
            TagPath.of(Tag.MANUFACTURER),
            TagPath.of(Tag.MANUFACTURER_MODEL_NAME),
            TagPath.of(Tag.PROTOCOL_NAME));

    private static final int THREADS_OF_THE_ENGINES_CHOICE = 0;

    private final ArchiveTally tally;
    private final List<SeriesInspection> series;

    private FolderInspection(ArchiveTally tally, List<SeriesInspection> series) {
        this.tally = tally;
        this.series = series;
    }

    /**
     * Scans a folder. Interrupting the thread ends that.
     *
     * @param followLinks whether symbolic links below it are followed
     * @param onlySeries UIDs of the series to keep, empty for all
     * @throws InterruptedIOException if the thread was interrupted
     * @throws IOException if the folder cannot be listed
     */
    public static FolderInspection of(
            Path folder, SpacingRules rules, boolean followLinks, Set<String> onlySeries, ScanListener listener)
            throws IOException {
        ScanOptions options = new ScanOptions(
                List.of(folder),
                rules,
                LABELS,
                THREADS_OF_THE_ENGINES_CHOICE,
                ReadStrategy.AUTO,
                followLinks,
                onlySeries);
        ArchiveTally tally = new ArchiveScan(options, listener).run();
        List<SeriesInspection> series = tally.series().stream()
                .map(each -> new SeriesInspection(each, rules, LABELS.size()))
                .sorted(Comparator.comparing(SeriesInspection::seriesUid))
                .toList();
        return new FolderInspection(tally, series);
    }

    /** The series, by UID. */
    public List<SeriesInspection> series() {
        return series;
    }

    /** Whether there was a folder or archive, with or without files, and not a single file. */
    public boolean isOfFolder() {
        return tally.folders() > 0;
    }

    /** How many files were no good, folders could not be listed and links were not followed. */
    public long problemCount() {
        return problemCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** As {@link #problemCount}, by kind. */
    public Map<String, Long> problemCounts() {
        return tally.problemCounts();
    }

    /** Whether a file was unreadable, truncated or malformed, or a folder or archive could not be listed. */
    public boolean hasUnreadable() {
        return tally.hasUnreadable();
    }

    /** The first of each kind, by kind and path. */
    public List<Problem> problems() {
        return tally.problems();
    }
}
