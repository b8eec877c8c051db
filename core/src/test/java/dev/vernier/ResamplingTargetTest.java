package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.geometry.PatientAxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** spacing.md §6: what to resample to. Percentiles are NumPy's. */
class ResamplingTargetTest {

    /** Median 5, 10th percentile 3.09. */
    private static final double[] COARSE = {5, 5, 6.5, 1.2, 5, 4.4, 5.5, 3.3, 6, 5};

    @Test
    void medianIsTheMedian() {
        assertEquals(new Axes(0.5, 0.6, 5), target(Target.MEDIAN, series(0.5, 0.6, COARSE, 512, 512, 24)));
    }

    @Test
    void nnunetTakesTheTenthPercentileOfACoarseAndShortAxis() {
        assertEquals(new Axes(0.5, 0.6, 3.09), target(Target.NNUNET, series(0.5, 0.6, COARSE, 512, 512, 24)));
    }

    @Test
    void nnunetKeepsTheMedianOfAnAxisThatIsNotShort() {
        // 3 x 24 is not below 72.
        assertEquals(
                5, target(Target.NNUNET, series(0.5, 0.6, COARSE, 512, 72, 24)).z());
        assertEquals(
                3.09,
                target(Target.NNUNET, series(0.5, 0.6, COARSE, 512, 73, 24)).z());
    }

    @Test
    void nnunetKeepsTheMedianOfAnAxisThatIsNotCoarse() {
        // Exactly three times the larger of the others, which is y.
        assertEquals(
                1.5,
                target(Target.NNUNET, series(0.25, 0.5, repeated(1.5), 512, 512, 24))
                        .z());
        List<SeriesReport> coarser = series(0.25, 0.5, new double[] {1, 1.51, 1.51, 1.51, 1.51}, 512, 512, 24);
        assertEquals(1.204, target(Target.NNUNET, coarser).z(), 1e-12);
    }

    @Test
    void nnunetDoesNotGoBelowTheOtherAxes() {
        // Median 5, 10th percentile 0.2, below the 0.6 of y.
        List<SeriesReport> series = series(0.5, 0.6, new double[] {0.2, 0.2, 5, 5, 5}, 512, 512, 24);

        assertEquals(0.6 + 1e-5, target(Target.NNUNET, series).z());
    }

    @Test
    void nnunetTakesAnyAxisThatIsTheCoarsest() {
        List<SeriesReport> series = new ArrayList<>();
        for (double x : COARSE) {
            series.add(SeriesReports.of(x, 0.6, 0.5, 24, 512, 512, Set.of()));
        }

        assertEquals(new Axes(3.09, 0.6, 0.5), target(Target.NNUNET, series));
    }

    @Test
    void nnunetComparesMedianSizesOfTheAxesTheyBelongTo() {
        // x is coarse and columns are few: rows and slices are not taken for them.
        List<SeriesReport> series = new ArrayList<>();
        for (double x : COARSE) {
            series.add(SeriesReports.of(x, 0.6, 0.5, 512, 24, 512, Set.of()));
        }

        assertEquals(5, target(Target.NNUNET, series).x(), "the short axis is y");
    }

    @Test
    void seriesThatDoNotTellTheirSlicesAddNoSize() {
        List<SeriesReport> series = series(0.5, 0.6, COARSE, 512, 512, 24);
        series.add(SeriesReports.of(0.5, 0.6, 5, 512, 512, -1, Set.of()));
        series.add(SeriesReports.of(0.5, 0.6, 5, 512, 512, -1, Set.of()));
        assertEquals(3.5, target(Target.NNUNET, series).z(), 0.2);

        List<SeriesReport> none = series(0.5, 0.6, COARSE, 512, 512, -1);
        assertEquals(5, target(Target.NNUNET, none).z(), "nobody knows whether the axis is short");
    }

    @Test
    void nnunetComparesSizesAlongThePatientsAxesWhereSpacingsAre() {
        // Sagittal: x lies along A/P, y along S/I, z along R/L, which is coarse and short.
        List<SeriesReport> series = new ArrayList<>();
        for (double z : COARSE) {
            series.add(SeriesReports.turned(0.6, 0.5, z, 480, 512, 24, new PatientAxes(2, 0, 1)));
        }

        assertEquals(new Axes(3.09, 0.6, 0.5), patientTarget(Target.NNUNET, series));
        assertEquals(new Axes(3.09, 0.6, 0.5), patientTarget(Target.MONAI, series));
        assertEquals(new Axes(24, 480, 512), series.get(0).reportedSize());
    }

    @Test
    void monaiTakesTheTenthPercentileOfTheLargestAxisFromAFactorOfThreeOn() {
        assertEquals(new Axes(0.5, 0.6, 3.09), target(Target.MONAI, series(0.5, 0.6, COARSE, 512, 512, 500)));
        // 1.5 / 0.5 is three.
        List<SeriesReport> three = series(0.5, 0.9, new double[] {1, 1.5, 1.5, 1.5, 1.5}, 512, 512, 500);
        assertEquals(1.2, target(Target.MONAI, three).z(), 1e-12);
        List<SeriesReport> less = series(0.5, 0.9, new double[] {1, 1.49, 1.49, 1.49, 1.49}, 512, 512, 500);
        assertEquals(1.49, target(Target.MONAI, less).z());
    }

    @Test
    void ofEquallyCoarseAxesZGoesFirst() {
        List<SeriesReport> series =
                List.of(SeriesReports.of(0.2, 5, 1), SeriesReports.of(0.2, 5, 5), SeriesReports.of(0.2, 5, 5));

        assertEquals(5, target(Target.MONAI, series).y());
        assertEquals(1.8, target(Target.MONAI, series).z(), 1e-12);
    }

    private static Axes patientTarget(Target target, List<SeriesReport> series) {
        return DomainStatistics.of("domain", series, AxisSystem.PATIENT, target, 0)
                .target();
    }

    private static Axes target(Target target, List<SeriesReport> series) {
        return DomainStatistics.of("domain", series, AxisSystem.ARRAY, target, 0)
                .target();
    }

    private static List<SeriesReport> series(double x, double y, double[] z, int columns, int rows, int slices) {
        List<SeriesReport> series = new ArrayList<>();
        for (double value : z) {
            series.add(SeriesReports.of(x, y, value, columns, rows, slices, Set.of()));
        }
        return series;
    }

    private static double[] repeated(double value) {
        return new double[] {value, value, value};
    }
}
