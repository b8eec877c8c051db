package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.geometry.Flag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** spacing.md §6: medians and quantiles. Expected values are NumPy's (2.4, median and quantile). */
class DomainStatisticsTest {

    @Test
    void anEvenNumberHasTheMeanOfTheMiddleTwo() {
        Distribution d = of(0.46875, 0.390625, 0.5, 0.488281, 0.410156, 0.46875, 0.976562, 0.351562);

        assertEquals(0.46875, d.median().x());
        assertEquals(0.351562, d.min().x());
        assertEquals(0.35292920499999997, d.p0_5().x());
        assertEquals(0.3789061, d.p10().x());
        assertEquals(0.40527325000000003, d.p25().x());
        assertEquals(0.49121075000000003, d.p75().x());
        assertEquals(0.6429685999999999, d.p90().x());
        assertEquals(0.95988233, d.p99_5().x());
        assertEquals(0.976562, d.max().x());
    }

    @Test
    void anOddNumberHasTheMiddleOne() {
        Distribution d = of(0.8, 0.625, 5.0, 1.25, 0.5, 0.8, 0.6, 3.0, 0.7);

        assertEquals(0.8, d.median().x());
        assertEquals(0.504, d.p0_5().x());
        assertEquals(0.58, d.p10().x());
        assertEquals(0.625, d.p25().x());
        assertEquals(1.25, d.p75().x());
        assertEquals(3.4000000000000004, d.p90().x());
        assertEquals(4.92, d.p99_5().x());
    }

    @Test
    void twoSeries() {
        Distribution d = of(0.9, 0.5);

        assertEquals(0.7, d.median().x());
        assertEquals(0.502, d.p0_5().x());
        assertEquals(0.898, d.p99_5().x());
    }

    @Test
    void oneSeriesIsItsOwnDistribution() {
        Distribution d = of(0.8);

        for (Axes axes :
                List.of(d.median(), d.min(), d.p0_5(), d.p10(), d.p25(), d.p75(), d.p90(), d.p99_5(), d.max())) {
            assertEquals(new Axes(0.8, 1.6, 3.2), axes);
        }
    }

    @Test
    void axesAreIndependent() {
        List<SeriesReport> series =
                List.of(SeriesReports.of(0.1, 0.9, 5), SeriesReports.of(0.2, 0.8, 1), SeriesReports.of(0.3, 0.1, 3));

        assertEquals(new Axes(0.2, 0.8, 3), report(series).spacing().median());
    }

    @Test
    void tiesDoNotMatter() {
        assertEquals(0.5, of(0.5, 0.5, 0.5, 0.9).median().x());
        assertEquals(0.5, of(0.5, 0.5, 0.5, 0.5, 0.1, 0.9).median().x());
    }

    @Test
    void theOrderOfSeriesDoesNotMatter() {
        List<SeriesReport> series = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 101; i++) {
            series.add(SeriesReports.of(random.nextDouble(), random.nextDouble(), random.nextInt(5)));
        }
        DomainReport expected = report(series);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(series, random);
            assertEquals(expected, report(series));
        }
    }

    @Test
    void aDomainWithoutVotesIsThereButItsNumbersAreUnknown() {
        List<SeriesReport> series =
                List.of(SeriesReports.of(Double.NaN, Double.NaN, 5), SeriesReports.of(0.5, 0.5, Double.NaN));
        DomainReport report = report(series);

        assertEquals(2, report.series());
        assertEquals(0, report.voting());
        assertEquals(2, report.excluded());
        assertEquals(Distribution.NONE, report.spacing());
        assertEquals(Axes.UNKNOWN, report.target());
        assertFalse(report.spacing().median().isKnown());
    }

    @Test
    void aSeriesThatDoesNotKnowAllAxesAddsToNone() {
        List<SeriesReport> series = new ArrayList<>(SeriesReports.ofX(0.5, 0.6, 0.7));
        series.add(SeriesReports.of(9, 9, Double.NaN));
        series.add(SeriesReports.of(Double.NaN, 9, 9));
        DomainReport report = report(series);

        assertEquals(new Axes(0.6, 1.2, 2.4), report.spacing().median());
        assertEquals(new Axes(0.7, 1.4, 2.8), report.spacing().max());
        assertEquals(3, report.voting());
        assertEquals(2, report.excluded());
    }

    @Test
    void estimatedSeriesVoteAndAreCountedApart() {
        List<SeriesReport> series = List.of(
                SeriesReports.of(0.5, 0.5, 1),
                SeriesReports.of(0.5, 0.5, 5, 512, 512, 1, Set.of(Flag.ESTIMATED)),
                SeriesReports.of(0.5, 0.5, 6, 512, 512, 1, Set.of(Flag.ESTIMATED, Flag.MIXED_GEOMETRY)),
                SeriesReports.of(Double.NaN, 0.5, 6, 512, 512, 1, Set.of(Flag.ESTIMATED)));
        DomainReport report = report(series);

        assertEquals(3, report.voting());
        assertEquals(2, report.estimated());
        assertEquals(5, report.spacing().median().z());
    }

    @Test
    void domainsWithFewerVotesThanAskedForAreFlagged() {
        List<SeriesReport> series = new ArrayList<>(SeriesReports.ofX(0.5, 0.6));
        series.add(SeriesReports.of(Double.NaN, 1, 1));

        assertFalse(DomainStatistics.of("d", series, AxisSystem.ARRAY, Target.MEDIAN, 2)
                .tooFew());
        assertTrue(DomainStatistics.of("d", series, AxisSystem.ARRAY, Target.MEDIAN, 3)
                .tooFew());
    }

    private static Distribution of(double... values) {
        return report(SeriesReports.ofX(values)).spacing();
    }

    private static DomainReport report(List<SeriesReport> series) {
        return DomainStatistics.of("domain", series, AxisSystem.ARRAY, Target.MEDIAN, 0);
    }
}
