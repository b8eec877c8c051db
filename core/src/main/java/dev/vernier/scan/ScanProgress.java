package dev.vernier.scan;

/**
 * How far a scan is.
 *
 * @param files files looked at
 * @param series series found; may count one twice while several threads are at it
 * @param problems files that were truncated, malformed or unreadable
 * @param elapsedNanos since the scan began
 */
public record ScanProgress(long files, long series, long problems, long elapsedNanos) {}
