package dev.vernier.geometry;

import static dev.vernier.DicomFile.AXIAL;
import static dev.vernier.DicomFile.planeOrientation;
import static dev.vernier.DicomFile.planePosition;
import static dev.vernier.DicomFile.slice;
import static dev.vernier.DicomFile.stackId;
import static dev.vernier.DicomFile.volume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series at the edges of the rules: where two rules meet, and where the order of files could decide. */
class OddSeriesTest {

    private static DicomFile ultrasoundVolume(double... z) {
        DicomFile file = DicomFile.ofClass(DicomFile.STORAGE + "6.2")
                .modality("US")
                .shared(group -> {
                    DicomFile.pixelMeasures(group, Double.NaN, Double.NaN, DicomFile.Y, DicomFile.X);
                    group.sequence(
                            Tag.PLANE_ORIENTATION_VOLUME_SEQUENCE,
                            true,
                            item -> item.element(Tag.IMAGE_ORIENTATION_VOLUME, "FD", AXIAL));
                });
        for (double at : z) {
            file.frame(group -> group.sequence(
                    Tag.PLANE_POSITION_VOLUME_SEQUENCE,
                    true,
                    item -> item.element(Tag.IMAGE_POSITION_VOLUME, "FD", -10.0, 20.0, at)));
        }
        return file.frames(z.length);
    }

    private static DicomFile frames(String sop, double[] z, String... ids) {
        DicomFile file = DicomFile.ofClass(DicomFile.ENHANCED_CT).sop(sop).shared(group -> {
            planeOrientation(group, AXIAL);
            DicomFile.pixelMeasures(group, Double.NaN, Double.NaN, 0.7, 0.5);
        });
        for (int i = 0; i < z.length; i++) {
            double at = z[i];
            String id = ids.length > 0 ? ids[i] : "";
            file.frame(group -> {
                if (!id.isEmpty()) {
                    stackId(group, id);
                }
                planePosition(group, 0, 0, at);
            });
        }
        return file.frames(z.length);
    }

    private static void assertSameInBothOrders(DicomFile a, DicomFile b) {
        assertEquals(Series.of(a, b), Series.of(b, a));
    }

    @Test
    void copiesThatDifferInStackIdsOnlyHaveOneAnswer() {
        double[] z = {0, 2, 4, 100, 103.7, 109};
        assertSameInBothOrders(frames("9.9", z, "1", "1", "1", "2", "2", "2"), frames("9.9", z));
    }

    @Test
    void aVolumeOfTheBodyAndOneOfItsOwnSpaceHaveOneAnswer() {
        assertSameInBothOrders(volume(0, 2, 4), ultrasoundVolume(0, 2, 4));
    }

    @Test
    void anUltrasoundVolumeOfSingleFramesHasNoPlaneOfTheBody() {
        SeriesSpacing spacing = Series.of(ultrasoundVolume(0), ultrasoundVolume(2), ultrasoundVolume(4));

        assertEquals(2, spacing.z());
        assertEquals(AnatomicalPlane.UNKNOWN, spacing.plane());
    }

    @Test
    void emptyFramesOfASegmentationAreNoSignOfPassesOrStacks() {
        SeriesSpacing sparse =
                Series.of(volume(0, 1, 10, 11, 20, 21).text(Tag.SOP_CLASS_UID, "UI", DicomFile.SEGMENTATION));
        assertEquals(1, sparse.z());
        assertEquals(6, sparse.slices());
        assertEquals(Status.REGULAR, sparse.status());
        assertEquals(Set.of(), sparse.flags());

        double[] z = {0, 1, 2, 5, 6, 9};
        SeriesSpacing stacks = Series.of(
                frames("7.7", z, "1", "1", "1", "2", "2", "2").text(Tag.SOP_CLASS_UID, "UI", DicomFile.SEGMENTATION));
        assertEquals(1, stacks.stacks());
        assertEquals(6, stacks.slices());
    }

    @Test
    void aConcatenationOfProjectionsHasNoZ() {
        String angiography = DicomFile.STORAGE + "12.1.1";
        DicomFile four = frames("6.1", new double[] {0, 2, 4, 6})
                .text(Tag.SOP_CLASS_UID, "UI", angiography)
                .text(Tag.CONCATENATION_UID, "UI", "3.3");
        DicomFile one = frames("6.2", new double[] {8})
                .text(Tag.SOP_CLASS_UID, "UI", angiography)
                .text(Tag.CONCATENATION_UID, "UI", "3.3");

        assertTrue(Double.isNaN(Series.of(four, one).z()));
    }

    @Test
    void aConcatenationIsOneVolumeThoughItsLastPartHasOneFrame() {
        DicomFile ten = DicomFile.ofClass(DicomFile.STORAGE + "7.2")
                .spacing(0.7, 0.5)
                .frames(10)
                .spacingBetweenSlices(2)
                .text(Tag.CONCATENATION_UID, "UI", "3.9");
        DicomFile one = slice(0).text(Tag.SOP_CLASS_UID, "UI", DicomFile.STORAGE + "7.2")
                .spacing(0.7, 0.5)
                .frames(1)
                .thickness(0.1)
                .spacingBetweenSlices(2)
                .text(Tag.CONCATENATION_UID, "UI", "3.9");
        SeriesSpacing spacing = Series.of(ten, one);

        assertEquals(2, spacing.z());
        assertEquals(1, spacing.stacks());
        assertEquals(11, spacing.frames());
        assertEquals(0.1, Series.of(one).z(), "alone it is a slice");
    }

    @Test
    void framesTooManyInAFileOfOneFrameDoNotCountInAConcatenationEither() {
        DicomFile file = frames("6.4", new double[] {0, 2, 4, 6}).frames(1).text(Tag.CONCATENATION_UID, "UI", "3.4");

        assertEquals(1, Series.of(file).slices());
    }

    @Test
    void imagesWithoutANumberDoNotRepeatPositionsOfPasses() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.add(slice(2 * i).numbers(Tag.ACQUISITION_NUMBER, "IS", 1));
            files.add(slice(2 * i + 0.7).numbers(Tag.ACQUISITION_NUMBER, "IS", 2));
        }
        files.add(slice(100));
        files.add(slice(100));

        assertEquals(Set.of(Flag.MULTIPLE_PASSES), Series.of(files).flags());
    }

    @Test
    void aGuestJoinsTheStackThatWouldWinWithoutIt() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            files.add(slice(0).orientation(DicomFile.SAGITTAL).thickness(3));
            files.add(slice(0).thickness(2));
        }
        assertEquals(2, Series.of(files).z());

        files.add(slice(0).without(Tag.IMAGE_ORIENTATION_PATIENT).thickness(9));
        assertEquals(2, Series.of(files).z());
    }

    @Test
    void theOrderOfFilesDoesNotDecideWhetherTheyAreProjections() {
        double[] offsets = {0, -0.0006, 0.0006};
        Set<SeriesSpacing> answers = new HashSet<>();
        for (int[] order : new int[][] {{0, 1, 2}, {1, 0, 2}, {2, 1, 0}}) {
            List<DicomFile> files = rotating(5);
            for (int i : order) {
                files.add(slice(offsets[i]).thickness(7));
            }
            answers.add(Series.of(files));
        }
        assertEquals(1, answers.size(), answers.toString());
    }

    private static List<DicomFile> rotating(int count) {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double cosine = Math.rint(Math.cos(0.2 * i) * 1e6) / 1e6;
            double sine = Math.rint(Math.sin(0.2 * i) * 1e6) / 1e6;
            files.add(slice(0).orientation(cosine, sine, 0, 0, 0, -1).thickness(7));
        }
        return files;
    }

    @Test
    void rotatingProjectionsHaveNoZWhateverTheirThickness() {
        SeriesSpacing projections = Series.of(rotating(12));
        assertTrue(Double.isNaN(projections.z()));
        assertEquals("rotating projections: every image has a plane of its own", projections.reason());

        List<DicomFile> few = rotating(3);
        few.add(DicomFile.ofClass(DicomFile.STORAGE + "7.2")
                .spacing(0.7, 0.5)
                .frames(100)
                .thickness(3));
        assertEquals(7, Series.of(few).z(), "3 of 103 images are not most of them");
    }

    @Test
    void twoPositionsOfAnImageDoNotMakeALineWithAThird() {
        List<DicomFile> files = DicomFile.slices(0, 0.0004, 5);
        files.forEach(file -> file.without(Tag.IMAGE_ORIENTATION_PATIENT));

        assertEquals(Status.UNKNOWN, Series.of(files).status());
    }

    @Test
    void sevenNumbersAreNoOrientation() {
        List<DicomFile> files = DicomFile.stack(2, 2);
        files.forEach(file -> file.orientation(1, 0, 0, 0, 1, 0, 5));

        assertEquals(AnatomicalPlane.UNKNOWN, Series.of(files).plane());
    }

    @Test
    void copiesWithOtherOffsetsOrLocationsDiffer() {
        DicomFile dose = DicomFile.ofClass(DicomFile.RT_DOSE)
                .sop("5.5")
                .spacing(2, 3)
                .orientation(AXIAL)
                .position(0, 0, 0)
                .frames(3)
                .numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 2, 4);
        DicomFile other = DicomFile.ofClass(DicomFile.RT_DOSE)
                .sop("5.5")
                .spacing(2, 3)
                .orientation(AXIAL)
                .position(0, 0, 0)
                .frames(3)
                .numbers(Tag.GRID_FRAME_OFFSET_VECTOR, "DS", 0, 5, 10);

        assertTrue(Series.of(dose, other).flags().contains(Flag.REPEATED_INSTANCE));
    }

    @ParameterizedTest
    @CsvSource({"0.09996, 0.09996", "0.09995, 0.09995", "0.09994, 0.09994", "0.1, 0.1", "0.012345, 0.012345"})
    void finerSpacingsThanATenthOfAMillimetreAreRoundedFiner(double step, double z) {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            files.add(slice(Math.rint(i * step * 1e6) / 1e6).spacing(0.1, 0.09));
        }
        assertEquals(z, Series.of(files).z(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"4.125, Infinity", "4.125, 1e300", "0.5, -1", "0.7, Infinity", "0.7, NaN", "1, NaN", "1, 1e300"})
    void aRecordWithNumbersThatNoFileGivesIsRefused(double number, double changed) throws IOException {
        List<DicomFile> files = DicomFile.slices(0, 2, 4.125);
        files.forEach(file -> file.spacing(0.7, 0.5));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Series.tally(SpacingRules.DEFAULT, files).writeTo(new DataOutputStream(bytes));
        ByteBuffer record = ByteBuffer.wrap(bytes.toByteArray());
        int found = 0;
        for (int i = 0; i + Double.BYTES <= record.limit(); i++) {
            if (record.getDouble(i) == number) {
                record.putDouble(i, changed);
                found++;
            }
        }
        assertTrue(found > 0);
        assertThrows(IllegalArgumentException.class, () -> SeriesTally.readFrom(record, 0));
    }
}
