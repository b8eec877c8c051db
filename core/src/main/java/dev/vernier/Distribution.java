package dev.vernier;

/**
 * How the spacings of a group of series are distributed, axis by axis. Exact: the median is the middle value or the mean of the middle
 * two, percentiles interpolate linearly between neighbours, as NumPy does.
 */
public record Distribution(
        Axes median, Axes min, Axes p0_5, Axes p10, Axes p25, Axes p75, Axes p90, Axes p99_5, Axes max) {

    /** Of no series at all. */
    public static final Distribution NONE = new Distribution(
            Axes.UNKNOWN,
            Axes.UNKNOWN,
            Axes.UNKNOWN,
            Axes.UNKNOWN,
            Axes.UNKNOWN,
            Axes.UNKNOWN,
            Axes.UNKNOWN,
            Axes.UNKNOWN,
            Axes.UNKNOWN);
}
