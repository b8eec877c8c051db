package dev.vernier.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import dev.vernier.domain.Catalog;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.spark.files.HadoopAccess;
import dev.vernier.spark.files.Root;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * An archive that was listed, and is read when its series or its files are first asked for; once, since what was read
 * stays in the shuffle files of this session. Series are assessed once as well: their rows stay in the executors'
 * storage, on disk where memory is short, until {@link #close()}, or until nobody holds their Dataset. Belongs to the
 * driver; one thread.
 */
public final class ArchiveDataset implements AutoCloseable {

    /** The name that Spark shows for what is stored. */
    static final String ASSESSED = "assessed series";

    private final SparkSession spark;
    private final JavaSparkContext context;
    private final DatasetOptions options;
    private final List<Root> roots;
    private final SharedDomains domains;
    private final Broadcast<SharedDomains> sharedDomains;
    private final Broadcast<HadoopAccess> access;
    private final int partitions;
    private final JavaPairRDD<String, byte[]> tallies;
    private final JavaRDD<Row> placed;
    private ArchiveTally files;

    /**
     * Lists an archive.
     *
     * @param roots folders or files, on any of Hadoop's file systems
     * @throws IOException if a root or the catalog cannot be used, naming it; what cannot be read below is a finding
     *     instead
     * @throws IllegalArgumentException if the domain expression names what neither the catalog nor DICOM has
     */
    public ArchiveDataset(SparkSession spark, List<String> roots, DatasetOptions options) throws IOException {
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("at least one root is needed");
        }
        this.spark = spark;
        this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        this.options = options;
        HadoopAccess hadoop = new HadoopAccess(context.hadoopConfiguration());
        // Before it opens anything: Spark estimates the size of what it sends by a walk over all that hangs on it.
        this.access = context.broadcast(hadoop);
        this.domains = new SharedDomains(options, hadoop);
        this.roots = Root.resolve(roots, hadoop);
        this.sharedDomains = context.broadcast(domains);
        this.partitions = Tasks.thatRead(options, context.sc());
        this.tallies = read(new Listing(context, access, partitions).list(this.roots));
        this.placed = place().persist(StorageLevel.MEMORY_AND_DISK());
    }

    /**
     * The tallies of parts of series, those of one series one behind the other: merging them is then a walk that holds
     * one series, and no tally is written again after each merge, as a buffer of bytes would be.
     */
    private JavaPairRDD<String, byte[]> read(JavaPairRDD<Integer, byte[]> listed) {
        boolean local = roots.stream().allMatch(root -> root.uri().startsWith("file:"));
        int reads = options.reads() > 0 ? options.reads() : local ? 1 : 16;
        return listed.mapPartitionsToPair(new ReadFiles(access, sharedDomains, options, reads))
                .setName(ReadFiles.NAME)
                .repartitionAndSortWithinPartitions(
                        new SeriesPartitioner(Tasks.thatAssess(partitions)), Comparator.naturalOrder());
    }

    private JavaRDD<Row> place() {
        Set<String> rootNames =
                roots.size() == 1 ? Set.of() : roots.stream().map(Root::given).collect(Collectors.toSet());
        return Partitions.from(SeriesPartitioner.FIRST_OF_SERIES, tallies)
                .mapPartitions(new AssessSeries(
                        sharedDomains, options.rules(), options.excludeEstimated(), options.axes(), rootNames))
                .setName(ASSESSED);
    }

    /** All series, a row each; columns as in series.csv, and more. */
    public Dataset<Row> series() {
        return withDomainNames(spark.createDataFrame(placed, SeriesRows.PLACED));
    }

    /** Gives all series of a domain the spelling that most of them have; the smaller one on a tie. */
    private static Dataset<Row> withDomainNames(Dataset<Row> placed) {
        Dataset<Row> names = placed.groupBy(SeriesRows.DOMAIN_KEY, "domain")
                .count()
                .groupBy(SeriesRows.DOMAIN_KEY)
                .agg(min(struct(
                                col("count").multiply(-1),
                                TextOrder.of("domain"),
                                col("domain").as("name")))
                        .as("best"));
        return placed.join(names, SeriesRows.DOMAIN_KEY)
                .withColumn("domain", col("best.name"))
                .selectExpr(SeriesRows.SCHEMA.fieldNames());
    }

    /** All files by outcome, and what went wrong with them: a tally without series. */
    public ArchiveTally files() {
        if (files == null) {
            byte[] merged = Partitions.below(SeriesPartitioner.FIRST_OF_SERIES, tallies)
                    .values()
                    .mapPartitions(new MergeAllElse())
                    .first();
            files = ArchiveTally.readAllButSeries(ByteBuffer.wrap(merged));
            files.complete();
        }
        return files;
    }

    /** The catalog, null if there is none. */
    Catalog catalog() {
        return domains.catalog();
    }

    /** Frees the executors' storage; what is asked for afterwards is assessed anew. */
    @Override
    public void close() {
        placed.unpersist();
    }
}
