package dev.vernier.geometry;

import static dev.vernier.DicomFile.pixelMeasures;
import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.volume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** spacing.md §3.6: many slices in one single-frame image. */
class MosaicTest {

    @ParameterizedTest
    @ValueSource(strings = {"ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC", "ORIGINAL\\PRIMARY\\FMRI\\NONE\\VFRAME"})
    void zIsSpacingBetweenSlicesAndNoEstimate(String imageType) {
        SeriesSpacing spacing = Series.of(mosaic().imageType(imageType));

        assertEquals(3.6, spacing.z());
        assertEquals(ZSource.SPACING_BETWEEN_SLICES, spacing.zSource());
        assertEquals(Status.UNKNOWN, spacing.status());
        assertEquals("the position of a mosaic is not a slice's", spacing.reason());
        assertEquals(Set.of(), spacing.flags());
        assertTrue(spacing.votes());
    }

    @Test
    void theSignOfSpacingBetweenSlicesIsADirection() {
        assertEquals(3.6, Series.of(mosaic().spacingBetweenSlices(-3.6)).z());
    }

    @Test
    void aPlausibleThicknessDoesNotStandIn() {
        SeriesSpacing spacing =
                Series.of(mosaic().without(Tag.SPACING_BETWEEN_SLICES).thickness(3));

        assertTrue(Double.isNaN(spacing.z()));
        assertFalse(spacing.votes());
        assertEquals(Set.of(), spacing.flags());
        assertEquals("no SpacingBetweenSlices; the position of a mosaic is not a slice's", spacing.reason());
    }

    @Test
    void aSpacingThatAThicknessWouldNotAllowIsBelieved() {
        assertEquals(
                12, Series.of(mosaic().spacingBetweenSlices(12).thickness(3)).z());
    }

    @Test
    void slicesAreTheNumberOfImagesInIt() {
        assertEquals(
                35,
                Series.of(mosaic().numbers(Tag.NUMBER_OF_IMAGES_IN_MOSAIC, "US", 35))
                        .slices());
        assertEquals(
                36,
                Series.of(mosaic().text(Tag.NUMBER_OF_IMAGES_IN_MOSAIC, "IS", "36"))
                        .slices(),
                "converters write it as text");
        assertEquals(StackSpacing.UNKNOWN_COUNT, Series.of(mosaic()).slices());
    }

    @Test
    void mosaicsOfATimeSeriesRepeatNoPosition() {
        SeriesSpacing spacing = Series.of(mosaic(), mosaic(), mosaic());

        assertEquals(Set.of(), spacing.flags());
        assertEquals(3, spacing.frames());
        assertEquals(1, spacing.repeats());
    }

    @Test
    void mosaicsVoteOnceEach() {
        SeriesSpacing spacing = Series.of(mosaic(), mosaic().spacingBetweenSlices(4), mosaic().spacingBetweenSlices(4));

        assertEquals(4, spacing.z());
    }

    @Test
    void positionsAreNotSlicesEvenWhereTheyDiffer() {
        List<DicomFile> files =
                List.of(mosaic().position(0, 0, 0), mosaic().position(0, 0, 5), mosaic().position(0, 0, 10));
        files.forEach(file -> file.numbers(Tag.NUMBER_OF_IMAGES_IN_MOSAIC, "US", 30));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(3.6, spacing.z());
        assertEquals(30, spacing.slices());
        assertEquals(Status.UNKNOWN, spacing.status());
    }

    @Test
    void filesThatLieLikeSlicesAndDoNotSayOfHowManyImagesTheyAreWereTakenApart() {
        SeriesSpacing spacing =
                Series.of(mosaic().position(0, 0, 0), mosaic().position(0, 0, 5), mosaic().position(0, 0, 10));

        assertEquals(5, spacing.z());
        assertEquals(3, spacing.slices());
        assertEquals(Status.REGULAR, spacing.status());
    }

    @Test
    void volumesThatMoveByLessThanAQuarterOfTheThicknessWereNotTakenApart() {
        SeriesSpacing spacing = Series.of(
                mosaic().position(0, 0, 0).thickness(4),
                mosaic().position(0, 0, 0.9).thickness(4),
                mosaic().position(0, 0, 1.8).thickness(4));

        assertEquals(3.6, spacing.z());
        assertEquals(Status.UNKNOWN, spacing.status());
    }

    @Test
    void anEnhancedFileOfOneFrameCanBeAMosaic() {
        DicomFile file = volume(0)
                .imageType("ORIGINAL\\PRIMARY\\VFRAME")
                .shared(group -> pixelMeasures(group, 3, 4.5, 0.9, 0.8));
        SeriesSpacing spacing = Series.of(file);

        assertEquals(4.5, spacing.z());
        assertEquals(0.8, spacing.x());
        assertEquals(Status.UNKNOWN, spacing.status());
    }

    @Test
    void framesOfAMultiFrameFileAreSlicesWhateverItsImageTypeSays() {
        SeriesSpacing spacing = Series.of(volume(0, 2, 4).imageType("ORIGINAL\\PRIMARY\\VFRAME"));

        assertEquals(2, spacing.z());
        assertEquals(3, spacing.slices());
    }

    @Test
    void aSliceBesideMosaicsWinsByItsPosition() {
        List<DicomFile> files = List.of(mosaic(), mosaic(), slice(0).thickness(5));

        assertEquals(5, Series.of(files).z());
        assertEquals(3, Series.of(files).stacks());
    }

    private static DicomFile mosaic() {
        return slice(0).text(Tag.SOP_CLASS_UID, "UI", DicomFile.MR)
                .imageType("ORIGINAL\\PRIMARY\\MOSAIC")
                .spacingBetweenSlices(3.6);
    }
}
