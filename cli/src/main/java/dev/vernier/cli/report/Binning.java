package dev.vernier.cli.report;

/**
 * Bins of one width, on a linear or a logarithmic scale, such that the least and the greatest value lie in the middle of the first and the last
 * bin. Immutable.
 */
final class Binning {

    private static final int BINS = 48;
    /** From this ratio of the greatest to the least value on, a linear scale hides the small ones. */
    private static final double LOGARITHMIC_FROM = 8;

    private final boolean logarithmic;
    private final double start;
    private final double width;
    private final int bins;

    private Binning(boolean logarithmic, double start, double width, int bins) {
        this.logarithmic = logarithmic;
        this.start = start;
        this.width = width;
        this.bins = bins;
    }

    /** Bins for values from {@code least} to {@code greatest}, both above zero. */
    static Binning of(double least, double greatest, boolean whole) {
        if (greatest / least >= LOGARITHMIC_FROM) {
            return spanning(true, Math.log10(least), Math.log10(greatest));
        }
        if (whole && greatest - least < BINS) {
            double margin = Math.max(0, 4 - (greatest - least)); // few bars are not to fill the whole width
            int bins = (int) (greatest - least + 1 + 2 * margin);
            return new Binning(false, least - margin - 0.5, 1, bins);
        }
        double margin = Math.max(0, 0.1 * greatest - (greatest - least)) / 2; // nor is one value, or rounding, to do so
        return spanning(false, least - margin, greatest + margin);
    }

    /** Bins on a logarithmic scale around 1, so that 1 is in the middle of one; from 1/8 to 8. */
    static Binning aroundOne() {
        double step = Math.log10(2) / 8;
        return new Binning(true, -24.5 * step, step, 49);
    }

    private static Binning spanning(boolean logarithmic, double from, double to) {
        double width = (to - from) / (BINS - 1);
        return new Binning(logarithmic, from - width / 2, width, BINS);
    }

    boolean logarithmic() {
        return logarithmic;
    }

    /** The lower end of the first bin: of its logarithm to base 10 where logarithmic, as is the width. */
    double start() {
        return start;
    }

    double width() {
        return width;
    }

    /** How many values lie in each bin; those beyond the ends are in the first and the last one. */
    int[] counts(double[] values) {
        int[] counts = new int[bins];
        for (double value : values) {
            double place = ((logarithmic ? Math.log10(value) : value) - start) / width;
            counts[(int) Math.max(0, Math.min(bins - 1, Math.floor(place)))]++;
        }
        return counts;
    }
}
