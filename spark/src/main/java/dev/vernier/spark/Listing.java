package dev.vernier.spark;

import dev.vernier.spark.files.FileBatch;
import dev.vernier.spark.files.FolderContent;
import dev.vernier.spark.files.FolderName;
import dev.vernier.spark.files.HadoopAccess;
import dev.vernier.spark.files.Root;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * Lists archives in rounds of tasks: folders that one round leaves are spread over the tasks of the next. All rounds leave files by the same
 * {@link Listed.ByNumber}, so their parts of a number are one partition, however many rounds there were. Belongs to the driver; one thread.
 */
final class Listing {

    private final JavaSparkContext context;
    private final Broadcast<HadoopAccess> access;
    private final int partitions;
    private final List<JavaPairRDD<Integer, byte[]>> parts = new ArrayList<>();

    /** A listing by so many tasks, for as many that read. */
    Listing(JavaSparkContext context, Broadcast<HadoopAccess> access, int partitions) {
        this.context = context;
        this.access = access;
        this.partitions = partitions;
    }

    /** What is to be read: batches of files, and what went wrong with names and folders. */
    JavaPairRDD<Integer, byte[]> list(List<Root> roots) {
        boolean onlyOne = roots.size() == 1;
        List<FolderName> folders = new ArrayList<>();
        List<Tuple2<Integer, byte[]>> single = new ArrayList<>();
        FileShares shares = new FileShares(partitions, 0);
        for (Root root : roots) {
            if (root.folder()) {
                folders.add(new FolderName(root.uri(), root.shownAs(onlyOne)));
            } else {
                FileBatch file = FolderContent.ofFile(root, root.shownAs(onlyOne));
                single.add(Listed.files(file, shares.deal(1)));
            }
        }
        if (!single.isEmpty()) {
            parts.add(context.parallelizePairs(single).partitionBy(new Listed.ByNumber(partitions)));
        }
        if (!folders.isEmpty()) {
            listRounds(folders);
        }
        JavaPairRDD<Integer, byte[]> all =
                parts.stream().reduce(JavaPairRDD::union).orElseThrow();
        return Partitions.below(partitions, all);
    }

    private void listRounds(List<FolderName> roots) {
        JavaRDD<FolderName> folders = context.parallelize(roots, Math.min(roots.size(), partitions));
        for (int round = 1; round <= ListFolders.MOST_ROUNDS; round++) {
            LongAccumulator left = context.sc().longAccumulator();
            JavaPairRDD<Integer, byte[]> listed = folders.mapPartitionsToPair(
                            new ListFolders(access, partitions, round, left))
                    .partitionBy(new Listed.ByNumber(partitions));
            parts.add(listed);
            JavaPairRDD<Integer, byte[]> next = Partitions.from(partitions, listed);
            next.foreachPartition(nothing -> {}); // lists; what was found lies in shuffle files then
            if (left.value() == 0) {
                return;
            }
            folders = next.values().map(Listed::folder);
        }
    }
}
