package dev.vernier.scan;

import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Scans of the tests in this package, with what does not matter to them left at a default. */
final class Scans {

    private Scans() {}

    static ArchiveTally of(Path... roots) throws IOException {
        return of(options(false, 4, roots));
    }

    static ArchiveTally followingLinks(int threads, Path... roots) throws IOException {
        return of(options(true, threads, roots));
    }

    static ArchiveTally of(ScanOptions options) throws IOException {
        return new ArchiveScan(options, ScanListener.NONE).run();
    }

    /** A scan by one thread, which costs little to set up. */
    static ArchiveTally byOneThread(Path root) throws IOException {
        return of(options(false, 1, root));
    }

    static ScanOptions options(boolean followLinks, int threads, Path... roots) {
        return new ScanOptions(
                Arrays.asList(roots),
                SpacingRules.DEFAULT,
                List.of(),
                threads,
                ReadStrategy.AUTO,
                followLinks,
                Set.of());
    }

    /** The samples of what went wrong, a line each. */
    static List<String> problems(ArchiveTally tally) {
        return tally.problems().stream()
                .map(problem -> problem.code() + " " + problem.path() + ": " + problem.detail())
                .toList();
    }

    /** Number of files of each series, by its UID. */
    static Map<String, Long> filesOfSeries(ArchiveTally tally) {
        Map<String, Long> files = new TreeMap<>();
        tally.series().forEach(series -> files.put(series.seriesUid(), series.files()));
        return files;
    }

    /** Folder of each series, by its UID. */
    static Map<String, String> folders(ArchiveTally tally) {
        Map<String, String> folders = new TreeMap<>();
        tally.series().forEach(series -> folders.put(series.seriesUid(), series.folder()));
        return folders;
    }
}
