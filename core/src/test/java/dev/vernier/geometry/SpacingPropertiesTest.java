package dev.vernier.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of the spacing of any series: laws that no rule may break, on random series of every shape. */
class SpacingPropertiesTest {

    private static final int ROUNDS = 40;
    private static final int AXES = 3;

    /** Shapes of series, each made of slices or of the frames of one file. */
    enum Shape {
        REGULAR,
        MISSING,
        VARIABLE,
        TILTED,
        SHIFTED,
        REPEATED,
        PASSES,
        JITTER,
        WITHOUT_ORIENTATION,
        TWO_STACKS
    }

    /** One plane of a series, in millimetres. */
    private record Image(double[] position, double[] orientation, int acquisition) {}

    /** A series; its x and y are never equal. */
    private record Drawn(List<Image> images, double x, double y, double thickness, double declared) {

        private Drawn scaled(double factor) {
            return new Drawn(
                    map(position -> times(position, factor), orientation -> orientation),
                    x * factor,
                    y * factor,
                    thickness * factor,
                    declared * factor);
        }

        private Drawn rotated(double[][] rotation) {
            UnaryOperator<double[]> turn = vector -> turned(rotation, vector);
            return new Drawn(
                    map(turn, cosines -> {
                        double[] row = turned(rotation, Arrays.copyOf(cosines, AXES));
                        double[] column = turned(rotation, Arrays.copyOfRange(cosines, AXES, 2 * AXES));
                        return new double[] {row[0], row[1], row[2], column[0], column[1], column[2]};
                    }),
                    x,
                    y,
                    thickness,
                    declared);
        }

        private Drawn mirrored() {
            return new Drawn(
                    map(position -> times(position, -1), orientation -> orientation), x, y, thickness, declared);
        }

        private List<Image> map(UnaryOperator<double[]> position, UnaryOperator<double[]> orientation) {
            return images.stream()
                    .map(image -> new Image(
                            position.apply(image.position),
                            image.orientation == null ? null : orientation.apply(image.orientation),
                            image.acquisition))
                    .toList();
        }

        private List<DicomFile> slices() {
            List<DicomFile> files = new ArrayList<>();
            for (Image image : images) {
                DicomFile file = DicomFile.slice()
                        .spacing(y, x)
                        .position(image.position[0], image.position[1], image.position[2])
                        .thickness(thickness)
                        .spacingBetweenSlices(declared)
                        .numbers(Tag.ACQUISITION_NUMBER, "IS", image.acquisition)
                        .without(Tag.IMAGE_ORIENTATION_PATIENT);
                files.add(image.orientation == null ? file : file.orientation(image.orientation));
            }
            return files;
        }

        private DicomFile volume() {
            DicomFile file = DicomFile.ofClass(DicomFile.ENHANCED_CT)
                    .frames(images.size())
                    .shared(group -> DicomFile.pixelMeasures(group, thickness, declared, y, x));
            for (Image image : images) {
                file.frame(group -> {
                    group.sequence(
                            Tag.FRAME_CONTENT_SEQUENCE,
                            true,
                            item -> item.element(Tag.FRAME_ACQUISITION_NUMBER, "US", image.acquisition));
                    DicomFile.planePosition(group, image.position);
                    if (image.orientation != null) {
                        DicomFile.planeOrientation(group, image.orientation);
                    }
                });
            }
            return file;
        }
    }

    private static double[] times(double[] vector, double factor) {
        return Arrays.stream(vector).map(value -> value * factor).toArray();
    }

    private static double[] turned(double[][] rotation, double[] vector) {
        double[] turned = new double[AXES];
        for (int i = 0; i < AXES; i++) {
            for (int j = 0; j < AXES; j++) {
                turned[i] += rotation[i][j] * vector[j];
            }
        }
        return turned;
    }

    private static Drawn draw(Shape shape, Random random) {
        double x = (2 + random.nextInt(8)) / 10.0;
        double y = x + 0.1;
        double z = (10 + random.nextInt(50)) / 10.0;
        int count = 8 + random.nextInt(20);
        List<Image> images = new ArrayList<>();
        double at = -50;
        for (int i = 0; i < count; i++) {
            switch (shape) {
                case MISSING -> at += i > 0 && i % 5 == 4 ? 3 * z : z;
                case VARIABLE -> at += i < count / 3 ? 1.6 * z : z;
                default -> at += z;
            }
            double beside = shape == Shape.TILTED ? at * 0.3 : 0;
            boolean aside = shape == Shape.SHIFTED && i == count / 2;
            images.add(image(10 + beside, aside ? 5 + 3 * y : 5, at, shape));
            if (shape == Shape.REPEATED || shape == Shape.JITTER) {
                images.add(image(10, 5, at + (shape == Shape.JITTER ? 0.02 * z : 0), shape));
            }
            if (shape == Shape.PASSES) {
                images.add(new Image(new double[] {10, 5, at + 0.3 * z}, DicomFile.AXIAL, 2));
            }
        }
        if (shape == Shape.TWO_STACKS) {
            for (int i = 0; i < count / 2; i++) {
                images.add(new Image(new double[] {i * z, 5, 5}, DicomFile.SAGITTAL, 1));
            }
        }
        return new Drawn(images, x, y, z * 0.8, z * 1.2);
    }

    private static Image image(double x, double y, double z, Shape shape) {
        return new Image(new double[] {x, y, z}, shape == Shape.WITHOUT_ORIENTATION ? null : DicomFile.AXIAL, 1);
    }

    /** Slices, and the same as frames. */
    private static List<List<DicomFile>> bothWays(Drawn series) {
        return List.of(series.slices(), List.of(series.volume()));
    }

    private static void assertSame(SeriesSpacing expected, SeriesSpacing actual, double factor, String what) {
        assertEquals(expected.x() * factor, actual.x(), 1e-9 * factor, what);
        assertEquals(expected.y() * factor, actual.y(), 1e-9 * factor, what);
        // z is rounded to 1e-4 mm, and to 1e-6 mm below 0.1 mm.
        assertEquals(expected.z() * factor, actual.z(), 1e-4 * Math.max(factor, 1) * expected.z() + 1e-6, what);
        assertEquals(expected.status(), actual.status(), what);
        assertEquals(expected.flags(), actual.flags(), what);
        assertEquals(expected.slices(), actual.slices(), what);
        assertEquals(expected.repeats(), actual.repeats(), what);
        assertEquals(expected.passes(), actual.passes(), what);
        assertEquals(expected.stacks(), actual.stacks(), what);
        assertEquals(expected.zSource(), actual.zSource(), what);
        assertEquals(expected.instances(), actual.instances(), what);
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void scalingEveryLengthScalesTheAnswerAndChangesNothingElse(Shape shape) {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Drawn drawn = draw(shape, random);
            for (double factor : new double[] {10, 0.1, 0.001}) {
                List<List<DicomFile>> expected = bothWays(drawn);
                List<List<DicomFile>> actual = bothWays(drawn.scaled(factor));
                for (int way = 0; way < expected.size(); way++) {
                    String what = shape + " round " + round + " times " + factor + " way " + way;
                    assertSame(Series.of(expected.get(way)), Series.of(actual.get(way)), factor, what);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void rotatingASeriesChangesOnlyWhatIsSaidOfThePatient(Shape shape) {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            Drawn drawn = draw(shape, random);
            List<List<DicomFile>> expected = bothWays(drawn);
            List<List<DicomFile>> actual = bothWays(drawn.rotated(rotation(random)));
            for (int way = 0; way < expected.size(); way++) {
                String what = shape + " round " + round + " way " + way;
                SeriesSpacing rotated = Series.of(actual.get(way));
                assertSame(Series.of(expected.get(way)), rotated, 1, what);
                assertEquals(
                        shape != Shape.WITHOUT_ORIENTATION,
                        rotated.patientAxes().isKnown(),
                        what);
            }
        }
    }

    /** Of a random quaternion. */
    private static double[][] rotation(Random random) {
        double a = random.nextGaussian();
        double b = random.nextGaussian();
        double c = random.nextGaussian();
        double d = random.nextGaussian();
        double n = a * a + b * b + c * c + d * d;
        return new double[][] {
            {(a * a + b * b - c * c - d * d) / n, 2 * (b * c - a * d) / n, 2 * (b * d + a * c) / n},
            {2 * (b * c + a * d) / n, (a * a + c * c - b * b - d * d) / n, 2 * (c * d - a * b) / n},
            {2 * (b * d - a * c) / n, 2 * (c * d + a * b) / n, (a * a + d * d - b * b - c * c) / n}
        };
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void reversingAStackChangesNothing(Shape shape) {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            Drawn drawn = draw(shape, random);
            List<Image> backwards = new ArrayList<>(drawn.images);
            Collections.reverse(backwards);
            Drawn reversed = new Drawn(backwards, drawn.x, drawn.y, drawn.thickness, drawn.declared);
            for (int way = 0; way < 2; way++) {
                String what = shape + " round " + round + " way " + way;
                SeriesSpacing expected = Series.of(bothWays(drawn).get(way));
                assertEquals(expected, Series.of(bothWays(reversed).get(way)), what);
                assertSame(expected, Series.of(bothWays(drawn.mirrored()).get(way)), 1, what);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aCompleteSecondPassAtAnyShiftNeverChangesZ(long seed) {
        Random random = new Random(seed);
        for (int hundredth = 0; hundredth <= 49; hundredth++) {
            double z = (10 + random.nextInt(80)) / 10.0;
            int count = 3 + random.nextInt(20);
            List<Image> images = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double at = i * z - 30;
                images.add(new Image(new double[] {10, 5, at}, DicomFile.AXIAL, 1));
                images.add(new Image(new double[] {10, 5, at + z * hundredth / 100}, DicomFile.AXIAL, 2));
            }
            Drawn drawn = new Drawn(images, 0.5, 0.7, z * 0.9, z);
            for (List<DicomFile> files : bothWays(drawn)) {
                SeriesSpacing spacing = Series.of(files);
                String what = "seed " + seed + ", z " + z + ", shift " + hundredth + " %, " + count + " slices";
                assertEquals(z, spacing.z(), what);
                assertEquals(count, spacing.slices(), what);
                assertEquals(Status.REGULAR, spacing.status(), what);
            }
        }
    }

    @Test
    void slicesAndFramesOfOneGeometryHaveOneAnswer() {
        Random random = new Random(4);
        Set<Status> met = EnumSet.noneOf(Status.class);
        for (Shape shape : Shape.values()) {
            for (int round = 0; round < ROUNDS; round++) {
                Drawn drawn = draw(shape, random);
                SeriesSpacing slices = Series.of(drawn.slices());
                SeriesSpacing frames = Series.of(drawn.volume());
                String what = shape + " round " + round;
                assertEquals(slices.z(), frames.z(), what);
                assertEquals(slices.status(), frames.status(), what);
                assertEquals(slices.flags(), frames.flags(), what);
                assertEquals(slices.slices(), frames.slices(), what);
                assertEquals(slices.passes(), frames.passes(), what);
                assertEquals(slices.stacks(), frames.stacks(), what);
                met.add(slices.status());
            }
        }
        assertTrue(met.containsAll(Set.of(Status.REGULAR, Status.MISSING_SLICES, Status.VARIABLE)), met.toString());
    }
}
