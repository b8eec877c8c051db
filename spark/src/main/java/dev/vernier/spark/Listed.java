package dev.vernier.spark;

import dev.vernier.scan.ArchiveTally;
import dev.vernier.spark.files.FileBatch;
import dev.vernier.spark.files.FolderName;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.spark.Partitioner;
import scala.Tuple2;

/**
 * What tasks that list leave to other tasks, as bytes under the number of a partition: files to read and what went wrong in the lower half of
 * all partitions, folders to list in the upper half. Where something goes depends on what the task was given alone, so that a task that is run
 * again leaves the same to the same. Stateless.
 */
final class Listed {

    private static final int FILES = 0;
    private static final int PROBLEMS = 1;

    private Listed() {}

    static Tuple2<Integer, byte[]> files(FileBatch batch, int partition) {
        return new Tuple2<>(partition, Bytes.of(out -> out.writeByte(FILES), batch::writeTo));
    }

    static Tuple2<Integer, byte[]> problems(ArchiveTally tally, int task, int partitions) {
        int where = partition(String.valueOf(task), partitions);
        return new Tuple2<>(where, Bytes.of(out -> out.writeByte(PROBLEMS), tally::writeAllButSeries));
    }

    static Tuple2<Integer, byte[]> folder(FolderName folder, int partitions) {
        return new Tuple2<>(partitions + partition(folder.uri(), partitions), Bytes.of(folder::writeTo));
    }

    private static int partition(String name, int partitions) {
        return Math.floorMod(name.hashCode() * 0x9E3779B1, partitions);
    }

    static FolderName folder(byte[] bytes) {
        return FolderName.readFrom(ByteBuffer.wrap(bytes));
    }

    /** The files to read, or nothing, after what went wrong was added to the tally. */
    static Optional<FileBatch> files(byte[] bytes, ArchiveTally tally) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() == FILES) {
            return Optional.of(FileBatch.readFrom(in));
        }
        tally.merge(ArchiveTally.readAllButSeries(in));
        return Optional.empty();
    }

    /** Takes the number for the partition. Equal ones let Spark unite partition by partition. */
    static final class ByNumber extends Partitioner {

        private static final long serialVersionUID = 1;

        private final int half;

        /** For so many partitions to read, and as many to list. */
        ByNumber(int half) {
            this.half = half;
        }

        @Override
        public int numPartitions() {
            return 2 * half;
        }

        @Override
        public int getPartition(Object key) {
            return (Integer) key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByNumber same && same.half == half;
        }

        @Override
        public int hashCode() {
            return half;
        }
    }
}
