package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.Target;
import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A synthetic archive in local files: the same bytes as on one machine, however the work is divided. */
class LocalFilesTest {

    @TempDir
    private static Path set;

    @TempDir
    private Path out;

    @BeforeAll
    static void write() {
        SyntheticArchive.write(set);
    }

    @Test
    void theResultFilesAreThoseOfOneMachine() throws IOException {
        ResultTables expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(set.resolve("series")).build());

        assertEquals(expected, ResultTables.ofSpark(out, set.resolve("series").toString()));
    }

    @Test
    void domainsOfACatalogAreThoseOfOneMachine() throws IOException {
        ResultTables expected = ResultTables.ofOneMachine(VoxelSpacing.builder()
                .root(set.resolve("series"))
                .catalog(set.resolve("train.csv"))
                .domain("Modality")
                .target(Target.NNUNET)
                .minDomain(30)
                .excludeEstimated(true)
                .build());

        ResultTables actual = ResultTables.ofSpark(
                out,
                set.resolve("series").toString(),
                "--catalog=" + set.resolve("train.csv"),
                "--domain=Modality",
                "--target=nnunet",
                "--min-domain=30",
                "--exclude-estimated");

        assertEquals(expected, actual);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 4", "41, 2"})
    void theDivisionOfTheWorkChangesNothing(int partitions, int reads) throws IOException {
        ResultTables expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(set).domain("Manufacturer,folder:1").build());

        ResultTables actual = ResultTables.ofSpark(
                out,
                set.toString(),
                "--domain=Manufacturer,folder:1",
                "--partitions=" + partitions,
                "--reads=" + reads);

        assertEquals(expected, actual);
    }
}
