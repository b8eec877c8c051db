package dev.vernier.scan;

/**
 * How far a scan is.
 *
 * @param files files looked at
 * @param expectedFiles files that there will be, 0 while that is not known: exact once all folders are listed; an estimate by the folders
 *     listed so far while no other folders turn up
 * @param series series found; may count one twice while several threads are at it
 * @param problems files that were truncated, malformed or unreadable
 * @param elapsedNanos since the scan began
 */
public record ScanProgress(long files, long expectedFiles, long series, long problems, long elapsedNanos) {}
