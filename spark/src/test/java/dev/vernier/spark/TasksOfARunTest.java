package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.scheduler.StageInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run costs in tasks, whatever the archive looks like. */
class TasksOfARunTest {

    private static final int PARTITIONS = 8;

    @TempDir
    private Path root;

    @Test
    void roundsOfListingAddNoTasksThatRead() throws IOException, TimeoutException {
        Path deep = root;
        for (int level = 0; level < 10; level++) {
            for (int other = 0; other < 20; other++) {
                Files.createDirectories(
                        deep.resolve("x" + other)); // too many for the task that finds them: another round
            }
            deep = deep.resolve("x7");
        }
        new Slices("1.2.840.1").write(deep, 0, 3);

        try (WatchedStages watched = new WatchedStages()) {
            new ArchiveDataset(LocalSpark.session(), List.of(root.toString()), options()).files();

            int rounds = (int) watched.stages().stream()
                    .filter(stage -> stage.name().startsWith("foreachPartition"))
                    .count();
            assertEquals(11, rounds);
            assertEquals(
                    PARTITIONS,
                    watched.stages().stream()
                            .mapToInt(StageInfo::numTasks)
                            .max()
                            .orElseThrow());
        }
    }

    private static DatasetOptions options() {
        return DatasetOptions.DEFAULT.withWork(PARTITIONS, 0);
    }
}
