package dev.vernier.geometry;

import static dev.vernier.DicomFile.slices;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.dicom.Tag;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** spacing.md §5: plane, obliquity and the axes of the patient. */
class PatientAxesTest {

    private static double[] cosines(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "1 0 0 0 1 0, axial, 0, xyz",
        "0 1 0 0 0 -1, sagittal, 0, zxy",
        "1 0 0 0 0 -1, coronal, 0, xzy",
        "0 1 0 1 0 0, axial, 0, yxz",
        "0.9848078 0.1736482 0 -0.1736482 0.9848078 0, axial, 0, xyz",
        "1 0 0 0 0.9396926 -0.3420201, axial, 20, xyz",
        "0.7071068 0.7071068 0 0 0 -1, coronal, 45, xzy"
    })
    void planesAndAxesFollowFromTheOrientation(String orientation, String plane, double obliquity, String axes) {
        double[] cosines = cosines(orientation);
        Normal normal = Normal.of(cosines);

        assertEquals(plane, AnatomicalPlane.of(normal).label());
        assertEquals(obliquity, AnatomicalPlane.obliquityDegrees(normal), 1e-4);
        assertEquals(axes, PatientAxes.of(cosines).label());
        assertEquals(PatientAxes.of(cosines), PatientAxes.parse(axes));
    }

    @Test
    void aSagittalSeriesIsTurned() {
        PatientAxes axes = PatientAxes.of(cosines("0 1 0 0 0 -1"));

        assertArrayEquals(new double[] {0.8, 0.9, 0.5}, axes.toPatient(0.9, 0.5, 0.8));
    }

    @Test
    void theSurestAxisChoosesFirst() {
        // Row 45 degrees between left and back, column nearly down: z has what is left.
        PatientAxes axes = PatientAxes.of(cosines("0.6 0.8 0 0 0 -1"));

        assertEquals("zxy", axes.label());
    }

    @Test
    void withoutAnOrientationThereIsNoPlane() {
        var files = slices(0, 2, 4);
        files.forEach(file -> file.without(Tag.IMAGE_ORIENTATION_PATIENT));
        SeriesSpacing spacing = Series.of(files);

        assertEquals(AnatomicalPlane.UNKNOWN, spacing.plane());
        assertEquals(Double.NaN, spacing.obliquityDegrees());
        assertFalse(spacing.patientAxes().isKnown());
        assertEquals("", PatientAxes.UNKNOWN.label());
        assertEquals(PatientAxes.UNKNOWN, PatientAxes.parse(""));
        assertThrows(IllegalArgumentException.class, () -> PatientAxes.parse("xxy"));
    }
}
