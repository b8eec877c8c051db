package dev.vernier.geometry;

import static dev.vernier.DicomFile.AXIAL;
import static dev.vernier.DicomFile.SAGITTAL;
import static dev.vernier.DicomFile.pixelMeasures;
import static dev.vernier.DicomFile.planeOrientation;
import static dev.vernier.DicomFile.planePosition;
import static dev.vernier.DicomFile.slices;
import static dev.vernier.DicomFile.stackId;
import static dev.vernier.DicomFile.volume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Tag;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** spacing.md §4: one multi-frame file with functional groups. */
class EnhancedVolumeTest {

    @Test
    void spacingBetweenSlicesStatesZ() {
        SeriesSpacing spacing = Series.of(volume(0, 2, 4, 6).spacingBetweenSlices(2.01));

        assertEquals(2.01, spacing.z());
        assertEquals(ZSource.SPACING_BETWEEN_SLICES, spacing.zSource());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(4, spacing.slices());
        assertEquals(4, spacing.frames());
        assertEquals(1, spacing.instances());
        assertEquals(6, spacing.extentMm());
        assertEquals(Set.of(), spacing.flags());
        assertTrue(spacing.votes());
    }

    @Test
    void itIsLookedForInTheFrameThenInTheSharedGroupsThenAtTheTop() {
        DicomFile allThree = DicomFile.ofClass(DicomFile.ENHANCED_MR)
                .frames(2)
                .spacingBetweenSlices(7)
                .shared(group -> pixelMeasures(group, Double.NaN, 8))
                .frame(group -> pixelMeasures(group, Double.NaN, 9))
                .frame(group -> pixelMeasures(group, Double.NaN, 9));
        assertEquals(9, Series.of(allThree).z());
        DicomFile shared = DicomFile.ofClass(DicomFile.ENHANCED_MR)
                .frames(2)
                .spacingBetweenSlices(7)
                .shared(group -> pixelMeasures(group, Double.NaN, 8));
        assertEquals(8, Series.of(shared).z());
    }

    @ParameterizedTest
    @CsvSource({"2.02, 2.02, false", "1.98, 1.98, false", "2.03, 2, true", "24, 2, true", "-2, 2, false"})
    void positionsWinWhereTheyDifferByMoreThanOnePercent(double declared, double z, boolean mismatch) {
        SeriesSpacing spacing = Series.of(volume(0, 2, 4).spacingBetweenSlices(declared));

        assertEquals(z, spacing.z());
        assertEquals(mismatch ? ZSource.POSITIONS : ZSource.SPACING_BETWEEN_SLICES, spacing.zSource());
        assertEquals(mismatch ? Set.of(Flag.DECLARED_MISMATCH) : Set.of(), spacing.flags());
    }

    @Test
    void withoutItPositionsCount() {
        SeriesSpacing spacing = Series.of(volume(6, 0, 4, 2).thickness(9));

        assertEquals(2, spacing.z());
        assertEquals(ZSource.POSITIONS, spacing.zSource());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void withoutPositionsThicknessIsAnEstimate() {
        SeriesSpacing spacing = Series.of(noPositions().thickness(3));

        assertEquals(3, spacing.z());
        assertEquals(ZSource.SLICE_THICKNESS, spacing.zSource());
        assertEquals(Set.of(Flag.ESTIMATED), spacing.flags());
        assertEquals(Status.UNKNOWN, spacing.status());
        assertEquals("frames have no position or no orientation", spacing.reason());
        assertTrue(spacing.votes());
    }

    @Test
    void withoutPositionsSpacingBetweenSlicesIsNoEstimate() {
        SeriesSpacing spacing = Series.of(noPositions().spacingBetweenSlices(4).thickness(50));

        assertEquals(4, spacing.z());
        assertEquals(Set.of(), spacing.flags());
        assertEquals(Status.UNKNOWN, spacing.status());
    }

    @Test
    void withoutAnyOfThemZIsUnknown() {
        SeriesSpacing spacing = Series.of(noPositions());

        assertTrue(Double.isNaN(spacing.z()));
        assertEquals(ZSource.UNKNOWN, spacing.zSource());
        assertFalse(spacing.votes());
    }

    @Test
    void thePositionAtTheTopLevelIsNoFrames() {
        SeriesSpacing spacing =
                Series.of(noPositions().position(1, 2, 3).orientation(AXIAL).thickness(3));

        assertEquals(Status.UNKNOWN, spacing.status());
        assertEquals(Set.of(Flag.ESTIMATED), spacing.flags(), "no REPEATED_POSITIONS");
    }

    @Test
    void framesThatShareOnePositionAreASingleSlice() {
        SeriesSpacing spacing = Series.of(DicomFile.ofClass(DicomFile.ENHANCED_MR)
                .frames(3)
                .spacing(0.5, 0.5)
                .shared(group -> {
                    planePosition(group, 0, 0, 7);
                    planeOrientation(group, AXIAL);
                    pixelMeasures(group, 4, Double.NaN);
                })
                .frame(group -> stackId(group, "1"))
                .frame(group -> stackId(group, "1"))
                .frame(group -> stackId(group, "1")));

        assertEquals(Status.SINGLE_SLICE, spacing.status());
        assertEquals(3, spacing.repeats());
        assertEquals(Set.of(Flag.ESTIMATED, Flag.REPEATED_POSITIONS), spacing.flags());
    }

    @Test
    void repeatedFramePositionsAreAFourthDimension() {
        SeriesSpacing spacing = Series.of(volume(0, 0, 0, 3, 3, 3, 6, 6, 6));

        assertEquals(3, spacing.z());
        assertEquals(3, spacing.slices());
        assertEquals(9, spacing.frames());
        assertEquals(3, spacing.repeats());
        assertEquals(Set.of(Flag.REPEATED_POSITIONS), spacing.flags());
    }

    @Test
    void missingFramesOfAVolumeAreMissingSlices() {
        assertEquals(Status.MISSING_SLICES, Series.of(volume(0, 2, 4, 8)).status());
    }

    @Test
    void framesAreSplitByStack() {
        // Interleaved, the gaps would be 1 and 2.
        DicomFile file = stacks("A", 0, 3, 6, 9).frames(7);
        addStack(file, "B", AXIAL, 1, 4, 7);
        SeriesSpacing spacing = Series.of(file);

        assertEquals(3, spacing.z());
        assertEquals(4, spacing.slices());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void framesAreSplitByOrientation() {
        DicomFile file = stacks("A", 0, 3, 6, 9).frames(7);
        addStack(file, "A", SAGITTAL, 1, 4, 7);
        SeriesSpacing spacing = Series.of(file);

        assertEquals(3, spacing.z());
        assertEquals(4, spacing.slices());
        assertEquals(Status.REGULAR, spacing.status());
    }

    @Test
    void ofStacksWithEquallyManyPositionsTheOneWithMostFramesWins() {
        for (String[] names : new String[][] {{"A", "B"}, {"B", "A"}}) {
            DicomFile file = stacks(names[0], 0, 2, 4).frames(7);
            addStack(file, names[1], AXIAL, 10, 15, 20, 20);

            assertEquals(5, Series.of(file).z());
        }
    }

    @Test
    void ofEqualStacksTheOneWithTheSmallerZWinsWhateverTheirNames() {
        for (String[] names : new String[][] {{"1", "2"}, {"2", "1"}, {"left", "right"}, {"right", "left"}}) {
            DicomFile file = stacks(names[0], 0, 5, 10).frames(6);
            addStack(file, names[1], AXIAL, 20, 22, 24);

            assertEquals(2, Series.of(file).z());
        }
    }

    @Test
    void anEmptyStackIdIsNone() {
        DicomFile file = stacks("", 0, 2).frames(4);
        file.frame(group -> {
            planePosition(group, 0, 0, 4);
            planeOrientation(group, AXIAL);
        });
        file.frame(group -> {
            planePosition(group, 0, 0, 6);
            planeOrientation(group, AXIAL);
        });

        assertEquals(4, Series.of(file).slices());
    }

    @Test
    void anObliqueVolumeIsMeasuredAlongItsNormal() {
        DicomFile file = DicomFile.ofClass(DicomFile.ENHANCED_CT).frames(5).shared(group -> {
            planeOrientation(group, 0.6, 0.8, 0, 0, 0, -1);
            pixelMeasures(group, Double.NaN, Double.NaN, 0.5, 0.5);
        });
        for (int i = 0; i < 5; i++) {
            double d = 2.5 * i;
            file.frame(group -> planePosition(group, -0.8 * d, 0.6 * d, 4));
        }
        SeriesSpacing spacing = Series.of(file);

        assertEquals(2.5, spacing.z());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void aTiltedVolumeIsFlagged() {
        DicomFile file = volume();
        for (int i = 0; i < 4; i++) {
            double z = 2.0 * i;
            file.frame(group -> planePosition(group, 0, z, z));
        }
        SeriesSpacing spacing = Series.of(file.frames(4));

        assertEquals(Set.of(Flag.TILTED), spacing.flags());
        assertEquals(45, spacing.tiltDegrees(), 1e-9);
    }

    @Test
    void anyMultiFrameClassWithFunctionalGroupsIsAVolume() {
        DicomFile file = volume(0, 2, 4).text(Tag.SOP_CLASS_UID, "UI", DicomFile.STORAGE + "7.4");

        assertEquals(2, Series.of(file).z());
        assertEquals(ZSource.POSITIONS, Series.of(file).zSource());
    }

    @Test
    void aSecondItemOfAFramesSequenceDoesNotReplaceTheFirst() {
        DicomFile file = volume().frames(2);
        for (double z : new double[] {0, 3}) {
            file.frame(group -> group.sequence(
                    Tag.PLANE_POSITION_SEQUENCE,
                    true,
                    item -> item.element(Tag.IMAGE_POSITION_PATIENT, "DS", 0, 0, z),
                    item -> item.element(Tag.IMAGE_POSITION_PATIENT, "DS", 0, 0, 50 - z)));
        }

        assertEquals(3, Series.of(file).z());
    }

    @Test
    void aVolumeIsReadAlsoBehindSlices() {
        // A reused reader must not take over anything of the file before.
        SeriesSpacing spacing = Series.of(
                slices(0).get(0).size(7, 7), volume(0, 2, 4, 6), volume(1, 3, 5).size(9, 9));

        assertEquals(4, spacing.slices());
        assertEquals(8, spacing.frames());
    }

    @Test
    void aMultiFrameFileThatEndsInItsGroupsIsTruncated() {
        DicomFile whole = volume(0, 2, 4);
        byte[] bytes = whole.toBytes();

        assertEquals(Outcome.OK, Series.outcome(whole));
        assertEquals(Outcome.TRUNCATED, Series.outcome(bytes, bytes.length - 60));
    }

    private static DicomFile noPositions() {
        return DicomFile.ofClass(DicomFile.ENHANCED_MR)
                .frames(3)
                .shared(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.5, 0.5))
                .frame(group -> stackId(group, "1"))
                .frame(group -> stackId(group, "1"))
                .frame(group -> stackId(group, "1"));
    }

    private static DicomFile stacks(String id, double... distances) {
        DicomFile file = DicomFile.ofClass(DicomFile.ENHANCED_CT)
                .shared(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.6, 0.5));
        addStack(file, id, AXIAL, distances);
        return file;
    }

    private static void addStack(DicomFile file, String id, double[] cosines, double... distances) {
        for (double distance : distances) {
            Normal normal = Normal.of(cosines);
            file.frame(group -> {
                stackId(group, id);
                planePosition(group, distance * normal.x(), distance * normal.y(), distance * normal.z());
                planeOrientation(group, cosines);
            });
        }
    }
}
