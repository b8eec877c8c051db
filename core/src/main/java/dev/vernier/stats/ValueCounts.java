package dev.vernier.stats;

import java.util.Arrays;

/**
 * Values of which many are equal: each once, in ascending order, with the number of times it occurs. Its medians and quantiles are those
 * that {@link Quantiles} finds among all of them, to the bit. Memory grows with the number of different values. One thread.
 */
public final class ValueCounts implements Sample {

    private static final int FIRST_CAPACITY = 16;

    private double[] values = new double[FIRST_CAPACITY];
    /** Values up to and with each of them. */
    private long[] ranks = new long[FIRST_CAPACITY];

    private int size;

    /**
     * Adds a value that occurs so many times.
     *
     * @throws IllegalArgumentException if it is NaN or not above the last one, or the count is not positive
     */
    public void add(double value, long count) {
        if (!(size == 0 ? !Double.isNaN(value) : value > values[size - 1]) || count <= 0) {
            throw new IllegalArgumentException("values must ascend and occur: " + value + ", " + count + " times");
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            ranks = Arrays.copyOf(ranks, 2 * size);
        }
        values[size] = value;
        ranks[size] = Math.addExact(size(), count);
        size++;
    }

    @Override
    public long size() {
        return size == 0 ? 0 : ranks[size - 1];
    }

    @Override
    public double median() {
        requireValues();
        long upper = size() / 2;
        return size() % 2 == 1 ? at(upper) + 0.0 : Quantiles.mean(at(upper - 1), at(upper));
    }

    @Override
    public double[] quantiles(double... probabilities) {
        requireValues();
        double[] result = new double[probabilities.length];
        for (int i = 0; i < result.length; i++) {
            Quantiles.requireProbability(probabilities[i]);
            double position = (size() - 1) * probabilities[i];
            long rank = (long) position;
            double t = position - rank;
            result[i] = t == 0 ? at(rank) + 0.0 : Quantiles.between(at(rank), at(rank + 1), t, probabilities[i]);
        }
        return result;
    }

    /** The value of this rank, from 0. */
    private double at(long rank) {
        int found = Arrays.binarySearch(ranks, 0, size, rank + 1);
        return values[found >= 0 ? found : -found - 1];
    }

    private void requireValues() {
        if (size == 0) {
            throw new IllegalArgumentException("No values: an empty set has no quantiles");
        }
    }
}
