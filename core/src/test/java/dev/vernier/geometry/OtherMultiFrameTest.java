package dev.vernier.geometry;

import static dev.vernier.DicomFile.AXIAL;
import static dev.vernier.DicomFile.pixelMeasures;
import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.volume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import dev.vernier.synth.DicomBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** spacing.md §4: RT Dose, NM and others without functional groups, cine, slides, segmentations. */
class OtherMultiFrameTest {

    @Test
    void rtDoseTakesTheDifferencesOfItsOffsets() {
        SeriesSpacing spacing = Series.of(dose().numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 2.5, 5, 7.5));

        assertEquals(2.5, spacing.z());
        assertEquals(ZSource.GRID_FRAME_OFFSET, spacing.zSource());
        assertEquals("grid-frame-offset", spacing.zSource().label());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(4, spacing.slices());
        assertEquals(3, spacing.y());
        assertEquals(2, spacing.x());
        assertTrue(spacing.votes());
    }

    @Test
    void offsetsMayDescend() {
        assertEquals(
                4,
                Series.of(dose().numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, -4, -8, -12))
                        .z());
    }

    @Test
    void offsetsHaveAStatusAsPositionsHave() {
        SeriesSpacing spacing = Series.of(dose().numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 2, 4, 8));

        assertEquals(2, spacing.z());
        assertEquals(Status.MISSING_SLICES, spacing.status());
    }

    @Test
    void offsetsGoBeforeDeclaredSpacings() {
        SeriesSpacing spacing = Series.of(
                dose().spacingBetweenSlices(9).thickness(8).numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 2, 4, 6));

        assertEquals(2, spacing.z());
        assertEquals(Set.of(Flag.DECLARED_MISMATCH), spacing.flags());
    }

    @Test
    void nothingStandsInForMissingOffsets() {
        for (String offsets : new String[] {"", "0", "0\\0\\0", "x\\y"}) {
            SeriesSpacing spacing = Series.of(
                    dose().thickness(3).spacingBetweenSlices(3).text(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", offsets));

            assertTrue(Double.isNaN(spacing.z()), offsets);
            assertFalse(spacing.flags().contains(Flag.ESTIMATED));
            assertTrue(
                    spacing.reason().startsWith("fewer than two offsets in GridFrameOffsetVector"), spacing.reason());
        }
    }

    @Test
    void offsetsThatAreNoNumbersAreLeftOut() {
        SeriesSpacing spacing = Series.of(dose().text(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", "0\\x\\2\\\\4\\1e200"));

        assertEquals(2, spacing.z());
        assertEquals(3, spacing.slices());
    }

    @Test
    void moreOffsetsThanEverAreCutInTheSameWayInEveryReader() {
        // Over 100,000 frames: what is left must not depend on which files the reader saw before.
        StringBuilder offsets = new StringBuilder("0");
        for (int i = 1; i < 100_010; i++) {
            offsets.append('\\').append(i);
        }
        DicomFile huge = dose().text(Tag.GRID_FRAME_OFFSET_VECTOR, "UT", offsets.toString());
        DicomFile small = dose().numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 1, 2, 3);

        assertEquals(100_000, Series.of(huge).slices());
        assertEquals(100_000, Series.of(small, huge).slices());
    }

    @Test
    void aDoseOfOneFrameIsASlice() {
        assertEquals(3, Series.of(dose().frames(1).thickness(3)).z());
    }

    @Test
    void offsetsOfAnotherClassMeanNothing() {
        SeriesSpacing spacing = Series.of(nm().thickness(3).numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 2, 4, 6));

        assertEquals(3, spacing.z());
        assertEquals(ZSource.SLICE_THICKNESS, spacing.zSource());
    }

    @Test
    void twoDosesOnOneGridRepeatPositionsAndTwoSideBySideDoNot() {
        DicomFile first = dose().position(0, 0, 0).numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 2, 4, 6);
        DicomFile same = dose().position(0, 0, 0).numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 2, 4, 6);
        DicomFile beside = dose().position(90, 0, 0).numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 2, 4, 6);

        assertEquals(Set.of(Flag.REPEATED_POSITIONS), Series.of(first, same).flags());
        assertEquals(Set.of(), Series.of(first, beside).flags());
    }

    @Test
    void framesWithoutGroupsAreEstimatedFromSpacingBetweenSlices() {
        SeriesSpacing spacing = Series.of(nm().spacingBetweenSlices(-4.4).thickness(1));

        assertEquals(4.4, spacing.z(), "whatever the thickness");
        assertEquals(ZSource.SPACING_BETWEEN_SLICES, spacing.zSource());
        assertEquals(Set.of(Flag.ESTIMATED), spacing.flags());
        assertEquals(Status.UNKNOWN, spacing.status());
        assertEquals("frames without functional groups may be phases", spacing.reason());
        assertEquals(StackSpacing.UNKNOWN_COUNT, spacing.slices());
        assertEquals(60, spacing.frames());
        assertTrue(spacing.votes());
    }

    @Test
    void elseFromSliceThickness() {
        SeriesSpacing spacing = Series.of(nm().thickness(4.8));

        assertEquals(4.8, spacing.z());
        assertEquals(ZSource.SLICE_THICKNESS, spacing.zSource());
        assertEquals(Set.of(Flag.ESTIMATED), spacing.flags());
    }

    @Test
    void elseNotAtAll() {
        SeriesSpacing spacing = Series.of(nm());

        assertTrue(Double.isNaN(spacing.z()));
        assertEquals(Set.of(), spacing.flags());
        assertFalse(spacing.votes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "2", "7.2", "77.1.5.1", "1"})
    void soAreFramesOfAnyOtherClass(String suffix) {
        SeriesSpacing spacing = Series.of(nm().text(Tag.SOP_CLASS_UID, "UI", DicomFile.STORAGE + suffix)
                .position(0, 0, 0)
                .orientation(AXIAL)
                .thickness(2));

        assertEquals(2, spacing.z());
        assertEquals(Set.of(Flag.ESTIMATED), spacing.flags());
        assertEquals(StackSpacing.UNKNOWN_COUNT, spacing.slices());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1", "3.1", "12.1", "12.2", "12.1.1", "77.1.1.1"})
    void cineHasNoZForAReason(String suffix) {
        SeriesSpacing spacing = Series.of(volume(0, 1, 2)
                .text(Tag.SOP_CLASS_UID, "UI", DicomFile.STORAGE + suffix)
                .text(Tag.FRAME_TIME, "DS", "33")
                .thickness(2)
                .spacingBetweenSlices(2));

        assertTrue(Double.isNaN(spacing.z()));
        assertEquals(Status.UNKNOWN, spacing.status());
        assertEquals("frames are moments or projections, not slices", spacing.reason());
        assertEquals(DicomFile.X, spacing.x(), "the functional groups' value is still shown");
        assertEquals(3, spacing.frames());
        assertFalse(spacing.votes());
    }

    @Test
    void theClassInTheMetaHeaderStandsInForAMissingOne() {
        DicomFile file = volume(0, 1, 2).text(Tag.SOP_CLASS_UID, "UI", DicomFile.STORAGE + "6.1");
        byte[] bytes = file.toBytes();
        // The data set's SOPClassUID becomes an element that nobody knows.
        int at = indexOf(bytes, new byte[] {8, 0, 0x16, 0});
        bytes[at + 2] = 0x17;

        assertEquals(
                "frames are moments or projections, not slices",
                Series.of(bytes).reason());
    }

    @Test
    void aSingleFrameOfACineClassIsASlice() {
        SeriesSpacing spacing = Series.of(slice(0).text(Tag.SOP_CLASS_UID, "UI", DicomFile.STORAGE + "6.1")
                .thickness(2));

        assertEquals(2, spacing.z());
    }

    @Test
    void slidesHaveNoZForAReason() {
        DicomFile byClass = volume(0, 1, 2)
                .text(Tag.SOP_CLASS_UID, "UI", DicomFile.STORAGE + "77.1.6")
                .thickness(2);
        DicomFile oneFrame = volume(0).text(Tag.SOP_CLASS_UID, "UI", DicomFile.STORAGE + "77.1.6");
        DicomFile byMatrix = volume(0, 1, 2).numbers(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, "UL", 50_000);
        DicomFile byPosition = volume(0, 1, 2).frame(OtherMultiFrameTest::slidePosition);
        DicomFile bySharedPosition = volume().frames(3).shared(group -> {
            slidePosition(group);
            pixelMeasures(group, 0.001, Double.NaN, DicomFile.Y, DicomFile.X);
        });
        DicomFile byTopLevelPosition = volume(0, 1, 2)
                .sequence(Tag.PLANE_POSITION_SLIDE_SEQUENCE, List.of(item -> item.element(0x0040072A, "DS", 1)));
        for (DicomFile slide : List.of(byClass, oneFrame, byMatrix, byPosition, bySharedPosition, byTopLevelPosition)) {
            SeriesSpacing spacing = Series.of(slide);

            assertEquals("whole-slide image", spacing.reason());
            assertTrue(Double.isNaN(spacing.z()));
            assertEquals(Status.UNKNOWN, spacing.status());
            assertEquals(DicomFile.X, spacing.x());
            assertFalse(spacing.votes());
        }
    }

    private static void slidePosition(DicomBytes group) {
        group.sequence(Tag.PLANE_POSITION_SLIDE_SEQUENCE, true, item -> item.element(0x0040072A, "DS", 1));
    }

    @Test
    void aSegmentationWithoutItsEmptyFramesIsRegular() {
        SeriesSpacing spacing = Series.of(segmentation(0, 2, 4, 10));

        assertEquals(2, spacing.z());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(4, spacing.slices());
    }

    @Test
    void aSegmentationCanBeIrregular() {
        assertEquals(Status.IRREGULAR, Series.of(segmentation(0, 2, 4, 9)).status());
    }

    @Test
    void segmentationsOfOneFrameEachAreSlicesAndMissNoneEither() {
        List<DicomFile> files = new ArrayList<>();
        for (double z : new double[] {0, 2, 4, 10}) {
            files.add(segmentation(z));
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2, spacing.z());
        assertEquals(ZSource.POSITIONS, spacing.zSource());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(1, spacing.stacks());

        files.set(0, slice(0));
        assertEquals(Status.MISSING_SLICES, Series.of(files).status(), "among other images slices can be missing");
    }

    private static DicomFile segmentation(double... z) {
        return volume(z).text(Tag.SOP_CLASS_UID, "UI", DicomFile.SEGMENTATION);
    }

    private static DicomFile dose() {
        return DicomFile.ofClass(DicomFile.RT_DOSE).frames(4).spacing(3, 2);
    }

    private static DicomFile nm() {
        return DicomFile.ofClass(DicomFile.NM).frames(60).spacing(3, 2);
    }

    private static int indexOf(byte[] bytes, byte[] pattern) {
        for (int i = 200; ; i++) {
            if (Arrays.equals(bytes, i, i + pattern.length, pattern, 0, pattern.length)) {
                return i;
            }
        }
    }
}
