/**
 * What is done with the figures of benchmarks: comparing two result files ({@link dev.vernier.bench.report.Compare}) and drawing one
 * ({@link dev.vernier.bench.report.Plot}). Result files come from anywhere: what is wrong with one is told, never thrown at the user.
 */
package dev.vernier.bench.report;
