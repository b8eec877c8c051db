package dev.vernier.geometry;

import static dev.vernier.DicomFile.AXIAL;
import static dev.vernier.DicomFile.SAGITTAL;
import static dev.vernier.DicomFile.pixelMeasures;
import static dev.vernier.DicomFile.planeOrientation;
import static dev.vernier.DicomFile.planePosition;
import static dev.vernier.DicomFile.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** spacing.md §4, last item: several volume files in one series. */
class SeveralVolumesTest {

    private static final Set<Flag> REPEATED = Set.of(Flag.REPEATED_POSITIONS);

    @Test
    void eachVotesOnceHoweverManyFramesItHas() {
        SeriesSpacing spacing = Series.of(
                axial(0.5, 0.4, 0, 1, 2, 3, 4, 5, 6, 7), axial(0.5, 0.4, 0, 3, 6), axial(0.5, 0.4, 100, 103, 106));

        assertEquals(3, spacing.z());
    }

    @Test
    void theyVoteJointlyOnAllThree() {
        // Axis by axis, x = 0.4, y = 0.6 and z = 2 would win: a volume that is not there.
        SeriesSpacing spacing = Series.of(
                axial(0.6, 0.3, 0, 5, 10),
                axial(0.6, 0.3, 100, 105, 110),
                axial(0.5, 0.4, 0, 2, 4),
                axial(0.7, 0.4, 0, 2, 4.0),
                axial(0.6, 0.4, 50, 59));

        assertEquals(0.6, spacing.y());
        assertEquals(0.3, spacing.x());
        assertEquals(5, spacing.z());
    }

    @Test
    void aTieGoesToTheSmaller() {
        assertEquals(
                0.5, Series.of(axial(0.6, 0.4, 0, 2), axial(0.5, 0.9, 0, 9)).y());
        assertEquals(2, Series.of(axial(0.6, 0.4, 0, 3), axial(0.6, 0.4, 0, 2)).z());
    }

    @Test
    void onlyVolumesThatKnowAllThreeVote() {
        DicomFile noSpacing = DicomFile.ofClass(DicomFile.ENHANCED_CT).frames(3).spacingBetweenSlices(9);
        DicomFile noSpacingEither =
                DicomFile.ofClass(DicomFile.ENHANCED_CT).frames(3).spacingBetweenSlices(9);
        SeriesSpacing spacing = Series.of(noSpacing, noSpacingEither, axial(0.6, 0.4, 0, 2));

        assertEquals(2, spacing.z());
        assertTrue(spacing.votes());
        assertEquals(9, Series.of(noSpacing, noSpacingEither).z(), "unless none does");
    }

    @Test
    void theSamePositionsInSeveralFilesAreRepeated() {
        SeriesSpacing spacing =
                Series.of(axial(0.5, 0.4, 0, 2, 4), axial(0.5, 0.4, 0, 2, 4), axial(0.5, 0.4, 0.0004, 2.0004, 4));

        assertEquals(REPEATED, spacing.flags());
        assertEquals(3, spacing.repeats());
        assertEquals(3, spacing.slices());
        assertEquals(9, spacing.frames());
    }

    @Test
    void echoesWithinFilesAndMomentsAcrossFilesMultiply() {
        assertEquals(
                6,
                Series.of(axial(0.5, 0.4, 0, 0, 2, 2), axial(0.5, 0.4, 0, 0, 2, 2), axial(0.5, 0.4, 0, 0, 2, 2))
                        .repeats());
    }

    @Test
    void otherPositionsAreNotRepeated() {
        assertEquals(
                Set.of(),
                Series.of(axial(0.5, 0.4, 0, 2, 4), axial(0.5, 0.4, 6, 8, 10)).flags());
        assertEquals(
                Set.of(),
                Series.of(axial(0.5, 0.4, 0, 2, 4), axial(0.5, 0.4, 0, 2, 4, 6)).flags());
    }

    @Test
    void theSameDistancesInAnotherOrientationOrPlaceAreOtherPositions() {
        DicomFile sagittal = volume(0.5, 0.4, SAGITTAL, 0, 0, 2, 4);
        assertEquals(
                Set.of(Flag.MIXED_GEOMETRY),
                Series.of(axial(0.5, 0.4, 0, 2, 4), sagittal).flags());

        DicomFile beside = volume(0.5, 0.4, AXIAL, 80, 0, 2, 4);
        assertEquals(Set.of(), Series.of(axial(0.5, 0.4, 0, 2, 4), beside).flags());
    }

    @Test
    void volumesThatRepeatEachOtherAreFlaggedAlsoBesideASlice() {
        SeriesSpacing spacing = Series.of(slice(0), axial(0.7, 0.5, 0, 2, 4), axial(0.7, 0.5, 0, 2, 4));

        assertEquals(REPEATED, spacing.flags());
        assertEquals(2, spacing.repeats());
    }

    @Test
    void theSizeShownIsThatOfTheVolumeWithMostFramesThenTheLarger() {
        SeriesSpacing spacing = Series.of(
                axial(0.5, 0.4, 0, 2, 4, 6).size(64, 32),
                axial(0.5, 0.4, 10, 12, 14, 16).size(128, 16),
                axial(0.5, 0.4, 20, 22, 24, 26).size(60, 40),
                axial(0.5, 0.4, 30, 32).size(512, 512));

        assertEquals(60, spacing.rows(), "2400 pixels are more than 2048");
        assertEquals(40, spacing.columns());
        assertTrue(spacing.flags().contains(Flag.MIXED_GEOMETRY));
    }

    @Test
    void theSizeShownIsThatOfAVolumeThatVotedForTheAnswer() {
        SeriesSpacing spacing = Series.of(
                axial(0.5, 0.4, 0, 9, 18, 27).size(64, 32),
                axial(0.5, 0.4, 10, 12, 14).size(8, 8),
                axial(0.5, 0.4, 20, 22, 24).size(8, 8));

        assertEquals(2, spacing.z());
        assertEquals(8, spacing.rows());
        assertEquals(3, spacing.slices());
    }

    @Test
    void soItIsWhereAllAreLocalizers() {
        SeriesSpacing spacing = Series.of(
                axial(0.5, 0.4, 0, 9, 18, 27).size(64, 32).imageType("A\\LOCALIZER"),
                axial(0.5, 0.4, 10, 12, 14).size(8, 8).imageType("A\\LOCALIZER"),
                axial(0.5, 0.4, 20, 22, 24).size(8, 8).imageType("A\\LOCALIZER"));

        assertEquals(8, spacing.rows());
        assertTrue(Double.isNaN(spacing.z()));
    }

    @Test
    void mixedGeometryComparesTheVolumes() {
        assertEquals(
                Set.of(Flag.MIXED_GEOMETRY),
                Series.of(axial(0.5, 0.4, 0, 2), axial(0.5, 0.41, 9, 11)).flags());
        assertEquals(
                Set.of(),
                Series.of(axial(0.5, 0.4, 0, 2), axial(0.5, 0.4, 9, 12)).flags(),
                "z may differ");
        DicomFile noOrientation =
                DicomFile.ofClass(DicomFile.NM).frames(3).spacing(0.5, 0.4).thickness(2);
        assertEquals(
                Set.of(Flag.ESTIMATED),
                Series.of(axial(0.5, 0.4, 0, 2), noOrientation).flags(),
                "not known, not different; of two that say the same, the one with most frames speaks");
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            files.add(
                    axial(0.5 + i % 2 * 0.1, 0.4, 0, 2 + i % 3, 4 + 2 * (i % 3)).size(10 + i % 4, 10));
            files.add(slice(0).imageType("A\\MOSAIC")
                    .spacing(0.5, 0.4)
                    .spacingBetweenSlices(2 + i % 2)
                    .numbers(Tag.NUMBER_OF_IMAGES_IN_MOSAIC, "US", 20 + i % 5));
        }
        SeriesSpacing expected = Series.of(files);
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            Collections.shuffle(files, random);
            assertEquals(expected, Series.of(files));
        }
    }

    @Test
    void analysingTwiceChangesNothing() {
        SeriesTally tally = Series.tally(
                SpacingRules.DEFAULT,
                List.of(
                        axial(0.5, 0.4, 0, 2).imageType("A\\LOCALIZER"),
                        axial(0.5, 0.4, 0, 2).imageType("A\\LOCALIZER")));

        assertEquals(tally.analyse(SpacingRules.DEFAULT), tally.analyse(SpacingRules.DEFAULT));
        assertEquals(2, tally.analyse(SpacingRules.DEFAULT).repeats());
    }

    private static DicomFile axial(double y, double x, double... z) {
        return volume(y, x, AXIAL, 0, z);
    }

    /** Frames at these distances along the normal, in-plane shifted along the row direction. */
    private static DicomFile volume(double y, double x, double[] cosines, double shift, double... distances) {
        DicomFile file = DicomFile.ofClass(DicomFile.ENHANCED_CT)
                .frames(distances.length)
                .shared(group -> {
                    planeOrientation(group, cosines);
                    pixelMeasures(group, Double.NaN, Double.NaN, y, x);
                });
        Normal normal = Normal.of(cosines);
        for (double distance : distances) {
            file.frame(group -> planePosition(
                    group,
                    distance * normal.x() + shift * cosines[0],
                    distance * normal.y() + shift * cosines[1],
                    distance * normal.z() + shift * cosines[2]));
        }
        return file;
    }
}
