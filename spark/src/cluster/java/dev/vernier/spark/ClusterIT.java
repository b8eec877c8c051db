package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for spark-submit on a cluster of processes: the same bytes as on one machine, also if a part of it dies in the middle. */
class ClusterIT {

    private static final long LIMIT_SECONDS = 400;

    @TempDir
    private static Path local;

    @TempDir
    private static Path work;

    private static SparkCluster cluster;
    private static ResultTables expected;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        SyntheticArchive.write(local);
        expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(local.resolve("series")).build());
        cluster = new SparkCluster(work);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void aWorkerKilledWhileItReadsChangesNothing() throws IOException, InterruptedException {
        Path out = work.resolve("killed-results");
        Process driver =
                cluster.submit("killed", local.resolve("series").toString(), "--out=" + out.toUri(), "--partitions=60");
        DriverLog log = cluster.driverLog("killed");
        String stage = awaited(driver, log, log::readingStage);
        String executor = awaited(driver, log, () -> log.executorWithResults(stage));

        cluster.killWorkerOf(executor);

        assertEnded(driver, log);
        assertNotEquals(List.of(), log.lostTasks(stage), log.text());
        assertNotEquals(List.of(), log.retries(stage), log.text());
        assertEquals(expected, ResultTables.ofFolder(out));
    }

    private interface Fact {
        Optional<String> look() throws IOException;
    }

    private static String awaited(Process driver, DriverLog log, Fact fact) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (driver.isAlive() && System.nanoTime() < end) {
            Optional<String> found = fact.look();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the driver never came so far: " + log.text());
    }

    private static void assertEnded(Process driver, DriverLog log) throws IOException, InterruptedException {
        assertTrue(driver.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS), "the driver did not end");
        assertEquals(0, driver.exitValue(), log.text());
    }
}
