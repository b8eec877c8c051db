package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** spacing.md §5: the line that the images of a stack lie on. */
class StackLineTest {

    private static List<DicomFile> leaning(double besidePerMm, int count) {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(slice().position(10 + besidePerMm * 2 * i, 5, 2 * i));
        }
        return files;
    }

    @Test
    void theTiltIsTheMedianStepsThoughOneSliceIsFarAside() {
        List<DicomFile> files = leaning(Math.tan(Math.toRadians(16.5)), 9);
        files.get(8).position(400, 5, 16);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(16.5, spacing.tiltDegrees(), 0.01);
        assertEquals(2, spacing.z());
        assertEquals(Set.of(Flag.TILTED, Flag.SHIFTED_SLICES), spacing.flags());
    }

    @Test
    void oneShiftedSliceIsSaid() {
        List<DicomFile> files = leaning(0, 9);
        files.get(4).position(10, 5.75, 8);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(Set.of(Flag.SHIFTED_SLICES), spacing.flags());
    }

    @Test
    void aShiftOfLessThanThePixelIsNone() {
        List<DicomFile> files = leaning(0, 9);
        files.get(4).position(10, 5 + Math.max(DicomFile.X, DicomFile.Y), 8);

        assertEquals(Set.of(), Series.of(files).flags());
    }

    @Test
    void withoutASpacingTheLimitIsAMillimetre() {
        List<DicomFile> files = leaning(0, 9);
        files.get(4).position(10, 5.9, 8);
        files.forEach(file -> file.without(Tag.PIXEL_SPACING));
        assertEquals(Set.of(), Series.of(files).flags());

        files.get(4).position(10, 6.1, 8);
        assertEquals(Set.of(Flag.SHIFTED_SLICES), Series.of(files).flags());
    }

    @Test
    void aRepeatBesideTheLineIsShiftedAsWell() {
        List<DicomFile> files = leaning(0, 9);
        files.add(slice().position(10, 90, 8));

        assertTrue(Series.of(files).flags().contains(Flag.SHIFTED_SLICES));
    }

    @ParameterizedTest
    @CsvSource({"1, 0.0009, 1, false", "1, 0.0011, 1, true", "1.0011, 0, 1, true", "1, 0, 0.9989, true"})
    void directionsThatAreNoPerpendicularUnitVectorsAreSaid(double rowX, double rowY, double columnY, boolean flagged) {
        List<DicomFile> files = leaning(0, 5);
        files.get(2).orientation(rowX, rowY, 0, 0, columnY, 0);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(flagged ? Set.of(Flag.NOT_ORTHOGONAL) : Set.of(), spacing.flags());
        assertEquals(2, spacing.z(), 1e-9);
    }
}
