package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Outcome;
import dev.vernier.scan.ArchiveTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
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

    @Test
    void theDriverGetsOneBoundedTallyOfWhatWentWrong() throws IOException, TimeoutException {
        for (int file = 0; file < 4_000; file++) {
            Path folder = Files.createDirectories(root.resolve("f" + file % 40));
            Files.writeString(folder.resolve("no-image-but-a-text-with-a-long-name-" + file), "no DICOM file");
        }
        ArchiveDataset archive = new ArchiveDataset(LocalSpark.session(), List.of(root.toString()), options());

        try (WatchedStages watched = new WatchedStages()) {
            ArchiveTally files = archive.files();

            assertEquals(4_000, files.files(Outcome.NOT_DICOM));
            assertEquals(1_000, files.problems().size(), "a sample is kept of them");
            int bytes = Bytes.of(files::writeAllButSeries).length;
            long most = Collections.max(watched.resultBytes());
            assertTrue(most < 2 * bytes, most + " bytes sent, " + bytes + " needed");
        }
    }

    @Test
    void seriesAreAssessedAndSortedOnce() throws IOException, TimeoutException {
        for (int series = 0; series < 30; series++) {
            new Slices("1.2.840.2." + series).write(root.resolve("in/" + series), 0, 3);
        }

        try (WatchedStages watched = new WatchedStages()) {
            ResultTables.ofSpark(
                    root.resolve("out"),
                    root.resolve("in").toString(),
                    "--partitions=" + PARTITIONS,
                    "--domain=folder:1");

            assertEquals(
                    30,
                    watched.recordsRead(TasksOfARunTest::assesses),
                    "one tally of each series, which is one folder");
            assertEquals(
                    0, watched.recordsRead(TasksOfARunTest::bringsRowsToTheDriver), "they are stored in their order");
            assertEquals(
                    2 * Tasks.thatAssess(PARTITIONS),
                    watched.stages().stream()
                            .filter(TasksOfARunTest::bringsRowsToTheDriver)
                            .count(),
                    "a job for each part of the series, for series.csv and for findings.csv");
        }
    }

    private static boolean assesses(StageInfo stage) {
        return stage.rddInfos().exists(rdd -> rdd.name().equals(ArchiveDataset.ASSESSED));
    }

    private static boolean bringsRowsToTheDriver(StageInfo stage) {
        return stage.name().startsWith("hasNext");
    }

    private static DatasetOptions options() {
        return DatasetOptions.DEFAULT.withWork(PARTITIONS, 0);
    }
}
