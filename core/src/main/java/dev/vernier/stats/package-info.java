/**
 * Order statistics and modes of plain numbers: exact, independent of the input's order, and without a slow case.
 *
 * <p>{@link dev.vernier.stats.QuickSelect} finds one order statistic, {@link dev.vernier.stats.Quantiles} medians and
 * quantiles by NumPy's rules, {@link dev.vernier.stats.ToleranceBins} and {@link dev.vernier.stats.Mode} the most
 * frequent of nearly equal values, and {@link dev.vernier.stats.WindowClusters} the most frequent slice gap.
 *
 * <p>Nothing here knows what a spacing is: arrays of primitives go in, primitives come out. Every class is stateless or
 * immutable, so all of them may be used by many threads at once as long as no two threads pass the same array.
 *
 * <p>Allowed callers: {@code geometry}, {@code scan}, the façade and the modules above. Allowed dependencies: the JDK
 * and FastUtil.
 */
package dev.vernier.stats;
