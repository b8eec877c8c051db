package dev.vernier.cache;

/**
 * What can be said of a cache file.
 *
 * @param bytes its length
 * @param version how its records are written
 * @param records in it, when it was closed last or as counted now; -1 if nobody knows
 * @param capacity records that it was made for, 0 if nobody knows; it grows when there are more
 * @param condition whether it can be used as it is
 */
public record CacheSummary(long bytes, int version, long records, long capacity, Condition condition) {

    /** Whether a cache can be used as it is. */
    public enum Condition {
        /** Closed in order. */
        CLOSED,
        /** Closed in order, and byte for byte what it was then. */
        SOUND,
        /** Some process has it open. */
        IN_USE,
        /** Not closed in order, or not known to have been: recovered when it is opened next. */
        NOT_CLOSED,
        /** Changed since it was closed: recovered when it is opened next, as far as it can be read. */
        DAMAGED
    }
}
