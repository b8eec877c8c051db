package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** The default of --partitions. */
class TasksTest {

    private final SparkConf settings = new SparkConf(false);

    private int onCluster() {
        return Tasks.thatRead(settings, false, 2); // what Spark counts before an executor has registered
    }

    @Test
    void onOneMachineCoresAreCounted() {
        assertEquals(8 * 3, Tasks.thatRead(settings, true, 3));
    }

    @Test
    void executorsAreCountedBeforeTheyRegister() {
        settings.set("spark.executor.instances", "50").set("spark.executor.cores", "4");
        assertEquals(8 * 200, onCluster());
        settings.set("spark.cores.max", "100");
        assertEquals(8 * 100, onCluster());
    }

    @Test
    void aStandaloneClusterGivesItsMostCores() {
        settings.set("spark.cores.max", "64");
        assertEquals(8 * 64, onCluster());
    }

    @Test
    void dynamicExecutorsAreCountedAtTheirMost() {
        settings.set("spark.dynamicAllocation.enabled", "true").set("spark.executor.instances", "1");
        settings.set("spark.dynamicAllocation.maxExecutors", "300").set("spark.executor.cores", "2");
        assertEquals(8 * 600, onCluster());
    }

    @Test
    void aClusterOfWhichNothingIsKnownIsNoSingleMachine() {
        assertEquals(200, onCluster());
    }

    @Test
    void thereIsAMost() {
        settings.set("spark.executor.instances", "100000").set("spark.executor.cores", "100000");
        assertEquals(10_000, onCluster());
    }

    @Test
    void whatTheUserSetsForAllOfSparkCounts() {
        settings.set("spark.default.parallelism", "77");
        assertEquals(77, onCluster());
    }
}
