package dev.vernier.spark;

import org.apache.spark.Partitioner;

/** Puts what belongs to no series into the first partition, and series into the others by their UIDs. */
final class SeriesPartitioner extends Partitioner {

    private static final long serialVersionUID = 1;

    /** The first partition of series. */
    static final int FIRST_OF_SERIES = 1;

    private final int partitions;

    SeriesPartitioner(int seriesPartitions) {
        this.partitions = FIRST_OF_SERIES + seriesPartitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        return key.equals(ReadFiles.ALL_ELSE)
                ? 0
                : FIRST_OF_SERIES + Math.floorMod(key.hashCode() * 0x9E3779B1, partitions - FIRST_OF_SERIES);
    }
}
