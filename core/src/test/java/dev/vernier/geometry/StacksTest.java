package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.slices;
import static dev.vernier.DicomFile.stack;
import static dev.vernier.DicomFile.volume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** spacing.md §3.1: how a series is split into stacks, and which one speaks for it. */
class StacksTest {

    private static final Set<Flag> MIXED = Set.of(Flag.MIXED_GEOMETRY);

    @Test
    void sizesAreNotMixed() {
        List<DicomFile> files = stack(5, 3);
        files.addAll(stack(3, 1));
        files.subList(5, 8).forEach(file -> file.size(DicomFile.ROWS + 1, DicomFile.COLUMNS));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(3, spacing.z());
        assertEquals(5, spacing.slices());
        assertEquals(2, spacing.stacks());
        assertEquals(DicomFile.ROWS, spacing.rows());
        assertEquals(MIXED, spacing.flags());
    }

    @Test
    void rowsAndColumnsExchangedAreAnotherSize() {
        List<DicomFile> files = stack(2, 3);
        files.get(1).size(DicomFile.COLUMNS, DicomFile.ROWS);

        assertEquals(2, Series.of(files).stacks());
    }

    @Test
    void inPlaneSpacingsAreNotMixed() {
        List<DicomFile> files = stack(6, 2);
        files.get(0).spacing(0.9, 0.9);
        files.get(5).spacing(0.9, 0.9);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(DicomFile.Y, spacing.y());
        assertEquals(4, spacing.slices());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(MIXED, spacing.flags());
    }

    @Test
    void orientationsAreNotMixed() {
        List<DicomFile> files = stack(4, 2);
        for (int i = 0; i < 3; i++) {
            files.add(slice().orientation(DicomFile.SAGITTAL).position(5 * i, 0, 0));
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2, spacing.z());
        assertEquals(4, spacing.slices());
        assertEquals(2, spacing.stacks());
        assertEquals(MIXED, spacing.flags());
    }

    @Test
    void cosinesWithinTwoThousandthsAreOneOrientation() {
        List<DicomFile> files = stack(3, 2);
        files.get(1).orientation(1, 0.0019, 0, -0.0019, 1, 0);
        SeriesSpacing near = Series.of(files);
        assertEquals(1, near.stacks());
        assertEquals(2, near.z(), 1e-4);
        assertEquals(Set.of(), near.flags());

        files.get(1).orientation(1, 0.0022, 0, -0.0022, 1, 0);
        SeriesSpacing apart = Series.of(files);
        assertEquals(2, apart.stacks());
        assertEquals(MIXED, apart.flags());
    }

    @Test
    void zeroAndMinusZeroAreOneCosine() {
        List<DicomFile> files = stack(3, 2);
        files.get(1).text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\-0\\0\\-0.0\\1\\-0");

        assertEquals(1, Series.of(files).stacks());
    }

    @Test
    void aSliceWithoutSpacingJoinsTheStackOfItsSizeAndOrientation() {
        List<DicomFile> files = stack(5, 2);
        files.get(3).without(Tag.PIXEL_SPACING);
        DicomFile otherSize = slice(100).size(8, 8).without(Tag.PIXEL_SPACING);
        files.add(otherSize);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(5, spacing.slices());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(2, spacing.stacks());
        assertEquals(MIXED, spacing.flags(), "the size of the one that joins none differs");
    }

    @Test
    void aSliceWithoutSpacingJoinsTheLargestWhereThereAreSeveral() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(slice(2 * i).spacing(0.9, 0.9));
        }
        for (int i = 0; i < 3; i++) {
            files.add(slice(2 * i).spacing(0.5, 0.5));
        }
        files.add(slice(8).without(Tag.PIXEL_SPACING));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(5, spacing.slices());
        assertEquals(0.9, spacing.y());
    }

    @Test
    void slicesThatAllLackSpacingAreStillAStack() {
        List<DicomFile> files = stack(4, 2);
        files.forEach(file -> file.without(Tag.PIXEL_SPACING));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(1, spacing.stacks());
        assertEquals(2, spacing.z());
    }

    @Test
    void mostDistinctPositionsWinAgainstMoreInstances() {
        List<DicomFile> files = stack(4, 2);
        for (int i = 0; i < 9; i++) {
            files.add(slice(i % 3).spacing(0.1, 0.1));
        }

        assertEquals(DicomFile.Y, Series.of(files).y());
    }

    @Test
    void thenMostInstancesWin() {
        List<DicomFile> files = slices(0, 2, 4);
        files.addAll(slices(0, 2, 4, 4));
        files.subList(3, 7).forEach(file -> file.spacing(0.8, 0.8));

        assertEquals(0.8, Series.of(files).y());
    }

    @Test
    void thenTheSmallerRowSpacingThenTheSmallerColumnSpacing() {
        assertEquals(
                0.4,
                Series.of(slice(0).spacing(0.5, 0.2), slice(0).spacing(0.4, 0.9))
                        .y());
        assertEquals(
                0.2,
                Series.of(slice(0).spacing(0.5, 0.9), slice(0).spacing(0.5, 0.2))
                        .x());
    }

    @Test
    void thenTheSmallerZ() {
        List<DicomFile> files = slices(0, 4);
        files.add(slice().orientation(-1, 0, 0, 0, -1, 0).position(0, 0, 0));
        files.add(slice().orientation(-1, 0, 0, 0, -1, 0).position(0, 0, 9));

        assertEquals(4, Series.of(files).z(), "though the other orientation is smaller");
    }

    @Test
    void thenTheSmallerOrientation() {
        List<DicomFile> files = slices(0, 4);
        files.get(1).thickness(2);
        DicomFile first =
                slice().orientation(-1, 0, 0, 0, -1, 0).position(7, 0, 0).thickness(6);
        DicomFile second =
                slice().orientation(-1, 0, 0, 0, -1, 0).position(7, 0, 4).thickness(6);
        files.add(first);
        files.add(second);

        assertEquals(6, Series.of(files).declaredThicknessMm());
    }

    @Test
    void aVolumeWinsATieInDistinctPositionsThoughTheSlicesAreMore() {
        List<DicomFile> files = slices(0, 2, 4, 4, 4);
        files.add(volume(0, 3, 6));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(3, spacing.z());
        assertEquals(2, spacing.stacks());
        assertEquals(Set.of(), spacing.flags(), "nothing differs but z");
    }

    @Test
    void slicesWinAgainstAVolumeWithFewerPositions() {
        List<DicomFile> files = slices(0, 2, 4, 6);
        files.add(volume(0, 3, 6).size(8, 9));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2, spacing.z());
        assertEquals(DicomFile.ROWS, spacing.rows());
        assertEquals(7, spacing.frames());
        assertEquals(MIXED, spacing.flags());
    }

    @Test
    void everyVolumeBesideSlicesIsAStackOfItsOwn() {
        SeriesSpacing spacing = Series.of(slice(0), volume(0, 3, 6), volume(10, 14, 18));

        assertEquals(3, spacing.stacks());
        assertEquals(3, spacing.z());
        assertEquals(3, spacing.slices());
    }

    @Test
    void whatIsNotKnownDoesNotDiffer() {
        DicomFile noOrientation = slice(0).without(Tag.IMAGE_ORIENTATION_PATIENT);
        DicomFile noSpacing = slice().orientation(DicomFile.SAGITTAL)
                .without(Tag.PIXEL_SPACING)
                .position(1, 2, 3);
        List<DicomFile> withoutOrientation = stack(3, 2);
        withoutOrientation.add(noOrientation);
        SeriesSpacing spacing = Series.of(withoutOrientation);
        assertEquals(1, spacing.stacks(), "it joins the stack of its size and spacing");
        assertEquals(Set.of(Flag.REPEATED_POSITIONS), spacing.flags());

        assertEquals(Set.of(), Series.of(noOrientation, noSpacing).flags());
    }

    @Test
    void aSingleFrameEnhancedFileIsASlice() {
        for (String frames : new String[] {null, "", "0", "1"}) {
            List<DicomFile> files = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                DicomFile file = volume(2.5 * i)
                        .spacing(9, 9)
                        .thickness(9)
                        .position(0, 0, 0)
                        .orientation(DicomFile.SAGITTAL);
                files.add(
                        frames == null
                                ? file.without(Tag.NUMBER_OF_FRAMES)
                                : file.text(Tag.NUMBER_OF_FRAMES, "IS", frames));
            }
            SeriesSpacing spacing = Series.of(files);

            assertEquals(2.5, spacing.z(), "NumberOfFrames " + frames);
            assertEquals(ZSource.POSITIONS, spacing.zSource());
            assertEquals(DicomFile.Y, spacing.y(), "the functional groups' value");
            assertEquals(1, spacing.stacks());
            assertEquals(3, spacing.frames());
            assertTrue(spacing.votes());
        }
    }

    @Test
    void slicesOfTheClassicAndTheEnhancedKindFormOneStack() {
        List<DicomFile> files = slices(0, 4);
        files.add(volume(2));

        assertEquals(1, Series.of(files).stacks());
        assertEquals(2, Series.of(files).z());
    }

    @Test
    void theFirstOfManyPerFrameItemsCountsWhereThereIsOneFrame() {
        DicomFile file = volume(1, 2, 3).frames(1);

        assertEquals(1, Series.of(file).slices());
        assertEquals(1, Series.of(file).frames());
        assertEquals(4, Series.of(file, slice(5)).z());
    }
}
