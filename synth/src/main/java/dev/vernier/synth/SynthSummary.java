package dev.vernier.synth;

import java.nio.file.Path;

/**
 * What was written, and where.
 *
 * <p>Thread rule: immutable.
 *
 * @param files all files below {@code series}, junk and duplicates too; the tables are not counted
 * @param series number of series
 * @param elapsedNanos how long it took, in nanoseconds
 * @param catalog {@code train.csv}
 * @param truth {@code truth.csv}: the right answer for each series
 * @param truthDomains {@code truth-domains.csv}: the right answer for each domain
 */
public record SynthSummary(long files, int series, long elapsedNanos, Path catalog, Path truth, Path truthDomains) {}
