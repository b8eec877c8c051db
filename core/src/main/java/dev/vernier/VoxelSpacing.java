package dev.vernier;

import dev.vernier.cache.CacheCheck;
import dev.vernier.cache.HeaderCache;
import dev.vernier.domain.Catalog;
import dev.vernier.domain.DomainExpression;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.ArchiveScan;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.ScanCache;
import dev.vernier.scan.ScanListener;
import dev.vernier.scan.ScanOptions;
import dev.vernier.scan.SeriesGrouping;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the voxel spacings of an archive: one spacing a series, one median spacing a domain.
 *
 * <pre>{@code
 * SpacingReport report = VoxelSpacing.builder()
 *         .root(Path.of("archive"))
 *         .domain("Modality,Manufacturer")
 *         .build()
 *         .scan();
 * report.domains().forEach(domain -> System.out.println(domain.domain() + " " + domain.spacing().median()));
 * }</pre>
 *
 * <p>Immutable once built; each {@link #scan()} is a scan of its own and may run on any thread. Needs no JVM flag,
 * unless a {@link dev.vernier.cache.ChronicleHeaderCache} is used.
 */
public final class VoxelSpacing {

    private final Settings settings;

    private VoxelSpacing(Settings settings) {
        this.settings = settings;
    }

    /** A builder with the documented defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Scans the roots. Interrupting the thread ends the scan.
     *
     * @throws InterruptedIOException if the thread was interrupted
     * @throws IOException if a root or the catalog cannot be used, naming it; files that cannot be read are findings
     *     instead
     * @throws IllegalArgumentException if the domain expression names what neither the catalog nor DICOM has
     */
    public SpacingReport scan() throws IOException {
        long startNanos = System.nanoTime();
        Catalog catalog = settings.catalog() == null ? null : Catalog.read(settings.catalog(), settings.seriesColumn());
        DomainExpression domain = DomainExpression.parse(settings.domain(), catalog);
        List<Path> roots = Roots.withoutNested(settings.roots());
        ArchiveTally tally = new ArchiveScan(scanOptions(roots, domain), settings.listener(), settings.cache()).run();
        ReportAssembly assembly = new ReportAssembly(settings, roots, catalog, domain);
        return assembly.assemble(tally, () -> Duration.ofNanos(System.nanoTime() - startNanos));
    }

    private ScanOptions scanOptions(List<Path> roots, DomainExpression domain) {
        return new ScanOptions(
                roots,
                settings.rules(),
                SeriesAssessment.labels(domain),
                settings.threads(),
                settings.read(),
                settings.followLinks(),
                settings.onlySeries(),
                settings.fullWalk(),
                settings.groupBy());
    }

    /** Collects what a scan depends on. Not thread-safe. */
    public static final class Builder {

        private final List<Path> roots = new ArrayList<>();
        private Path catalog;
        private String seriesColumn = "SeriesInstanceUID";
        private String domain = "Modality";
        private SpacingRules rules = SpacingRules.DEFAULT;
        private Target target = Target.MEDIAN;
        private int minDomain;
        private AxisSystem axes = AxisSystem.ARRAY;
        private boolean excludeEstimated;
        private int sample;
        private long seed;
        private Set<String> onlySeries = Set.of();
        private SeriesGrouping groupBy = SeriesGrouping.SERIES;
        private int threads;
        private ReadStrategy read = ReadStrategy.AUTO;
        private boolean followLinks;
        private boolean fullWalk;
        private ScanListener listener = ScanListener.NONE;
        private ScanCache cache = ScanCache.NONE;

        private Builder() {}

        /**
         * Adds a folder, an archive (zip, tar, gzipped tar; needs {@code org.apache.commons:commons-compress}), or a
         * file, to scan.
         */
        public Builder root(Path root) {
            roots.add(Objects.requireNonNull(root, "root"));
            return this;
        }

        /** A CSV file whose columns may make domains. */
        public Builder catalog(Path file) {
            catalog = Objects.requireNonNull(file, "catalog");
            return this;
        }

        /** Header of the catalog's column of series UIDs; default {@code SeriesInstanceUID}. */
        public Builder seriesColumn(String name) {
            seriesColumn = Objects.requireNonNull(name, "seriesColumn");
            return this;
        }

        /** What makes a domain, see {@link DomainExpression}; default {@code Modality}. */
        public Builder domain(String expression) {
            domain = Objects.requireNonNull(expression, "domain");
            return this;
        }

        /** Rules and tolerances; default {@link SpacingRules#DEFAULT}. */
        public Builder rules(SpacingRules spacingRules) {
            rules = Objects.requireNonNull(spacingRules, "rules");
            return this;
        }

        /** How the resampling target is chosen; default the median. */
        public Builder target(Target kind) {
            target = Objects.requireNonNull(kind, "target");
            return this;
        }

        /** Domains with fewer voting series are flagged; default 0. */
        public Builder minDomain(int series) {
            minDomain = requireNotNegative("minDomain", series);
            return this;
        }

        /**
         * What every spacing, size and target is reported along; default {@link AxisSystem#ARRAY}. Along the patient's
         * axes, series without an orientation to the patient do not vote.
         */
        public Builder axes(AxisSystem system) {
            axes = Objects.requireNonNull(system, "axes");
            return this;
        }

        /** Whether series whose z is only estimated are kept from voting; default no. */
        public Builder excludeEstimated(boolean exclude) {
            excludeEstimated = exclude;
            return this;
        }

        /** Reports a random sample of so many series, the same for the same seed; 0, the default, for all. */
        public Builder sample(int series, long randomSeed) {
            sample = requireNotNegative("sample", series);
            seed = randomSeed;
            return this;
        }

        /** Keeps these series only; an empty set, the default, keeps all. */
        public Builder onlySeries(Set<String> seriesUids) {
            onlySeries = Set.copyOf(seriesUids);
            return this;
        }

        /** What makes images a series; default their SeriesInstanceUID alone. */
        public Builder groupBy(SeriesGrouping grouping) {
            groupBy = Objects.requireNonNull(grouping, "groupBy");
            return this;
        }

        /** Concurrent reads; 0, the default, leaves the choice to the engine. */
        public Builder threads(int count) {
            threads = requireNotNegative("threads", count);
            return this;
        }

        /** How bytes are read; default {@link ReadStrategy#AUTO}. */
        public Builder read(ReadStrategy strategy) {
            read = Objects.requireNonNull(strategy, "read");
            return this;
        }

        /** Whether symbolic links are followed; default no. */
        public Builder followLinks(boolean follow) {
            followLinks = follow;
            return this;
        }

        /**
         * Whether all elements of a file are looked at, those behind its pixel data too, and not only those up to the
         * last one that is wanted: for archives whose tags are out of order. Takes more reads a file, so the default is
         * no.
         */
        public Builder fullWalk(boolean full) {
            fullWalk = full;
            return this;
        }

        /** Hears of the progress. */
        public Builder listener(ScanListener scanListener) {
            listener = Objects.requireNonNull(scanListener, "listener");
            return this;
        }

        /**
         * Takes from a cache what has not changed since it was read, and keeps there what is read; default: everything
         * is read. The cache stays open, and may serve one scan after the other.
         */
        public Builder cache(HeaderCache headers, CacheCheck check) {
            cache = new ScanCache(headers, check);
            return this;
        }

        private static int requireNotNegative(String name, int value) {
            if (value < 0) {
                throw new IllegalArgumentException(name + " must not be negative: " + value);
            }
            return value;
        }

        /**
         * The scan, ready to run.
         *
         * @throws IllegalArgumentException if there is no root
         */
        public VoxelSpacing build() {
            if (roots.isEmpty()) {
                throw new IllegalArgumentException("at least one root is needed");
            }
            return new VoxelSpacing(new Settings(
                    List.copyOf(roots),
                    catalog,
                    seriesColumn,
                    domain,
                    rules,
                    target,
                    minDomain,
                    axes,
                    excludeEstimated,
                    sample,
                    seed,
                    onlySeries,
                    groupBy,
                    threads,
                    read,
                    followLinks,
                    fullWalk,
                    listener,
                    cache));
        }
    }
}
