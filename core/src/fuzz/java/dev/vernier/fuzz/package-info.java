/**
 * Fuzz targets for Jazzer, compiled by the Maven profile {@code fuzz} only. They need nothing of Jazzer themselves: a target
 * is a class with {@code fuzzerTestOneInput}, which throws where something is wrong.
 *
 * <p>Run one of {@code HeaderParserFuzzer}, {@code InstanceGeometryFuzzer}, {@code DecimalStringFuzzer} and
 * {@code DeflatedFuzzer} for so many seconds, from the project's root. What it finds is kept in {@code core/target/fuzz}: the
 * corpus, from which the next run goes on, and the input of a failure beside it.
 *
 * <pre>
 * mvn -B -Pfuzz -pl core -am verify -DskipTests -Dfuzz.target=HeaderParserFuzzer -Dfuzz.seconds=600
 * </pre>
 */
package dev.vernier.fuzz;
