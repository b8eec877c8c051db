package dev.vernier.bench.report;

import dev.vernier.stats.Quantiles;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * What became of one measured thing.
 *
 * @param times how many times as slow it is now, by the medians: above 1 is slower
 * @param p how likely noise alone would make such a difference, by a one-sided Mann-Whitney U test
 */
record Change(String name, String unit, double before, double after, double times, double p, Verdict verdict) {

    /**
     * A change of less is nothing, whatever its significance: the same program differs by as much between two builds, by where
     * its code and data happen to lie.
     */
    static final double LEAST = 1.05;

    /**
     * The test knows ranks only, since timings are anything but normally distributed: one slow round moves a mean, and a standard deviation,
     * but not a rank. With the three rounds of a quick run this level means that all rounds now are slower than all before (p is 1/20),
     * with five and more that almost all are. Of 20 unchanged things one would exceed it by chance, but rarely {@link #LEAST} as well;
     * a single one that became slower is to be measured again. The billionth is for rounding.
     */
    private static final double SIGNIFICANT = 0.05 + 1e-9;

    /** With fewer rounds on either side no difference is significant. */
    private static final int FEWEST = 3;

    private static final MannWhitneyUTest GREATER =
            MannWhitneyUTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);

    /** What is said of a change. */
    enum Verdict {
        SLOWER,
        FASTER,
        SAME,
        UNKNOWN
    }

    static Change between(Samples before, Samples after) {
        boolean comparable = before.unit().equals(after.unit())
                && before.moreIsBetter() == after.moreIsBetter()
                && Math.min(before.values().length, after.values().length) >= FEWEST;
        if (!comparable) {
            return new Change(
                    before.name(), after.unit(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Verdict.UNKNOWN);
        }
        double medianBefore = Quantiles.median(before.values().clone());
        double medianAfter = Quantiles.median(after.values().clone());
        double times = before.moreIsBetter() ? medianBefore / medianAfter : medianAfter / medianBefore;
        double p = medianAfter > medianBefore ? p(after, before) : p(before, after);
        return new Change(before.name(), after.unit(), medianBefore, medianAfter, times, p, verdict(times, p));
    }

    private static double p(Samples greater, Samples less) {
        return GREATER.test(greater.values(), less.values()).getPValue();
    }

    private static Verdict verdict(double times, double p) {
        if (!(times > 0 && times <= Double.MAX_VALUE)) { // a median of 0
            return Verdict.UNKNOWN;
        }
        if (p > SIGNIFICANT || times <= LEAST && times >= 1 / LEAST) {
            return Verdict.SAME;
        }
        return times > 1 ? Verdict.SLOWER : Verdict.FASTER;
    }
}
