package dev.vernier;

import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.ScanCache;
import dev.vernier.scan.ScanListener;
import dev.vernier.scan.SeriesGrouping;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Everything a scan depends on, as {@link VoxelSpacing.Builder} explains it; {@code catalog} may be null. Immutable.
 */
record Settings(
        List<Path> roots,
        Path catalog,
        String seriesColumn,
        String domain,
        SpacingRules rules,
        Target target,
        int minDomain,
        AxisSystem axes,
        boolean excludeEstimated,
        int sample,
        long seed,
        Set<String> onlySeries,
        SeriesGrouping groupBy,
        int threads,
        ReadStrategy read,
        boolean followLinks,
        boolean fullWalk,
        ScanListener listener,
        ScanCache cache) {}
