package dev.vernier.synth;

import java.util.Objects;

/**
 * What data set to write.
 *
 * <p>All but {@code threads} decide the bytes; {@code threads} decides the time only. Errors: {@link
 * IllegalArgumentException} naming the option and its range. Thread rule: immutable.
 *
 * @param series number of series, 1 to 1,000,000
 * @param slices mean number of slices a series, 8 to 1,000: fewer would leave no gap that is surely the usual one
 * @param seed any number
 * @param profile what kind of archive is imitated
 * @param threads how many series are written at a time, 1 to 1,024
 */
public record SynthOptions(int series, int slices, long seed, Profile profile, int threads) {
    /** The fewest slices a series may have on average. */
    public static final int FEWEST_SLICES = 8;

    private static final int MOST_SERIES = 1_000_000;
    private static final int MOST_SLICES = 1_000;
    private static final int MOST_THREADS = 1_024;

    public SynthOptions {
        requireBetween("series", series, 1, MOST_SERIES);
        requireBetween("slices", slices, FEWEST_SLICES, MOST_SLICES);
        requireBetween("threads", threads, 1, MOST_THREADS);
        Objects.requireNonNull(profile, "profile");
    }

    /** 400 series of 30 slices, seed 1, {@link Profile#RSNA_IAD}, as many threads as there are processors. */
    public static SynthOptions defaults() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new SynthOptions(400, 30, 1, Profile.RSNA_IAD, Math.min(processors, MOST_THREADS));
    }

    private static void requireBetween(String option, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(option + " is " + value + ": it must be " + low + " to " + high);
        }
    }
}
