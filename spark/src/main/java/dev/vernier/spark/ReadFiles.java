package dev.vernier.spark;

import dev.vernier.SeriesAssessment;
import dev.vernier.dicom.TagPath;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.SeriesGrouping;
import dev.vernier.spark.files.BatchReader;
import dev.vernier.spark.files.FileBatch;
import dev.vernier.spark.files.HadoopAccess;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * A task that reads files, several at a time, and adds up what it read of each series: the map side of the aggregation.
 * Gives the tally of each series under its UID, and all else under {@link #ALL_ELSE}.
 */
final class ReadFiles implements PairFlatMapFunction<Iterator<Tuple2<Integer, byte[]>>, String, byte[]> {

    private static final long serialVersionUID = 1;

    /** What Spark calls the files that are read, in its log and on its pages. */
    static final String NAME = "headers of files";

    /** No series has this UID. */
    static final String ALL_ELSE = "";

    /** Files that a thread takes at a time. */
    private static final int FILES_TAKEN = 16;

    private final Broadcast<HadoopAccess> access;
    private final Broadcast<SharedDomains> domains;
    private final SpacingRules rules;
    private final boolean fullWalk;
    private final SeriesGrouping groupBy;
    private final int reads;

    ReadFiles(Broadcast<HadoopAccess> access, Broadcast<SharedDomains> domains, DatasetOptions options, int reads) {
        this.access = access;
        this.domains = domains;
        this.rules = options.rules();
        this.fullWalk = options.fullWalk();
        this.groupBy = options.groupBy();
        this.reads = reads;
    }

    @Override
    public Iterator<Tuple2<String, byte[]>> call(Iterator<Tuple2<Integer, byte[]>> listed) throws Exception {
        Batches batches = new Batches(listed, TaskContext.get());
        ArchiveTally tally = reads == 1 ? read(batches) : readConcurrently(batches);
        tally.merge(batches.problems);
        Stream<Tuple2<String, byte[]>> series =
                tally.series().stream().map(each -> new Tuple2<>(each.seriesUid(), Bytes.of(each::writeTo)));
        return Stream.concat(series, Stream.of(new Tuple2<>(ALL_ELSE, Bytes.of(tally::writeAllButSeries))))
                .iterator();
    }

    private ArchiveTally readConcurrently(Batches batches) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(reads);
        try {
            List<Future<ArchiveTally>> parts = new ArrayList<>();
            for (int i = 0; i < reads; i++) {
                parts.add(threads.submit(() -> read(batches)));
            }
            ArchiveTally tally = new ArchiveTally();
            for (Future<ArchiveTally> part : parts) {
                tally.merge(part.get());
            }
            return tally;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private ArchiveTally read(Batches batches) {
        List<TagPath> labels = SeriesAssessment.labels(domains.value().expression());
        try (BatchReader reader = new BatchReader(access.value(), rules, labels, fullWalk, groupBy)) {
            for (Optional<Part> part = batches.next(); part.isPresent(); part = batches.next()) {
                reader.read(part.get().batch, part.get().from, part.get().to);
            }
            return reader.finish();
        }
    }

    /** Some files of a batch. */
    private record Part(FileBatch batch, int from, int to) {}

    /** Deals the files out. Thread-safe. */
    private static final class Batches {

        private final Iterator<Tuple2<Integer, byte[]>> listed;
        private final TaskContext task;
        private final ArchiveTally problems = new ArchiveTally();
        private FileBatch batch;
        private int taken;

        private Batches(Iterator<Tuple2<Integer, byte[]>> listed, TaskContext task) {
            this.listed = listed;
            this.task = task;
        }

        /** Files for one thread; none once all are dealt out. */
        private synchronized Optional<Part> next() {
            if (task.isInterrupted()) {
                throw new TaskKilledException("nobody waits for this task");
            }
            while (batch == null || taken == batch.files().size()) {
                if (!listed.hasNext()) {
                    return Optional.empty();
                }
                batch = Listed.files(listed.next()._2, problems).orElse(null);
                taken = 0;
            }
            int from = taken;
            taken = Math.min(from + FILES_TAKEN, batch.files().size());
            return Optional.of(new Part(batch, from, taken));
        }
    }
}
