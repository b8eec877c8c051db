package dev.vernier.stats;

/** Values whose order statistics are asked for, by the rules of {@link Quantiles}. */
public interface Sample {

    /** How many values there are. */
    long size();

    /**
     * The middle value, or the mean of the middle two.
     *
     * @throws IllegalArgumentException if there are no values
     */
    double median();

    /**
     * One quantile for each probability, in the order asked for.
     *
     * @throws IllegalArgumentException if there are no values, or a probability is NaN or outside 0..1
     */
    double[] quantiles(double... probabilities);

    /** The values of an array, which is reordered. */
    static Sample of(double[] values) {
        return new Sample() {
            @Override
            public long size() {
                return values.length;
            }

            @Override
            public double median() {
                return Quantiles.median(values);
            }

            @Override
            public double[] quantiles(double... probabilities) {
                return Quantiles.quantiles(values, probabilities);
            }
        };
    }
}
