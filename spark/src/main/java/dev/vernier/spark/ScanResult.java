package dev.vernier.spark;

import static org.apache.spark.sql.functions.col;

import dev.vernier.DomainReport;
import dev.vernier.Finding;
import dev.vernier.Findings;
import dev.vernier.SeriesReport;
import dev.vernier.cli.output.AxisOrder;
import dev.vernier.cli.output.DomainsCsv;
import dev.vernier.cli.output.FindingsCsv;
import dev.vernier.cli.output.SeriesCsv;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.spark.files.ResultFiles;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The results of a scan, as the result files list them. Series, and the findings of each, come to the driver one by one, as often as they are
 * asked for: they are read, assessed and sorted once, and lie in the executors' storage until {@link #close()}. Domains, the findings of
 * files, and with a catalog the UIDs of all series, lie in the driver's memory. One thread.
 */
final class ScanResult implements AutoCloseable {

    private static final String SERIES_CSV = "series.csv";
    private static final String DOMAINS_CSV = "domains.csv";
    private static final String FINDINGS_CSV = "findings.csv";

    /** What {@link #writeTo} writes. */
    static final List<String> FILES = List.of(SERIES_CSV, DOMAINS_CSV, FINDINGS_CSV);

    private final ArchiveDataset archive;
    private final DatasetOptions options;
    private final Dataset<Row> sorted;
    private final List<DomainReport> domains;

    ScanResult(SparkSession spark, List<String> roots, DatasetOptions options) throws IOException {
        this.archive = new ArchiveDataset(spark, roots, options);
        this.options = options;
        this.sorted = archive.series().orderBy(TextOrder.of("series_uid")).persist(StorageLevel.MEMORY_AND_DISK());
        this.domains = VernierDatasets.domains(sorted, options).collectAsList().stream()
                .map(DomainRows::report)
                .sorted(Comparator.comparing(DomainReport::domain))
                .toList();
        archive.close(); // all is in the sorted rows now
    }

    /** Writes {@link #FILES} and makes them appear. */
    void writeTo(ResultFiles folder, AxisOrder order) throws IOException {
        folder.write(SERIES_CSV, writer -> SeriesCsv.write(series(), writer));
        folder.write(DOMAINS_CSV, writer -> DomainsCsv.write(domains, order, writer));
        folder.write(FINDINGS_CSV, writer -> FindingsCsv.write(findings(), writer));
        folder.publish();
    }

    ArchiveTally files() {
        return archive.files();
    }

    List<DomainReport> domains() {
        return domains;
    }

    /** All series, by UID; anew each time. */
    private Iterable<SeriesReport> series() {
        return () -> {
            Iterator<Row> rows = sorted.toLocalIterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public SeriesReport next() {
                    return SeriesRows.report(rows.next());
                }
            };
        };
    }

    /** All findings, in their order; anew each time. */
    private Iterable<Finding> findings() {
        Findings apartFromSeries = new Findings();
        apartFromSeries.addProblems(archive.files());
        if (archive.catalog() != null) {
            apartFromSeries.addCatalog(archive.catalog(), seriesFound(), Set.of());
        }
        domains.stream()
                .filter(DomainReport::tooFew)
                .forEach(domain -> apartFromSeries.addSmallDomain(domain, options.minDomain()));
        List<Finding> sortedOnes = apartFromSeries.sorted();
        return () -> new MergedFindings(sortedOnes.iterator(), series().iterator());
    }

    private Set<String> seriesFound() {
        return sorted.select(col("series_uid")).as(Encoders.STRING()).collectAsList().stream()
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        sorted.unpersist();
    }
}
