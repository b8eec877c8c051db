package dev.vernier;

import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.stats.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Medians, percentiles and the target of one domain. Stateless; O(n) a statistic. */
public final class DomainStatistics {

    private static final double[] PROBABILITIES = {0, 0.005, 0.10, 0.25, 0.75, 0.90, 0.995, 1};

    private DomainStatistics() {}

    /**
     * What the statistics of a domain are made of.
     *
     * @param name of the domain
     * @param series in it
     * @param estimated voting series whose z is only estimated
     * @param x distances of columns in millimetres, of the voting series, as the next two
     * @param y distances of rows
     * @param z distances of slices
     * @param columns widths of images in pixels, of the voting series that have one, as the next two
     * @param rows heights of images
     * @param slices numbers of slices
     */
    public record Samples(
            String name,
            int series,
            int estimated,
            Sample x,
            Sample y,
            Sample z,
            Sample columns,
            Sample rows,
            Sample slices) {}

    static DomainReport of(String name, List<SeriesReport> series, Target target, int minimum) {
        List<SeriesSpacing> voting = series.stream()
                .filter(SeriesReport::votes)
                .map(SeriesReport::spacing)
                .toList();
        int estimated = (int) voting.stream()
                .filter(spacing -> spacing.flags().contains(Flag.ESTIMATED))
                .count();
        Samples samples = new Samples(
                name,
                series.size(),
                estimated,
                values(voting, SeriesSpacing::x),
                values(voting, SeriesSpacing::y),
                values(voting, SeriesSpacing::z),
                sizes(voting, SeriesSpacing::columns),
                sizes(voting, SeriesSpacing::rows),
                sizes(voting, SeriesSpacing::slices));
        return of(samples, target, minimum);
    }

    private static Sample values(List<SeriesSpacing> voting, ToDoubleFunction<SeriesSpacing> axis) {
        return Sample.of(voting.stream().mapToDouble(axis).toArray());
    }

    private static Sample sizes(List<SeriesSpacing> voting, ToDoubleFunction<SeriesSpacing> size) {
        return Sample.of(
                voting.stream().mapToDouble(size).filter(value -> value > 0).toArray());
    }

    /**
     * The answer for a domain.
     *
     * @param minimum a domain with fewer voting series is flagged
     */
    public static DomainReport of(Samples domain, Target target, int minimum) {
        int voting = Math.toIntExact(domain.x.size());
        Distribution distribution = voting == 0 ? Distribution.NONE : distribution(domain);
        return new DomainReport(
                domain.name,
                domain.series,
                voting,
                domain.estimated,
                domain.series - voting,
                voting < minimum,
                distribution,
                voting == 0 ? Axes.UNKNOWN : ResamplingTarget.of(target, distribution, medianSize(domain)));
    }

    private static Distribution distribution(Samples domain) {
        Axes median = new Axes(domain.x.median(), domain.y.median(), domain.z.median());
        double[] ofX = domain.x.quantiles(PROBABILITIES);
        double[] ofY = domain.y.quantiles(PROBABILITIES);
        double[] ofZ = domain.z.quantiles(PROBABILITIES);
        Axes[] at = new Axes[PROBABILITIES.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = new Axes(ofX[i], ofY[i], ofZ[i]);
        }
        return new Distribution(median, at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7]);
    }

    /** Median number of voxels along each axis; NaN where no series tells. */
    private static Axes medianSize(Samples domain) {
        return new Axes(medianOrUnknown(domain.columns), medianOrUnknown(domain.rows), medianOrUnknown(domain.slices));
    }

    private static double medianOrUnknown(Sample sizes) {
        return sizes.size() == 0 ? Double.NaN : sizes.median();
    }
}
