package dev.vernier;

import dev.vernier.geometry.Flag;
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
     * @param axes what the next six are along: x, y, z stand for R/L, A/P, S/I if these are the patient's
     * @param x spacings in millimetres along the first axis, of the voting series, as the next two
     * @param y spacings along the second axis
     * @param z spacings along the third axis
     * @param sizeX numbers of voxels along the first axis, of the voting series that tell, as the next two
     * @param sizeY numbers of voxels along the second axis
     * @param sizeZ numbers of voxels along the third axis
     */
    public record Samples(
            String name,
            int series,
            int estimated,
            AxisSystem axes,
            Sample x,
            Sample y,
            Sample z,
            Sample sizeX,
            Sample sizeY,
            Sample sizeZ) {}

    static DomainReport of(String name, List<SeriesReport> series, AxisSystem axes, Target target, int minimum) {
        List<SeriesReport> voting = series.stream().filter(SeriesReport::votes).toList();
        int estimated = (int) voting.stream()
                .filter(report -> report.spacing().flags().contains(Flag.ESTIMATED))
                .count();
        List<Axes> spacings = voting.stream().map(SeriesReport::reportedSpacing).toList();
        List<Axes> sizes = voting.stream().map(SeriesReport::reportedSize).toList();
        Samples samples = new Samples(
                name,
                series.size(),
                estimated,
                axes,
                known(spacings, Axes::x),
                known(spacings, Axes::y),
                known(spacings, Axes::z),
                known(sizes, Axes::x),
                known(sizes, Axes::y),
                known(sizes, Axes::z));
        return of(samples, target, minimum);
    }

    private static Sample known(List<Axes> values, ToDoubleFunction<Axes> axis) {
        return Sample.of(values.stream()
                .mapToDouble(axis)
                .filter(value -> !Double.isNaN(value))
                .toArray());
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
                voting == 0 ? Axes.UNKNOWN : ResamplingTarget.of(target, distribution, medianSize(domain)),
                domain.axes);
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
        return new Axes(medianOrUnknown(domain.sizeX), medianOrUnknown(domain.sizeY), medianOrUnknown(domain.sizeZ));
    }

    private static double medianOrUnknown(Sample sizes) {
        return sizes.size() == 0 ? Double.NaN : sizes.median();
    }
}
