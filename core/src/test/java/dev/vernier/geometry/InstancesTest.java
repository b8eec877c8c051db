package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.slices;
import static dev.vernier.DicomFile.stack;
import static dev.vernier.DicomFile.volume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** spacing.md §3.1 and §5: what counts as an instance, an image, a frame. */
class InstancesTest {

    private static final String RAW_DATA = DicomFile.STORAGE + "66";
    private static final String SPECTROSCOPY = DicomFile.STORAGE + "4.2";

    @Test
    void copiesOfAFileCountOnce() {
        List<DicomFile> files = stack(4, 2.5);
        files.add(files.get(1));
        files.add(files.get(1));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(6, spacing.files());
        assertEquals(4, spacing.instances());
        assertEquals(4, spacing.frames());
        assertEquals(4, spacing.slices());
        assertEquals(1, spacing.repeats());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void imagesWithOneInstanceUidAtDifferentPositionsAreDifferentSlices() {
        List<DicomFile> files = stack(5, 2.5);
        files.forEach(file -> file.sop("1.5.1"));
        files.add(files.get(3));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(6, spacing.files());
        assertEquals(5, spacing.instances());
        assertEquals(5, spacing.slices());
        assertEquals(2.5, spacing.z());
        assertEquals(Set.of(Flag.REPEATED_INSTANCE), spacing.flags());
    }

    @Test
    void ofCopiesAtOnePositionTheOneWithTheSmallerSpacingCounts() {
        List<DicomFile> files = slices(0, 2);
        files.add(slice(4).spacing(0.6, 0.5).sop("1.5.1"));
        files.add(slice(4).spacing(0.5, 0.6).sop("1.5.1"));
        files.add(slice(0).spacing(0.5, 0.6));
        files.add(slice(2).spacing(0.5, 0.6));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(5, spacing.instances());
        assertEquals(0.5, spacing.y());
        assertEquals(3, spacing.slices());
        assertTrue(spacing.flags().contains(Flag.REPEATED_INSTANCE));
    }

    @Test
    void ofCopiesTheRichestCountsThoughAnotherIsSmaller() {
        List<DicomFile> files = stack(3, 2);
        files.get(1).sop("1.5.1");
        files.add(slice(2).without(Tag.PIXEL_SPACING).size(2, 2).sop("1.5.1"));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(3, spacing.slices());
        assertEquals(1, spacing.stacks());
        assertEquals(Set.of(Flag.REPEATED_INSTANCE), spacing.flags());
    }

    @Test
    void aCopyWithoutAPositionIsAtAnyPosition() {
        List<DicomFile> files = stack(3, 2);
        files.get(1).sop("1.5.1");
        files.add(slice(2).without(Tag.IMAGE_POSITION_PATIENT).sop("1.5.1"));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(3, spacing.instances());
        assertEquals(3, spacing.slices());
        assertEquals(Set.of(Flag.REPEATED_INSTANCE), spacing.flags());
    }

    @Test
    void aFileOfAnImageClassWithoutRowsIsACopyOfTheImage() {
        List<DicomFile> files = stack(3, 2);
        files.get(1).sop("1.5.1");
        files.add(slice(2).without(Tag.ROWS).sop("1.5.1"));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(4, spacing.files());
        assertEquals(3, spacing.instances());
        assertEquals(3, spacing.slices());
        assertEquals(Set.of(Flag.REPEATED_INSTANCE), spacing.flags());
    }

    @Test
    void theSmallerNumberOfFramesGoesBeforeTheGeometry() {
        DicomFile many = volume().frames(4).size(2, 2).sop("1.5.1");
        DicomFile few = volume().frames(3).size(99, 99).sop("1.5.1");
        SeriesSpacing volumes = Series.of(many, few);
        assertEquals(3, volumes.frames());
        assertEquals(99, volumes.rows());
        assertEquals(Set.of(Flag.REPEATED_INSTANCE), volumes.flags());

        SeriesSpacing sliceAndVolume = Series.of(few, slice(0).size(500, 500).sop("1.5.1"));
        assertEquals(1, sliceAndVolume.frames());
        assertEquals(500, sliceAndVolume.rows());
        assertEquals(Set.of(Flag.REPEATED_INSTANCE), sliceAndVolume.flags());
    }

    @Test
    void mosaicsWithOneInstanceUidThatDifferInTheirNumberOfImagesCountTheSmaller() {
        DicomFile few = mosaic(20);
        DicomFile many = mosaic(30);

        assertEquals(20, Series.of(few, many).slices());
        assertEquals(20, Series.of(many, few).slices());
        assertEquals(Set.of(Flag.REPEATED_INSTANCE), Series.of(many, few).flags());
    }

    private static DicomFile mosaic(int images) {
        return slice(0).imageType("ORIGINAL\\MOSAIC")
                .sop("1.5.1")
                .spacingBetweenSlices(3)
                .numbers(Tag.NUMBER_OF_IMAGES_IN_MOSAIC, "US", images);
    }

    @Test
    void localizersDoNotCount() {
        List<DicomFile> files = stack(3, 2);
        files.addAll(localizers());
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2, spacing.z());
        assertEquals(3, spacing.slices());
        assertEquals(DicomFile.ROWS, spacing.rows());
        assertEquals(7, spacing.instances());
        assertEquals(7, spacing.frames(), "frames are those of all images");
        assertEquals(1, spacing.stacks());
        assertEquals(Set.of(), spacing.flags(), "the localizers' geometry is not mixed with the others'");
        assertTrue(spacing.votes());
    }

    @Test
    void aVolumeCanBeALocalizer() {
        DicomFile scout = volume(0, 10, 20, 30).imageType("ORIGINAL\\PRIMARY\\LOCALIZER\\NONE");
        SeriesSpacing spacing = Series.of(slice(0).thickness(3), scout);

        assertEquals(3, spacing.z());
        assertEquals(5, spacing.frames());
    }

    @Test
    void whereAllAreLocalizersEverythingButZIsShownAndTheSeriesDoesNotVote() {
        SeriesSpacing spacing = Series.of(localizers());

        assertEquals(0.9, spacing.y());
        assertEquals(0.8, spacing.x());
        assertEquals(512, spacing.rows());
        assertEquals(256, spacing.columns());
        assertEquals(4, spacing.slices());
        assertTrue(Double.isNaN(spacing.z()));
        assertEquals(ZSource.UNKNOWN, spacing.zSource());
        assertEquals(Status.UNKNOWN, spacing.status());
        assertEquals("only localizers", spacing.reason());
        assertFalse(spacing.votes());
        assertEquals(Set.of(Flag.DECLARED_MISMATCH), spacing.flags());
        assertEquals(8, spacing.declaredSpacingMm());
        assertEquals(25, spacing.measuredSpacingMm());
    }

    @Test
    void whatIsUnknownIsNotEstimated() {
        DicomFile single = slice(0).imageType("DERIVED\\LOCALIZER").thickness(5);

        assertEquals(Set.of(), Series.of(single).flags());
    }

    @Test
    void localizersAreStillLocalizersBesideAReport() {
        List<DicomFile> files = localizers();
        files.add(report());
        SeriesSpacing spacing = Series.of(files);

        assertEquals("only localizers", spacing.reason());
        assertEquals(5, spacing.instances());
        assertEquals(4, spacing.frames());
    }

    @Test
    void aWordThatOnlyContainsLocalizerIsAnother() {
        List<DicomFile> files = stack(3, 2);
        files.forEach(file -> file.imageType("ORIGINAL\\PRIMARY\\LOCALIZERS"));

        assertEquals(2, Series.of(files).z());
    }

    private static List<DicomFile> localizers() {
        List<DicomFile> files = stack(4, 25);
        files.forEach(file -> file.imageType("ORIGINAL\\PRIMARY\\LOCALIZER")
                .size(512, 256)
                .spacing(0.9, 0.8)
                .spacingBetweenSlices(8));
        return files;
    }

    @Test
    void instancesOfNonImageClassesAreCountedButHaveNoFrames() {
        List<DicomFile> files = stack(3, 2);
        files.add(report());
        files.add(report());
        SeriesSpacing spacing = Series.of(files);

        assertEquals(5, spacing.files());
        assertEquals(5, spacing.instances());
        assertEquals(3, spacing.frames());
        assertEquals(2, spacing.z());
        assertTrue(spacing.votes());
    }

    @ParameterizedTest
    @ValueSource(strings = {DicomFile.STRUCTURED_REPORT, RAW_DATA, SPECTROSCOPY})
    void aSeriesOfNothingElseIsUnknownForItHasNoImage(String sopClass) {
        SeriesSpacing spacing = Series.of(slice(0).text(Tag.SOP_CLASS_UID, "UI", sopClass));

        assertEquals(Status.UNKNOWN, spacing.status());
        assertEquals("no image", spacing.reason());
        assertFalse(spacing.votes());
        assertEquals(1, spacing.instances());
        assertEquals(0, spacing.frames());
        assertEquals(0, spacing.rows());
    }

    @Test
    void anImageClassWithoutRowsOrColumnsIsNoImage() {
        assertEquals("no image", Series.of(slice(0).without(Tag.ROWS)).reason());
        assertEquals(
                "no image", Series.of(slice(0).numbers(Tag.COLUMNS, "US", 0)).reason());
    }

    @Test
    void anUnknownClassWithRowsAndColumnsIsAnImage() {
        DicomFile privateClass = slice(0).text(Tag.SOP_CLASS_UID, "UI", "1.3.46.670589.5.0.1");
        DicomFile noClass = slice(1).without(Tag.SOP_CLASS_UID).withoutMeta();

        assertEquals(1, Series.of(privateClass, noClass).z());
    }

    @Test
    void anImageWithoutSeriesHasAnOutcomeOfItsOwn() {
        assertEquals(Outcome.NO_SERIES, Series.outcome(slice(0).without(Tag.SERIES_INSTANCE_UID)));
        assertEquals(Outcome.NO_SERIES, Series.outcome(slice(0).series(" ")));
        assertEquals(Outcome.NO_GEOMETRY, Series.outcome(report().without(Tag.SERIES_INSTANCE_UID)));
    }

    @Test
    void filesWithoutInstanceUidAreInstancesOfTheirOwn() {
        List<DicomFile> files = stack(200, 2);
        files.forEach(file -> file.without(Tag.SOP_INSTANCE_UID));
        files.subList(0, 100).forEach(file -> file.text(Tag.SOP_INSTANCE_UID, "UI", ""));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(200, spacing.instances());
        assertEquals(200, spacing.slices());
    }

    @Test
    void aReportWithTheInstanceUidOfAnImageIsNoInstanceBesideIt() {
        SeriesSpacing spacing = Series.of(slice(0).sop("1.5.1"), report().sop("1.5.1"), report().sop("1.5.2"));

        assertEquals(2, spacing.instances());
        assertEquals(1, spacing.frames());
        assertEquals(Set.of(), spacing.flags());
    }

    @Test
    void theOrderOfFilesDoesNotDecideWhichRepeatedInstanceCounts() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            files.add(slice(i * 1.1).spacing(0.5, 0.4 + i % 3 * 0.1).sop("1.5." + i % 7));
            files.add(volume(0, i, 2 * i + 1).sop("1.5." + i % 5).imageType(i % 2 == 0 ? "A\\LOCALIZER" : "A"));
        }
        SeriesSpacing expected = Series.of(files);
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            Collections.shuffle(files, random);
            assertEquals(expected, Series.of(files));
        }
    }

    private static DicomFile report() {
        return DicomFile.ofClass(DicomFile.STRUCTURED_REPORT).without(Tag.ROWS).without(Tag.COLUMNS);
    }
}
