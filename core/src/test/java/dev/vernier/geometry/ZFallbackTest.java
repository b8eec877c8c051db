package dev.vernier.geometry;

import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.slices;
import static dev.vernier.DicomFile.stack;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** spacing.md §3.5 and §5: z of fewer than two distinct positions, DECLARED_MISMATCH, and the z rules a user may choose. */
class ZFallbackTest {

    @Test
    void spacingBetweenSlicesCountsWhereThereIsNoThickness() {
        SeriesSpacing spacing = Series.of(slice(0).spacingBetweenSlices(24));

        assertZ(24, ZSource.SPACING_BETWEEN_SLICES, spacing);
        assertEquals(Set.of(Flag.ESTIMATED), spacing.flags());
        assertEquals(Status.SINGLE_SLICE, spacing.status());
        assertTrue(spacing.votes());
    }

    @Test
    void itsSignIsADirection() {
        assertZ(
                4,
                ZSource.SPACING_BETWEEN_SLICES,
                Series.of(slice(0).spacingBetweenSlices(-4).thickness(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 1, spacing", // a quarter
        "4, 0.99, thickness",
        "4, 12, spacing", // three times
        "4, 12.01, thickness",
        "0.7, 2.1, spacing", // 3 x 0.7 is less than 2.1 in binary
        "0.1, 0.3, spacing",
        "4.4, 1.1, spacing"
    })
    void itIsBelievedFromAQuarterToThreeTimesTheThickness(double thickness, double spacing, String winner) {
        SeriesSpacing found = Series.of(slice(0).thickness(thickness).spacingBetweenSlices(spacing));

        boolean believed = winner.equals("spacing");
        assertZ(
                believed ? spacing : thickness,
                believed ? ZSource.SPACING_BETWEEN_SLICES : ZSource.SLICE_THICKNESS,
                found);
        assertEquals(Set.of(Flag.ESTIMATED), found.flags());
    }

    @Test
    void elseTheThicknessCounts() {
        SeriesSpacing spacing = Series.of(slice(0).thickness(5));

        assertZ(5, ZSource.SLICE_THICKNESS, spacing);
        assertEquals(Set.of(Flag.ESTIMATED), spacing.flags());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "x", "-0.0"})
    void neverASilentZeroAndNeverASilentOne(String value) {
        SeriesSpacing spacing = Series.of(
                slice(0).text(Tag.SLICE_THICKNESS, "DS", value).text(Tag.SPACING_BETWEEN_SLICES, "DS", value));

        assertTrue(Double.isNaN(spacing.z()));
        assertEquals(ZSource.UNKNOWN, spacing.zSource());
        assertEquals(Set.of(), spacing.flags());
        assertFalse(spacing.votes());
        assertEquals(
                "fewer than two slice positions, and neither SpacingBetweenSlices nor SliceThickness",
                spacing.reason());
    }

    @Test
    void aNegativeThicknessIsNone() {
        assertTrue(Double.isNaN(Series.of(slice(0).thickness(-5)).z()));
    }

    @Test
    void bothAreModesOverTheStack() {
        List<DicomFile> files = slices(0, 0, 0, 0, 0);
        double[] thicknesses = {5, 5, 9, 9, 9};
        double[] spacings = {6, 6, 6, 30, 30};
        for (int i = 0; i < 5; i++) {
            files.get(i).thickness(thicknesses[i]).spacingBetweenSlices(spacings[i]);
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(9, spacing.declaredThicknessMm());
        assertZ(6, ZSource.SPACING_BETWEEN_SLICES, spacing);
        assertEquals(Set.of(Flag.ESTIMATED, Flag.REPEATED_POSITIONS), spacing.flags());
    }

    @Test
    void theAttributesOfOtherStacksDoNotCount() {
        SeriesSpacing spacing = Series.of(
                slice(0).thickness(3),
                slice(0).thickness(3),
                slice(0).size(9, 9).thickness(7));

        assertEquals(3, spacing.z());
    }

    @Test
    void twoPositionsNeedNoAttribute() {
        List<DicomFile> files = slices(0, 3);
        files.forEach(file -> file.thickness(5).spacingBetweenSlices(3.01));
        SeriesSpacing spacing = Series.of(files);

        assertZ(3, ZSource.POSITIONS, spacing);
        assertEquals(Set.of(), spacing.flags());
    }

    @ParameterizedTest
    @CsvSource({"5.05, false", "5.06, true", "4.95, false", "4.94, true", "-5, false", "24, true"})
    void moreThanOnePercentBetweenTheDeclaredAndTheMeasuredIsAMismatch(double declared, boolean mismatch) {
        List<DicomFile> files = stack(4, 5);
        files.forEach(file -> file.spacingBetweenSlices(declared));
        SeriesSpacing spacing = Series.of(files);

        assertZ(5, ZSource.POSITIONS, spacing);
        assertEquals(mismatch ? Set.of(Flag.DECLARED_MISMATCH) : Set.of(), spacing.flags());
        assertEquals(Math.abs(declared), spacing.declaredSpacingMm());
        assertEquals(5, spacing.measuredSpacingMm());
    }

    @Test
    void aThicknessThatDiffersIsNoMismatch() {
        List<DicomFile> files = stack(4, 5);
        files.forEach(file -> file.thickness(1.25));

        assertEquals(Set.of(), Series.of(files).flags());
    }

    @Test
    void ruleSpacingBetweenSlicesTakesNothingElse() {
        SpacingRules rules = SpacingRules.DEFAULT.withZRule(ZRule.SPACING_BETWEEN_SLICES);
        List<DicomFile> files = stack(4, 5);
        files.forEach(file -> file.thickness(7));
        assertUnknown("no SpacingBetweenSlices", Series.of(rules, files));

        files.forEach(file -> file.spacingBetweenSlices(-6));
        SeriesSpacing spacing = Series.of(rules, files);
        assertZ(6, ZSource.SPACING_BETWEEN_SLICES, spacing);
        assertEquals(Set.of(Flag.DECLARED_MISMATCH), spacing.flags());
        assertEquals(Status.REGULAR, spacing.status(), "the status is that of the positions");
    }

    @Test
    void ruleSliceThicknessTakesNothingElse() {
        SpacingRules rules = SpacingRules.DEFAULT.withZRule(ZRule.SLICE_THICKNESS);
        List<DicomFile> files = stack(4, 5);
        files.forEach(file -> file.spacingBetweenSlices(5));
        assertUnknown("no SliceThickness", Series.of(rules, files));

        files.forEach(file -> file.thickness(7));
        assertZ(7, ZSource.SLICE_THICKNESS, Series.of(rules, files));
        assertEquals(Set.of(), Series.of(rules, files).flags());
    }

    @Test
    void rulePositionsTakesNothingElse() {
        SpacingRules rules = SpacingRules.DEFAULT.withZRule(ZRule.POSITIONS);
        assertUnknown(
                "fewer than two slice positions",
                Series.of(rules, slice(0).thickness(5).spacingBetweenSlices(5)));

        DicomFile volume = DicomFile.volume(0, 2, 4).spacingBetweenSlices(2.01);
        assertZ(2.01, ZSource.SPACING_BETWEEN_SLICES, Series.of(volume));
        assertZ(2, ZSource.POSITIONS, Series.of(rules, volume));
    }

    @Test
    void rulesAreObeyedByVolumesToo() {
        DicomFile volume = DicomFile.volume(0, 2, 4).spacingBetweenSlices(9).thickness(7);

        assertZ(2, ZSource.POSITIONS, Series.of(volume));
        assertZ(9, ZSource.SPACING_BETWEEN_SLICES, byRule(ZRule.SPACING_BETWEEN_SLICES, volume));
        assertZ(7, ZSource.SLICE_THICKNESS, byRule(ZRule.SLICE_THICKNESS, volume));
        DicomFile phases =
                DicomFile.ofClass(DicomFile.NM).frames(8).spacing(2, 3).spacingBetweenSlices(9);
        assertUnknown(
                "no SliceThickness; frames without functional groups may be phases",
                byRule(ZRule.SLICE_THICKNESS, phases));
    }

    private static SeriesSpacing byRule(ZRule rule, DicomFile file) {
        return Series.of(SpacingRules.DEFAULT.withZRule(rule), file);
    }

    private static void assertZ(double z, ZSource source, SeriesSpacing spacing) {
        assertEquals(z, spacing.z());
        assertEquals(source, spacing.zSource());
    }

    private static void assertUnknown(String reason, SeriesSpacing spacing) {
        assertTrue(Double.isNaN(spacing.z()));
        assertEquals(ZSource.UNKNOWN, spacing.zSource());
        assertEquals(reason, spacing.reason());
        assertFalse(spacing.votes());
    }
}
