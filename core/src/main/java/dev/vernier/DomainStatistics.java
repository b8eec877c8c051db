package dev.vernier;

import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.stats.Quantiles;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Medians, percentiles and the target of one domain. Stateless; O(n) a statistic. */
final class DomainStatistics {

    private static final double[] PROBABILITIES = {0, 0.005, 0.10, 0.25, 0.75, 0.90, 0.995, 1};

    private DomainStatistics() {}

    static DomainReport of(String name, List<SeriesReport> series, Target target, int minimum) {
        List<SeriesSpacing> voting = series.stream()
                .filter(SeriesReport::votes)
                .map(SeriesReport::spacing)
                .toList();
        int estimated = (int) voting.stream()
                .filter(spacing -> spacing.flags().contains(Flag.ESTIMATED))
                .count();
        Distribution distribution = voting.isEmpty() ? Distribution.NONE : distribution(voting);
        return new DomainReport(
                name,
                series.size(),
                voting.size(),
                estimated,
                series.size() - voting.size(),
                voting.size() < minimum,
                distribution,
                voting.isEmpty() ? Axes.UNKNOWN : ResamplingTarget.of(target, distribution, medianSize(voting)));
    }

    private static Distribution distribution(List<SeriesSpacing> voting) {
        double[] x = values(voting, SeriesSpacing::x);
        double[] y = values(voting, SeriesSpacing::y);
        double[] z = values(voting, SeriesSpacing::z);
        Axes median = new Axes(Quantiles.median(x), Quantiles.median(y), Quantiles.median(z));
        double[] ofX = Quantiles.quantiles(x, PROBABILITIES);
        double[] ofY = Quantiles.quantiles(y, PROBABILITIES);
        double[] ofZ = Quantiles.quantiles(z, PROBABILITIES);
        Axes[] at = new Axes[PROBABILITIES.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = new Axes(ofX[i], ofY[i], ofZ[i]);
        }
        return new Distribution(median, at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7]);
    }

    private static double[] values(List<SeriesSpacing> voting, ToDoubleFunction<SeriesSpacing> axis) {
        return voting.stream().mapToDouble(axis).toArray();
    }

    /** Median number of voxels along each axis; NaN where no series tells. */
    private static Axes medianSize(List<SeriesSpacing> voting) {
        return new Axes(
                median(voting, SeriesSpacing::columns),
                median(voting, SeriesSpacing::rows),
                median(voting, s -> s.slices()));
    }

    private static double median(List<SeriesSpacing> voting, ToDoubleFunction<SeriesSpacing> size) {
        double[] known =
                voting.stream().mapToDouble(size).filter(value -> value > 0).toArray();
        return known.length == 0 ? Double.NaN : Quantiles.median(known);
    }
}
