package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** spacing.md §3.6: several acquisitions of one region in one series. */
class PassesTest {

    private static final Set<Flag> PASSES = Set.of(Flag.MULTIPLE_PASSES);

    private static void addPass(List<DicomFile> files, int number, double from, double gap, int count) {
        for (int i = 0; i < count; i++) {
            files.add(slice(from + i * gap).numbers(Tag.ACQUISITION_NUMBER, "IS", number));
        }
    }

    @Test
    void twoContrastPhasesOnShiftedGridsHaveTheSpacingOfEach() {
        List<DicomFile> files = new ArrayList<>();
        addPass(files, 1, 0, 5, 10);
        addPass(files, 2, 1.7, 5, 8);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(5, spacing.z());
        assertEquals(10, spacing.slices(), "those of the longer pass");
        assertEquals(2, spacing.passes());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(PASSES, spacing.flags());
        assertEquals(18, spacing.instances());
    }

    @Test
    void temporalPositionsAreTriedBeforeAcquisitions() {
        List<DicomFile> files = new ArrayList<>();
        for (int time = 1; time <= 3; time++) {
            for (int i = 0; i < 6; i++) {
                files.add(slice(i * 4 + 0.9 * time)
                        .numbers(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", time)
                        .numbers(Tag.ACQUISITION_NUMBER, "IS", i));
            }
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(4, spacing.z());
        assertEquals(3, spacing.passes());
        assertEquals(PASSES, spacing.flags());
    }

    @Test
    void aPassWithAHoleMakesTheSeriesMissingSlices() {
        List<DicomFile> files = new ArrayList<>();
        addPass(files, 1, 0, 5, 10);
        addPass(files, 2, 1.7, 5, 10);
        files.remove(13);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(5, spacing.z());
        assertEquals(Status.MISSING_SLICES, spacing.status());
        assertEquals(PASSES, spacing.flags());
    }

    @Test
    void imagesWithoutTheNumberAndShortPassesCountOnlyAsInstances() {
        List<DicomFile> files = new ArrayList<>();
        addPass(files, 1, 0, 5, 10);
        addPass(files, 2, 1.7, 5, 10);
        addPass(files, 3, 2.9, 7, 2);
        files.add(slice(3.3));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(5, spacing.z());
        assertEquals(2, spacing.passes());
        assertEquals(23, spacing.instances());
        assertEquals(10, spacing.slices());
    }

    @Test
    void stationsOfATableThatMovesOnAreNoPasses() {
        List<DicomFile> files = new ArrayList<>();
        addPass(files, 1, 0, 5, 10);
        addPass(files, 2, 52, 5, 10);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(5, spacing.z());
        assertEquals(20, spacing.slices());
        assertEquals(Status.IRREGULAR, spacing.status());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void passesOfDifferentSpacingsAreNotToldApart() {
        List<DicomFile> files = new ArrayList<>();
        addPass(files, 1, 0, 5, 10);
        addPass(files, 2, 1.7, 3, 10);

        assertFalse(Series.of(files).flags().contains(Flag.MULTIPLE_PASSES));
    }

    @Test
    void interleavedSlicesOfOneVolumeWithAHoleStandAsOneVolume() {
        List<DicomFile> files = new ArrayList<>();
        addPass(files, 1, 0, 4, 10);
        addPass(files, 2, 2, 4, 10);
        files.remove(4);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2, spacing.z());
        assertEquals(Status.MISSING_SLICES, spacing.status());
        assertEquals(19, spacing.slices());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void timePointsThatJitterAreOnePositionEach() {
        List<DicomFile> files = slices(0, 0.02, 0.05, 2.5, 2.52, 5, 5.04, 7.5, 7.51, 10, 12.5);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2.5, spacing.z());
        assertEquals(6, spacing.slices());
        assertEquals(3, spacing.repeats());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(Set.of(Flag.REPEATED_POSITIONS), spacing.flags());
    }

    @Test
    void groupsWiderThanHalfASliceAreNotOnePosition() {
        double[] positions = {0, 0.3, 2.5, 2.8, 5, 5.3, 7.5, 7.8};
        List<DicomFile> thick = slices(positions);
        thick.forEach(file -> file.thickness(2));
        assertEquals(2.5, Series.of(thick).z());

        List<DicomFile> thin = slices(positions);
        thin.forEach(file -> file.thickness(0.5));
        assertEquals(0.3, Series.of(thin).z(), "0.3 mm is more than half of 0.5 mm");
    }

    @Test
    void whereFewerThanHalfOfTheGroupsHoldSeveralPositionsTheStackStaysAsItIs() {
        SeriesSpacing spacing = Series.of(slices(0, 0.02, 2.5, 5, 7.5, 10));

        assertEquals(2.5, spacing.z());
        assertEquals(6, spacing.slices());
        assertEquals(Status.IRREGULAR, spacing.status());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void theDeclaredSpacingIsZWhereItLiesAmongTheGapsOfTheCluster() {
        List<DicomFile> files = slices(0, 2.49, 4.99, 7.489, 9.99);
        assertEquals(2.4995, Series.of(files).z());

        files.forEach(file -> file.spacingBetweenSlices(-2.5));
        SeriesSpacing declared = Series.of(files);
        assertEquals(2.5, declared.z());
        assertEquals(ZSource.POSITIONS, declared.zSource());
        assertEquals(Set.of(), declared.flags());

        files.forEach(file -> file.spacingBetweenSlices(2.51));
        assertEquals(2.4995, Series.of(files).z());
    }
}
