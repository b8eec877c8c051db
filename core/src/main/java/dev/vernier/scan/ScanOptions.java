package dev.vernier.scan;

import dev.vernier.dicom.TagPath;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What to scan, and how.
 *
 * @param roots folders, archives or files; none inside another
 * @param rules how spacings are found
 * @param labels elements whose text is kept for each series
 * @param threads concurrent reads, 0 for the engine's choice
 * @param read how bytes are read
 * @param followLinks whether symbolic links below the roots are followed
 * @param onlySeries the series to keep, empty for all
 * @param fullWalk whether all elements of a file are looked at, for archives whose tags are out of order
 * @param groupBy what makes images a series
 */
public record ScanOptions(
        List<Path> roots,
        SpacingRules rules,
        List<TagPath> labels,
        int threads,
        ReadStrategy read,
        boolean followLinks,
        Set<String> onlySeries,
        boolean fullWalk,
        SeriesGrouping groupBy) {

    /** Stands, where there are several roots, between the name of one that is an archive and what is in it. */
    public static final String ARCHIVE_MARK = "!";

    /** More than any disk has use for, and what the pool can have. */
    public static final int MAX_THREADS = 4_096;

    /** Keeps its own copies. */
    public ScanOptions {
        roots = List.copyOf(roots);
        labels = List.copyOf(labels);
        onlySeries = Set.copyOf(onlySeries);
        Objects.requireNonNull(groupBy, "groupBy");
        if (threads < 0 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("threads must be 0 to " + MAX_THREADS + ", not " + threads);
        }
    }

    /** A scan that walks no further than need be, and in which SeriesInstanceUID makes a series. */
    public ScanOptions(
            List<Path> roots,
            SpacingRules rules,
            List<TagPath> labels,
            int threads,
            ReadStrategy read,
            boolean followLinks,
            Set<String> onlySeries) {
        this(roots, rules, labels, threads, read, followLinks, onlySeries, false, SeriesGrouping.SERIES);
    }

    /** A scan that does with the files what its {@link FileWork} says: no rules, no labels, all series. */
    public static ScanOptions ofFiles(List<Path> roots, int threads, ReadStrategy read, boolean followLinks) {
        return new ScanOptions(roots, SpacingRules.DEFAULT, List.of(), threads, read, followLinks, Set.of());
    }
}
