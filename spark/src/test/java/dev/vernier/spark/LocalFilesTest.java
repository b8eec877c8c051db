package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.AxisSystem;
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

    @Test
    void patientAxesAndPlanesAreThoseOfOneMachine() throws IOException {
        new Slices("1.9").sagittal().write(set.resolve("planes/sagittal"), 0, 4);
        new Slices("1.8").write(set.resolve("planes/axial"), 0, 4);
        ResultTables expected = ResultTables.ofOneMachine(VoxelSpacing.builder()
                .root(set.resolve("planes"))
                .root(set.resolve("series"))
                .domain("Modality,plane")
                .axes(AxisSystem.PATIENT)
                .target(Target.NNUNET)
                .build());

        ResultTables actual = ResultTables.ofSpark(
                out,
                set.resolve("planes").toString(),
                set.resolve("series").toString(),
                "--domain=Modality,plane",
                "--axes=patient",
                "--target=nnunet");

        assertEquals(expected, actual);
        assertTrue(actual.domains().contains("\nCT | sagittal,"), actual.domains());
        assertTrue(actual.series().contains("\n1.9,CT | sagittal,REGULAR,,1.25,0.5,0.7,"), actual.series());
        assertTrue(actual.series().contains(",patient\n"), actual.series());
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
