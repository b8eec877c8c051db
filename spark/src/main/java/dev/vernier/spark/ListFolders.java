package dev.vernier.spark;

import dev.vernier.scan.ArchiveTally;
import dev.vernier.spark.files.FileBatch;
import dev.vernier.spark.files.FolderContent;
import dev.vernier.spark.files.FolderName;
import dev.vernier.spark.files.HadoopAccess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * A task that lists folders. It goes on with the folders that it finds in them while these are few; more are left to the next round of tasks,
 * so that a wide tree is spread over the cluster and a deep one does not take a round a level.
 */
final class ListFolders implements PairFlatMapFunction<Iterator<FolderName>, Integer, byte[]> {

    private static final long serialVersionUID = 1;

    /** After so many rounds, tasks list whatever they find: the chain of rounds must end. */
    static final int MOST_ROUNDS = 12;

    /** Folders found that a task lists itself. */
    private static final int FEW_FOLDERS = 16;

    private static final double GOLDEN_RATIO = 0.618;

    private final Broadcast<HadoopAccess> access;
    private final int partitions;
    private final int round;
    /** Only whether it is 0 counts: tasks that are run again add once more. */
    private final LongAccumulator foldersLeft;

    ListFolders(Broadcast<HadoopAccess> access, int partitions, int round, LongAccumulator foldersLeft) {
        this.access = access;
        this.partitions = partitions;
        this.round = round;
        this.foldersLeft = foldersLeft;
    }

    @Override
    public Iterator<Tuple2<Integer, byte[]>> call(Iterator<FolderName> given) {
        List<FolderName> sorted = new ArrayList<>();
        given.forEachRemaining(sorted::add);
        Collections.sort(sorted); // they come in any order, and what is left must not depend on it
        return new Work(sorted, new FileShares(partitions, firstPartition()));
    }

    /** The tasks of a round begin as far apart as can be, and each round in between. */
    private int firstPartition() {
        TaskContext task = TaskContext.get();
        double turns = (double) task.partitionId() / task.numPartitions() + GOLDEN_RATIO * (round - 1);
        return (int) (partitions * (turns % 1));
    }

    /** Lists a folder when everything found before was taken. */
    private final class Work implements Iterator<Tuple2<Integer, byte[]>> {

        private final Deque<FolderName> given;
        private final Deque<FolderName> found = new ArrayDeque<>();
        private final Deque<Tuple2<Integer, byte[]>> ready = new ArrayDeque<>();
        private final ArchiveTally tally = new ArchiveTally();
        private final FileShares shares;
        private boolean ended;

        private Work(List<FolderName> sorted, FileShares shares) {
            this.shares = shares;
            given = new ArrayDeque<>(sorted);
            ended = sorted.isEmpty();
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && !ended) {
                if (!given.isEmpty()) {
                    list(given.remove());
                } else if (!found.isEmpty() && (round == MOST_ROUNDS || found.size() <= FEW_FOLDERS)) {
                    list(found.remove());
                } else {
                    end();
                }
            }
            return !ready.isEmpty();
        }

        private void list(FolderName folder) {
            if (TaskContext.get().isInterrupted()) {
                throw new TaskKilledException("nobody waits for this task");
            }
            FolderContent content = FolderContent.list(folder, access.value(), tally);
            for (FileBatch batch : content.batches(FileBatch.CAPACITY)) {
                ready.add(Listed.files(batch, shares.deal(batch.files().size())));
            }
            found.addAll(content.folders());
        }

        private void end() {
            foldersLeft.add(found.size());
            found.forEach(folder -> ready.add(Listed.folder(folder, partitions)));
            found.clear();
            ready.add(Listed.problems(tally, TaskContext.getPartitionId(), partitions));
            ended = true;
        }

        @Override
        public Tuple2<Integer, byte[]> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }
}
