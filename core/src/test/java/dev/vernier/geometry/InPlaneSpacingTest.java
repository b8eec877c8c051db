package dev.vernier.geometry;

import static dev.vernier.DicomFile.pixelMeasures;
import static dev.vernier.DicomFile.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** spacing.md §2: x and y. */
class InPlaneSpacingTest {

    private static final SpacingRules DETECTOR = SpacingRules.DEFAULT.withDetectorSpacing(true);

    @Test
    void pixelSpacingHoldsTheRowSpacingFirst() {
        SeriesSpacing spacing = Series.of(slice(0).size(64, 32).spacing(0.9, 0.3));

        assertXy(0.3, 0.9, spacing);
        assertEquals(XySource.PIXEL_SPACING, spacing.xySource());
        assertEquals(64, spacing.rows());
        assertEquals(32, spacing.columns());
    }

    @Test
    void theFramesOwnPixelMeasuresComeFirst() {
        SeriesSpacing spacing = Series.of(enhanced()
                .spacing(3, 2)
                .shared(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.9, 0.8))
                .frame(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.6, 0.4))
                .frame(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.6, 0.4)));

        assertXy(0.4, 0.6, spacing);
    }

    @Test
    void theSharedPixelMeasuresComeNext() {
        SeriesSpacing spacing = Series.of(enhanced()
                .spacing(3, 2)
                .shared(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.9, 0.8))
                .frame(group -> DicomFile.planePosition(group, 0, 0, 0))
                .frame(group -> DicomFile.planePosition(group, 0, 0, 1)));

        assertXy(0.8, 0.9, spacing);
    }

    @Test
    void theTopLevelComesLast() {
        SeriesSpacing spacing = Series.of(enhanced()
                .spacing(3, 2)
                .frame(group -> DicomFile.planePosition(group, 0, 0, 0))
                .frame(group -> DicomFile.planePosition(group, 0, 0, 1)));

        assertXy(2, 3, spacing);
    }

    @Test
    void anUnusableValueOfAFrameFallsBackToTheSharedOne() {
        SeriesSpacing spacing = Series.of(enhanced()
                .shared(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.9, 0.8))
                .frame(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0, 0))
                .frame(group -> pixelMeasures(group, Double.NaN, Double.NaN, -1, 2)));

        assertXy(0.8, 0.9, spacing);
    }

    @Test
    void aVolumeTakesTheModeOverItsFrames() {
        SeriesSpacing spacing = Series.of(enhanced()
                .frames(3)
                .frame(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.6, 0.4))
                .frame(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.3, 0.2))
                .frame(group -> pixelMeasures(group, Double.NaN, Double.NaN, 0.6, 0.4)));

        assertXy(0.4, 0.6, spacing);
    }

    @Test
    void pixelSpacingInsideAnotherSequenceIsNotTheImages() {
        SeriesSpacing spacing = Series.of(slice(0).without(Tag.PIXEL_SPACING)
                .sequence(0x00082112, List.of(item -> item.element(Tag.PIXEL_SPACING, "DS", 9, 8))));

        assertXy(Double.NaN, Double.NaN, spacing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0.5",
                "0\\0.5",
                "0.5\\0",
                "-0.5\\0.5",
                "0.5\\-0.5",
                "0.5\\",
                "\\0.5",
                "nan\\0.5",
                "0.5\\1e999",
                "Infinity\\1",
                "0.5;0.4"
            })
    void whatIsNoSpacingCastsNoVoteButItsPositionCounts(String pixelSpacing) {
        List<DicomFile> files = DicomFile.stack(5, 2);
        files.get(2).text(Tag.PIXEL_SPACING, "DS", pixelSpacing);
        SeriesSpacing spacing = Series.of(files);

        assertXy(DicomFile.X, DicomFile.Y, spacing);
        assertEquals(5, spacing.slices());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(2, spacing.z());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void withoutAnyPixelSpacingXAndYAreUnknownAndTheSeriesDoesNotVote() {
        List<DicomFile> files = DicomFile.stack(3, 2);
        files.forEach(file -> file.without(Tag.PIXEL_SPACING).numbers(Tag.IMAGER_PIXEL_SPACING, "DS", 0.2, 0.1));
        SeriesSpacing spacing = Series.of(files);

        assertXy(Double.NaN, Double.NaN, spacing);
        assertEquals(XySource.UNKNOWN, spacing.xySource());
        assertEquals(2, spacing.z());
        assertEquals(Status.REGULAR, spacing.status());
        assertFalse(spacing.votes());
        assertEquals("no in-plane spacing", spacing.reason());
    }

    @Test
    void detectorSpacingsAreUsedWhenAskedForAndFlagged() {
        DicomFile imager = slice(0).without(Tag.PIXEL_SPACING).numbers(Tag.IMAGER_PIXEL_SPACING, "DS", 0.2, 0.1);
        SeriesSpacing byImager = Series.of(DETECTOR, imager);
        assertXy(0.1, 0.2, byImager);
        assertEquals(XySource.IMAGER_PIXEL_SPACING, byImager.xySource());
        assertEquals(Set.of(Flag.IMAGER_SPACING), byImager.flags());

        DicomFile scanned =
                slice(0).without(Tag.PIXEL_SPACING).numbers(Tag.NOMINAL_SCANNED_PIXEL_SPACING, "DS", 0.4, 0.3);
        SeriesSpacing byScanner = Series.of(DETECTOR, scanned);
        assertXy(0.3, 0.4, byScanner);
        assertEquals(XySource.NOMINAL_SCANNED_PIXEL_SPACING, byScanner.xySource());
        assertEquals(Set.of(Flag.IMAGER_SPACING), byScanner.flags());
    }

    @Test
    void detectorSpacingsOfAVolumeAreFlaggedAsWell() {
        SeriesSpacing spacing = Series.of(
                DETECTOR, DicomFile.ofClass(DicomFile.NM).frames(4).numbers(Tag.IMAGER_PIXEL_SPACING, "DS", 0.2, 0.1));

        assertXy(0.1, 0.2, spacing);
        assertEquals(Set.of(Flag.IMAGER_SPACING), spacing.flags());
    }

    @Test
    void pixelSpacingGoesBeforeDetectorSpacings() {
        SeriesSpacing spacing = Series.of(
                DETECTOR,
                slice(0).numbers(Tag.IMAGER_PIXEL_SPACING, "DS", 0.2, 0.1)
                        .numbers(Tag.NOMINAL_SCANNED_PIXEL_SPACING, "DS", 0.4, 0.3));

        assertXy(DicomFile.X, DicomFile.Y, spacing);
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void aDetectorSpacingThatVotedIsFlaggedThoughPixelSpacingSaysTheSame() {
        DicomFile imager =
                slice(1).without(Tag.PIXEL_SPACING).numbers(Tag.IMAGER_PIXEL_SPACING, "DS", DicomFile.Y, DicomFile.X);
        SeriesSpacing spacing = Series.of(DETECTOR, slice(0), imager, slice(2));

        assertEquals(3, spacing.slices());
        assertEquals(XySource.PIXEL_SPACING, spacing.xySource());
        assertEquals(Set.of(Flag.IMAGER_SPACING), spacing.flags());
    }

    @Test
    void thePairIsCountedJointly() {
        // Each axis alone would choose 0.5 for y and 0.4 for x: a pair that no slice has.
        List<DicomFile> files = new ArrayList<>();
        addFrames(files, 2, 0.5, 0.3);
        addFrames(files, 3, 0.6, 0.4);
        addFrames(files, 2, 0.5, 0.2);
        DicomFile volume = enhanced().frames(files.size());
        addPixelMeasures(
                volume,
                new double[][] {{0.5, 0.3}, {0.5, 0.3}, {0.6, 0.4}, {0.6, 0.4}, {0.6, 0.4}, {0.5, 0.2}, {0.5, 0.2}});

        assertXy(0.4, 0.6, Series.of(files));
        assertXy(0.4, 0.6, Series.of(volume));
    }

    @Test
    void valuesWithinOneTenThousandthAreOneValueAndItsMostFrequentSpellingIsReported() {
        List<DicomFile> files = new ArrayList<>();
        addFrames(files, 1, 0.499999, 0.4);
        addFrames(files, 3, 0.5, 0.4);
        addFrames(files, 2, 0.50004, 0.4);
        // Alone, 0.6 would win against each spelling of 0.5.
        addFrames(files, 5, 0.6, 0.4);

        SeriesSpacing spacing = Series.of(files);
        assertXy(0.4, 0.5, spacing);
        assertEquals(6, spacing.slices());
    }

    @Test
    void valuesThatDifferByMoreAreTwo() {
        List<DicomFile> files = new ArrayList<>();
        addFrames(files, 3, 0.5, 0.4);
        addFrames(files, 2, 0.5006, 0.4);
        SeriesSpacing spacing = Series.of(files);

        assertXy(0.4, 0.5, spacing);
        assertEquals(3, spacing.slices());
        assertEquals(Set.of(Flag.MIXED_GEOMETRY), spacing.flags());
    }

    @Test
    void aTieOfSpellingsGoesToTheSmallerValue() {
        List<DicomFile> files = new ArrayList<>();
        addFrames(files, 2, 0.50002, 0.4);
        addFrames(files, 2, 0.5, 0.4);

        assertXy(0.4, 0.5, Series.of(files));
    }

    @Test
    void aTieOfPairsGoesToTheSmallerRowSpacing() {
        List<DicomFile> files = new ArrayList<>();
        addFrames(files, 2, 0.6, 0.3);
        addFrames(files, 2, 0.5, 0.9);

        assertXy(0.9, 0.5, Series.of(files));
    }

    @Test
    void theResultDoesNotDependOnTheOrderOfFiles() {
        List<DicomFile> files = new ArrayList<>();
        addFrames(files, 3, 0.5, 0.4);
        addFrames(files, 3, 0.50003, 0.4);
        addFrames(files, 3, 0.50006, 0.4);
        addFrames(files, 3, 0.50009, 0.40002);
        SeriesSpacing expected = Series.of(files);
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            Collections.shuffle(files, random);
            assertEquals(expected, Series.of(files));
        }
    }

    @Test
    void moreThanTwoValuesAreReadAsTheFirstTwo() {
        assertXy(0.4, 0.5, Series.of(slice(0).numbers(Tag.PIXEL_SPACING, "DS", 0.5, 0.4, 0.3)));
    }

    private static DicomFile enhanced() {
        return DicomFile.ofClass(DicomFile.ENHANCED_MR).frames(2);
    }

    private static void addFrames(List<DicomFile> files, int count, double y, double x) {
        for (int i = 0; i < count; i++) {
            files.add(slice(files.size()).spacing(y, x));
        }
    }

    private static void addPixelMeasures(DicomFile volume, double[][] yx) {
        for (double[] pair : yx) {
            volume.frame(group -> pixelMeasures(group, Double.NaN, Double.NaN, pair));
        }
    }

    private static void assertXy(double x, double y, SeriesSpacing spacing) {
        assertEquals(x, spacing.x(), "x");
        assertEquals(y, spacing.y(), "y");
    }
}
