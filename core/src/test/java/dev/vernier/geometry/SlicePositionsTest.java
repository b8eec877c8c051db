package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.slices;
import static dev.vernier.DicomFile.stack;
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
import org.junit.jupiter.params.provider.ValueSource;

/** spacing.md §3.2 to §3.4: positions along the normal, gaps, and their mode. */
class SlicePositionsTest {

    /** Rotated by 37 degrees about x, then by 20 about z. */
    private static final double[] OBLIQUE = oblique();

    @Test
    void obliqueSlicesAreMeasuredAlongTheNormalAndNotAlongZ() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            files.add(alongNormal(OBLIQUE, 2.5 * i));
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2.5, spacing.z());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(Set.of(), spacing.flags());
        assertEquals(12.5, spacing.extentMm(), 1e-6);
    }

    @Test
    void sagittalSlicesDoNotDifferInZAtAll() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            files.add(slice().orientation(DicomFile.SAGITTAL).position(1.5 * i, -100, 80));
        }

        assertEquals(1.5, Series.of(files).z());
    }

    @Test
    void theDirectionOfTheNormalDoesNotMatter() {
        List<DicomFile> files = slices(8, 6, 4, 2, 0);
        files.forEach(file -> file.orientation(-1, 0, 0, 0, 1, 0));

        assertEquals(2, Series.of(files).z());
        assertEquals(Status.REGULAR, Series.of(files).status());
    }

    @Test
    void cosinesThatAreNotOfLengthOneAreNormalised() {
        List<DicomFile> files = stack(4, 2);
        files.forEach(file -> file.orientation(3, 0, 0, 0, 0.5, 0));

        assertEquals(2, Series.of(files).z());
    }

    @Test
    void zIsTheUsualGapAndNotTheExtentByTheNumberOfSlices() {
        SeriesSpacing spacing = Series.of(slices(0, 1, 2, 3, 40));

        assertEquals(1, spacing.z());
        assertEquals(40, spacing.extentMm());
    }

    @Test
    void aTiltedStackIsMeasuredAlongItsNormalAndFlaggedWithItsAngle() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // As a tilted gantry does: the table moves along z, the slices lean by 16.5 degrees.
            double lean = Math.toRadians(16.5);
            files.add(slice().orientation(1, 0, 0, 0, Math.cos(lean), -Math.sin(lean))
                    .position(0, 0, 2.5 * i));
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2.397, spacing.z());
        assertEquals(Set.of(Flag.TILTED), spacing.flags());
        assertEquals(16.5, spacing.tiltDegrees(), 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"2.5, false", "2.6, true"}) // 1 - cos is 0.00095 and 0.00103
    void aStepIsTiltedFromOneThousandthOn(double degrees, boolean tilted) {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(slice().position(i * Math.tan(Math.toRadians(degrees)), 0, i));
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(tilted, spacing.flags().contains(Flag.TILTED));
        assertEquals(tilted, !Double.isNaN(spacing.tiltDegrees()));
    }

    @Test
    void stacksSideBySideAreNotTilted() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            files.add(slice().position(0, 0, 2 * i));
            files.add(slice().position(200, 0, 2 * i));
        }

        assertEquals(
                Set.of(Flag.REPEATED_POSITIONS, Flag.SHIFTED_SLICES),
                Series.of(files).flags());
    }

    @Test
    void positionsCloserThanAThousandthAreRepeatsAndTheMostOfThemAreCounted() {
        SeriesSpacing spacing = Series.of(slices(0, 0.0009, 2, 4, 4.0005, 4.0009, 6));

        assertEquals(2, spacing.z());
        assertEquals(4, spacing.slices());
        assertEquals(3, spacing.repeats());
        assertEquals(7, spacing.frames());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(Set.of(Flag.REPEATED_POSITIONS), spacing.flags());
    }

    @Test
    void positionsMoreThanAThousandthApartAreTwo() {
        assertEquals(4, Series.of(slices(1, 1.00101, 2, 3)).slices());
    }

    @Test
    void whereEveryGapIsBelowATenthOfAPixelAllLieAtOnePosition() {
        SeriesSpacing one = Series.of(slices(0, 0.002, 0.041));
        assertEquals(1, one.slices());
        assertEquals(3, one.repeats());
        assertEquals(Status.SINGLE_SLICE, one.status());

        List<DicomFile> unknown = slices(0, 0.002, 0.041);
        unknown.forEach(file -> file.without(Tag.PIXEL_SPACING));
        assertEquals(3, Series.of(unknown).slices(), "no pixel to compare with");
    }

    @Test
    void identicalPositionsAreRepeatsEvenWithoutTolerance() {
        SpacingRules exact = new SpacingRules(ZRule.AUTO, false, 0, 0, 0, 0, 0, 0, 0, 0);
        SeriesSpacing spacing = Series.of(exact, slices(0, 0, 2, 2, 4));

        assertEquals(2, spacing.z());
        assertEquals(3, spacing.slices());
    }

    @Test
    void aWindowOfOnePercentIsOneGap() {
        // Gaps 5.00, 5.04, 5.05 and 9: the first three lie in [5, 5.05].
        SeriesSpacing spacing = Series.of(slices(0, 5, 10.04, 15.09, 24.09));

        assertEquals(5.04, spacing.z());
        assertEquals(Status.IRREGULAR, spacing.status());
    }

    @Test
    void aWindowIsAtLeastAHundredthOfAMillimetreWide() {
        // Gaps 0.5 and 0.508: one percent would be 0.005.
        SeriesSpacing spacing = Series.of(slices(0, 0.5, 1.008, 1.508));

        assertEquals(0.5, spacing.z());
        assertEquals(Status.REGULAR, spacing.status());
    }

    @Test
    void theWindowWithMostGapsWins() {
        assertEquals(3, Series.of(slices(0, 1, 2, 5, 8, 11)).z());
    }

    @Test
    void aTieGoesToTheSmallerGap() {
        assertEquals(1, Series.of(slices(0, 3, 6, 7, 8)).z());
        assertEquals(10.5, Series.of(slices(0, 10.5, 31.5)).z());
    }

    @Test
    void evenManyGapsHaveTheMeanOfTheMiddleTwo() {
        assertEquals(1.003, Series.of(slices(0, 1, 2.006)).z());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.6, 1.2, 0.1, 0.3333, 0.625, 2.397, 4.9999})
    void zIsRoundedToATenThousandthSincePositionsAreRoundedText(double gap) {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // 32-bit noise, as scanners write it.
            files.add(slice().position(0, 0, (float) (-123.456 + i * gap)));
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(gap, spacing.z());
        assertEquals(Status.REGULAR, spacing.status());
    }

    @Test
    void negativeZeroIsZero() {
        List<DicomFile> files = slices(2, 4);
        files.add(slice().text(Tag.IMAGE_POSITION_PATIENT, "DS", "-10\\20\\-0"));
        files.add(slice().text(Tag.IMAGE_POSITION_PATIENT, "DS", "-10\\20\\0"));

        assertEquals(3, Series.of(files).slices());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1\\2", "1\\2\\x", "\\\\", "1\\2\\1e200", "1\\2\\nan"})
    void whatIsNoPositionIsNotCounted(String position) {
        List<DicomFile> files = stack(4, 2);
        files.get(3).text(Tag.IMAGE_POSITION_PATIENT, "DS", position);
        SeriesSpacing spacing = Series.of(files);

        assertEquals(2, spacing.z());
        assertEquals(3, spacing.slices());
        assertEquals(4, spacing.frames());
        assertEquals(Status.REGULAR, spacing.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1\\0\\0",
                "0\\0\\0\\0\\0\\0",
                "1\\0\\0\\1\\0\\0",
                "1\\0\\0\\0\\x\\0",
                "1e300\\0\\0\\0\\1e300\\0"
            })
    void whatSpansNoPlaneIsNoOrientation(String orientation) {
        List<DicomFile> files = stack(4, 2);
        files.forEach(file ->
                file.text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", orientation).thickness(3));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(2, spacing.z(), "along the line of the positions");
        assertEquals(ZSource.POSITIONS, spacing.zSource());
        assertEquals(Set.of(Flag.ESTIMATED), spacing.flags());
        assertEquals(AnatomicalPlane.UNKNOWN, spacing.plane());
        assertTrue(spacing.votes());

        files.get(1).position(0, 3, 2);
        SeriesSpacing bent = Series.of(files);
        assertEquals(Status.UNKNOWN, bent.status());
        assertEquals("no ImageOrientationPatient", bent.reason());
        assertEquals(ZSource.SLICE_THICKNESS, bent.zSource());
    }

    @Test
    void hugeCoordinatesDoNotOverflow() {
        List<DicomFile> files = new ArrayList<>();
        for (String z : List.of("-1e99", "0", "1e99", "1e300", "-1e300")) {
            files.add(slice().text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + z));
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(1e99, spacing.z(), 1e85);
        assertEquals(3, spacing.slices(), "1e300 is no position");
    }

    private static DicomFile alongNormal(double[] cosines, double distance) {
        Normal normal = Normal.of(cosines);
        return slice().orientation(cosines)
                .position(12.5 + distance * normal.x(), -7.25 + distance * normal.y(), 3 + distance * normal.z());
    }

    private static double[] oblique() {
        double a = Math.toRadians(37);
        double b = Math.toRadians(20);
        return new double[] {
            Math.cos(b), Math.sin(b), 0, -Math.sin(b) * Math.cos(a), Math.cos(b) * Math.cos(a), Math.sin(a)
        };
    }
}
