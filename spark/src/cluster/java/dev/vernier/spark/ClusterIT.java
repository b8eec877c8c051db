package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of processes: the same bytes as on one machine, also if a part of it dies in the middle. */
class ClusterIT {

    private static final long LIMIT_SECONDS = 400;

    @TempDir
    private static Path local;

    @TempDir
    private Path work;

    private SparkCluster cluster;

    @BeforeAll
    static void write() {
        SyntheticArchive.write(local);
    }

    @BeforeEach
    void start() throws IOException, InterruptedException {
        cluster = new SparkCluster(work);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void theResultFilesAreThoseOfOneMachine() throws IOException, InterruptedException {
        Path out = work.resolve("results");
        Process driver = cluster.submit("driver", local.resolve("series").toString(), "--out=" + out.toUri());

        assertEnded(driver);
        assertEquals(expected(), ResultTables.ofFolder(out));
    }

    @Test
    void aWorkerKilledInTheMiddleChangesNothing() throws IOException, InterruptedException {
        Path out = work.resolve("results");
        Process driver = cluster.submit(
                "driver", local.resolve("series").toString(), "--out=" + out.toUri(), "--partitions=200");
        awaitReading(driver);

        cluster.killWorker();

        assertEnded(driver);
        assertTrue(cluster.output("driver").contains("Lost executor"), cluster.output("driver"));
        assertEquals(expected(), ResultTables.ofFolder(out));
    }

    /** Until the stage that reads has begun. */
    private void awaitReading(Process driver) throws IOException, InterruptedException {
        String reading = "mapPartitionsToPair at ArchiveDataset";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (driver.isAlive() && System.nanoTime() < end) {
            if (cluster.output("driver")
                            .lines()
                            .filter(line -> line.contains("Submitting"))
                            .filter(line -> line.contains(reading))
                            .count()
                    > 2) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the driver never read: " + cluster.output("driver"));
    }

    private void assertEnded(Process driver) throws IOException, InterruptedException {
        assertTrue(driver.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the driver did not end");
        assertEquals(0, driver.exitValue(), cluster.output("driver"));
    }

    private static ResultTables expected() throws IOException {
        return ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(local.resolve("series")).build());
    }
}
