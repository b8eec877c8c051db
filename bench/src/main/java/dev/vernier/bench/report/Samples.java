package dev.vernier.bench.report;

/**
 * What was measured of one thing, once for each round or iteration.
 *
 * @param unit of the values
 * @param moreIsBetter whether a greater value means faster
 */
record Samples(String name, String unit, boolean moreIsBetter, double[] values) {}
