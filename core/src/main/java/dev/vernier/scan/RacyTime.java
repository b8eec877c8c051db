package dev.vernier.scan;

import java.util.concurrent.TimeUnit;

/**
 * Tells which times of change cannot be relied on yet: what changed within the last moment may change again without showing another time,
 * since file systems keep times in steps of up to two seconds. Stateless.
 */
final class RacyTime {

    private static final long STEP_NANOS = TimeUnit.SECONDS.toNanos(2);

    private RacyTime() {}

    static boolean isSettled(long modifiedNanos) {
        long nowNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        return modifiedNanos < nowNanos - STEP_NANOS;
    }
}
