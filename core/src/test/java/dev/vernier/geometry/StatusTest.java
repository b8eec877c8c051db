package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.vernier.dicom.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** spacing.md §5: how evenly the slices lie. */
class StatusTest {

    @Test
    void regularIsWhereAllGapsAreInTheWinningCluster() {
        assertEquals(Status.REGULAR, status(0, 1, 2.005, 3));
        assertEquals(Status.REGULAR, status(0, 7));
    }

    @Test
    void missingSlicesAreWholeMultiples() {
        assertEquals(Status.MISSING_SLICES, status(0, 1, 2, 4, 5));
        assertEquals(Status.MISSING_SLICES, status(0, 1, 2, 5, 9, 10));
    }

    @ParameterizedTest
    @CsvSource({"2, MISSING_SLICES", "20, MISSING_SLICES", "21, IRREGULAR", "1.5, IRREGULAR", "2.5, IRREGULAR"})
    void theFactorIsWholeAndFromTwoToTwenty(double factor, Status expected) {
        assertEquals(expected, status(0, 3, 6, 6 + 3 * factor));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 10.04, MISSING_SLICES", // 1 % of 5 is 0.05
        "5, 10.06, IRREGULAR",
        "5, 9.96, MISSING_SLICES",
        "5, 9.94, IRREGULAR",
        "0.5, 1.009, MISSING_SLICES", // at least 0.01
        "0.5, 1.012, IRREGULAR",
        "0.5, 1.01, MISSING_SLICES" // the limit itself is within it
    })
    void aMultipleMayBeOffByOnePercentOrAHundredth(double z, double gap, Status expected) {
        assertEquals(expected, status(0, z, 2 * z, 2 * z + gap));
    }

    @Test
    void missingSlicesAreTriedBeforeVariable() {
        assertEquals(Status.MISSING_SLICES, status(0, 1, 2, 3, 5, 7), "gaps 1 1 1 2 2");
    }

    @Test
    void variableIsWhereTwoGapsRecur() {
        assertEquals(Status.VARIABLE, status(0, 1, 2, 3, 4.5, 6), "gaps 1 1 1 1.5 1.5");
        assertEquals(Status.VARIABLE, status(0, 1, 2, 2.4, 2.8), "the smaller one is no multiple");
    }

    @Test
    void irregularIsAnythingElse() {
        assertEquals(Status.IRREGULAR, status(0, 1, 2, 3, 4.5), "one odd gap");
        assertEquals(Status.IRREGULAR, status(0, 1, 3.3, 7.9), "all gaps differ");
        assertEquals(Status.IRREGULAR, status(0, 1, 2, 3, 3.5), "a smaller one");
        assertEquals(Status.IRREGULAR, status(0, 1, 2, 4, 5, 6.5), "one multiple, one that is none");
    }

    @Test
    void onePositionIsASingleSlice() {
        assertEquals(Status.SINGLE_SLICE, status(3));
        assertEquals(Status.SINGLE_SLICE, status(3, 3, 3));
    }

    @Test
    void noPositionIsUnknownForAReason() {
        SeriesSpacing spacing = Series.of(slice(0).without(Tag.IMAGE_POSITION_PATIENT));

        assertEquals(Status.UNKNOWN, spacing.status());
        assertEquals(StackSpacing.UNKNOWN_COUNT, spacing.slices());
        assertFalse(spacing.votes());
        assertEquals(
                "fewer than two slice positions, and neither SpacingBetweenSlices nor SliceThickness; no ImagePositionPatient",
                spacing.reason());
    }

    private static Status status(double... z) {
        return Series.of(slices(z)).status();
    }
}
