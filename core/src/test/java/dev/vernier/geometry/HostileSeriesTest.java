package dev.vernier.geometry;

import static dev.vernier.DicomFile.AXIAL;
import static dev.vernier.DicomFile.planePosition;
import static dev.vernier.DicomFile.stackId;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.DicomFile;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Vr;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Series made to be slow: with work that grows with the square of the files, each of these would take minutes. */
@Timeout(60)
class HostileSeriesTest {

    private static final int SLICES = 200_000;

    @Test
    void everyGapDiffers() {
        SeriesSpacing spacing = slices((reader, i) -> reader.at(0, 0, i + 1e-9 * i * (double) i * i));

        assertEquals(SLICES, spacing.slices());
        assertEquals(1, spacing.stacks());
    }

    @Test
    void everyOrientationDiffers() {
        SeriesSpacing spacing = slices((reader, i) -> {
            double angle = Math.PI / 2 * i / SLICES;
            reader.oriented(Math.cos(angle), Math.sin(angle), 0, 0, 0, -1).at(i, i, i);
        });

        assertEquals(SLICES, spacing.instances());
    }

    @Test
    void everySpacingDiffers() {
        SeriesSpacing spacing = slices(
                (reader, i) -> reader.spaced(0.1 * Math.pow(1.0012, i), 0.5).at(0, 0, i));

        assertEquals(SLICES, spacing.stacks());
        assertEquals(0.1, spacing.y());
    }

    @Test
    void everySizeDiffersAndNoSliceHasASpacing() {
        SeriesSpacing spacing = slices((reader, i) ->
                reader.sized(1 + i % 60_000, 1 + i / 60_000).notSpaced().at(0, 0, i));

        assertEquals(SLICES, spacing.stacks());
    }

    @Test
    void everyThicknessDiffers() {
        SeriesSpacing spacing = slices((reader, i) -> reader.thick(1 + i * 1e-3).at(0, 0, i));

        assertEquals(1, spacing.z());
        assertEquals(1, spacing.stacks());
    }

    @Test
    void everyShapeHasTheSameHash() {
        // Hash codes of doubles are easily made to collide: what is added to one number is taken from the next.
        int count = 50_000;
        long two = Double.doubleToLongBits(2);
        SeriesSpacing spacing = slices(
                count,
                (reader, i) -> reader.spaced(
                                Double.longBitsToDouble(two + i), Double.longBitsToDouble(two + 31L * (count - i)))
                        .at(0, 0, i));

        assertEquals(count, spacing.slices());
    }

    @Test
    void everySecondIsALocalizer() {
        SeriesSpacing spacing =
                slices((reader, i) -> reader.localizer(i % 2 == 0).at(0, 0, i));

        assertEquals(SLICES / 2, spacing.slices());
        assertEquals(2, spacing.z());
    }

    @Test
    void allLieAtOnePlaceAndAllAreOneInstance() {
        assertEquals(SLICES, slices((reader, i) -> reader.at(1, 2, 3)).repeats());
        assertEquals(1, slices((reader, i) -> reader.instance(7).at(1, 2, 3)).instances());
        assertEquals(
                SLICES, slices((reader, i) -> reader.instance(7).at(1, 2, i)).instances());
    }

    @Test
    void everyFrameIsAStackOfItsOwn() {
        int frames = 100_000;
        DicomFile file = DicomFile.ofClass(DicomFile.ENHANCED_CT)
                .frames(frames)
                .spacing(0.5, 0.4)
                .shared(group -> DicomFile.planeOrientation(group, AXIAL));
        for (int i = 0; i < frames; i++) {
            String id = "S" + i;
            double z = i;
            file.frame(group -> {
                stackId(group, id);
                planePosition(group, 0, 0, z);
            });
        }
        SeriesSpacing spacing = Series.of(file);

        assertEquals(Status.REGULAR, spacing.status(), "StackIDs split only what is not even as a whole");
        assertEquals(frames, spacing.frames());
    }

    @Test
    void fiveThousandVolumesWithPositionsThatNearlyRepeat() {
        List<DicomFile> files = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            files.add(DicomFile.volume(0, 2, 4, 6 + i * 0.01));
        }
        SeriesSpacing spacing = Series.of(files);

        assertEquals(20_000, spacing.frames());
        assertEquals(1, spacing.repeats());
    }

    @FunctionalInterface
    private interface Slice {
        void describe(Reader reader, int i);
    }

    private static SeriesSpacing slices(Slice slice) {
        return slices(SLICES, slice);
    }

    private static SeriesSpacing slices(int count, Slice slice) {
        Reader reader = new Reader();
        for (int i = 0; i < count; i++) {
            reader.begin(i);
            slice.describe(reader, i);
            reader.end();
        }
        return reader.tally.analyse(SpacingRules.DEFAULT);
    }

    /** Fills in what a parser would have read: writing and parsing so many files would be most of the test. */
    private static final class Reader {

        private final InstanceGeometry geometry = new InstanceGeometry(SpacingRules.DEFAULT, List.of());
        private final HeaderParser parser = new HeaderParser();
        private final SeriesTally tally = new SeriesTally(DicomFile.SERIES);
        private final ElementValue seriesUid = new ElementValue();
        private final GeometryElements values = geometry.values();

        private void begin(int i) {
            geometry.begin();
            byte[] uid = DicomFile.SERIES.getBytes(StandardCharsets.US_ASCII);
            geometry.value(
                    HeaderTags.SERIES_INSTANCE, seriesUid.set(ByteBuffer.wrap(uid), 0, uid.length, Vr.UI, false));
            values.sopClass = SopClass.CLASSIC_IMAGE;
            values.plane.xySource = XySource.PIXEL_SPACING;
            instance(i + 1).sized(16, 16).spaced(0.7, 0.5).oriented(AXIAL);
        }

        private void end() {
            assertEquals(Outcome.OK, geometry.finish(Outcome.OK, parser));
            tally.add(geometry, "folder", "file");
        }

        private Reader instance(long hash) {
            values.sopInstanceHash = hash;
            return this;
        }

        private Reader sized(int rows, int columns) {
            values.rows = rows;
            values.columns = columns;
            return this;
        }

        private Reader spaced(double y, double x) {
            values.plane.y = y;
            values.plane.x = x;
            return this;
        }

        private Reader notSpaced() {
            values.plane.xySource = XySource.UNKNOWN;
            return spaced(Double.NaN, Double.NaN);
        }

        private Reader oriented(double... cosines) {
            System.arraycopy(cosines, 0, values.plane.cosines, 0, cosines.length);
            return this;
        }

        private Reader thick(double mm) {
            values.plane.sliceThicknessMm = mm;
            return this;
        }

        private Reader localizer(boolean is) {
            values.localizer = is;
            return this;
        }

        private Reader at(double x, double y, double z) {
            values.plane.positionX = x;
            values.plane.positionY = y;
            values.plane.positionZ = z;
            return this;
        }
    }
}
