package dev.vernier.spark;

import static org.apache.spark.sql.functions.col;

import dev.vernier.DomainReport;
import dev.vernier.Finding;
import dev.vernier.Findings;
import dev.vernier.SeriesReport;
import dev.vernier.scan.ArchiveTally;
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
 * A scan of an archive in the order of the result files. Series and what was found of each come one by one, however many there are;
 * domains, and what was found of files, lie in the driver's memory. One thread.
 */
final class ScanResult implements AutoCloseable {

    private final ArchiveDataset archive;
    private final DatasetOptions options;
    private final Dataset<Row> series;
    private final List<DomainReport> domains;
    private Dataset<Row> sorted;

    ScanResult(SparkSession spark, List<String> roots, DatasetOptions options) throws IOException {
        this.archive = new ArchiveDataset(spark, roots, options);
        this.options = options;
        this.series = archive.series().persist(StorageLevel.MEMORY_AND_DISK());
        this.domains = VernierDatasets.domains(series, options).collectAsList().stream()
                .map(DomainRows::report)
                .sorted(Comparator.comparing(DomainReport::domain))
                .toList();
    }

    ArchiveTally files() {
        return archive.files();
    }

    List<DomainReport> domains() {
        return domains;
    }

    /** All series, by UID; anew each time. */
    Iterable<SeriesReport> series() {
        if (sorted == null) {
            sorted = series.orderBy(TextOrder.of("series_uid"));
        }
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
    Iterable<Finding> findings() {
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
        return series.select(col("series_uid")).as(Encoders.STRING()).collectAsList().stream()
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        series.unpersist();
    }
}
