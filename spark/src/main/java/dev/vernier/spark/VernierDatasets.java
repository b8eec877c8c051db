package dev.vernier.spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Voxel spacings of archives larger than one machine, as Datasets to join, filter and store.
 *
 * <pre>{@code
 * DatasetOptions options = DatasetOptions.DEFAULT.withDomain("Modality,Manufacturer");
 * Dataset<Row> series = VernierDatasets.series(spark, List.of("s3a://bucket/archive"), options).persist();
 * series.write().parquet("s3a://bucket/series");
 * VernierDatasets.domains(series.filter("slices > 10"), options).show();
 * }</pre>
 *
 * <p>Stateless. Datasets belong to the driver's session, as all of Spark's do.
 */
public final class VernierDatasets {

    private VernierDatasets() {}

    /**
     * All series of an archive, a row each. The columns are those of series.csv, by the same names ({@code plane},
     * {@code obliquity}, {@code votes}, {@code reason} and {@code axes} are the last of them), then
     * {@code has_spacing}, {@code spacing_reason}, {@code stacks}, {@code repeats}, {@code extent_mm}, {@code
     * tilt_degrees}, {@code declared_spacing_mm}, {@code declared_thickness_mm}, {@code measured_spacing_mm}, {@code
     * passes}, {@code patient_axes} (which of x, y, z lies along R/L, A/P, S/I, as in {@code zxy}), {@code image_rows},
     * {@code image_columns}, {@code axes_asked}; what is unknown is null. Folders are listed here, files read by the
     * first action. Files that cannot be read fail nothing: {@link ArchiveDataset#files()} counts and names them.
     *
     * @param roots folders or files, on any of Hadoop's file systems
     * @throws IOException if a root or the catalog cannot be used, naming it
     * @throws IllegalArgumentException if the domain expression names what neither the catalog nor DICOM has
     */
    public static Dataset<Row> series(SparkSession spark, List<String> roots, DatasetOptions options)
            throws IOException {
        return new ArchiveDataset(spark, roots, options).series();
    }

    /**
     * The domains of series, a row each, in no order: columns as in domains.csv, by the same names. Medians and
     * percentiles are exact: every different value is counted, and those in the middle are looked up.
     *
     * @param series rows of {@link #series}, all or some
     * @param options whose target and least number of voting series count here
     */
    public static Dataset<Row> domains(Dataset<Row> series, DatasetOptions options) {
        return series.flatMap(
                        (FlatMapFunction<Row, Row>) row -> DomainMeasure.of(row).iterator(),
                        Encoders.row(DomainMeasure.SCHEMA))
                .groupBy(DomainMeasure.DOMAIN, DomainMeasure.MEASURE, DomainMeasure.VALUE)
                .count()
                .repartition(col(DomainMeasure.DOMAIN))
                .sortWithinPartitions(DomainMeasure.DOMAIN, DomainMeasure.MEASURE, DomainMeasure.VALUE)
                .mapPartitions(
                        new SummariseDomains(options.target(), options.minDomain()), Encoders.row(DomainRows.SCHEMA));
    }
}
