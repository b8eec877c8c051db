/**
 * Writes synthetic DICOM data sets whose right answer is known.
 *
 * <p>{@link dev.vernier.synth.SynthDataset} writes a whole data set with its catalog and its truth; {@link
 * dev.vernier.synth.DicomBytes} writes single files, valid or deliberately broken; {@link dev.vernier.synth.SynthHeaders}
 * gives the headers of a data set without writing it; {@link dev.vernier.synth.NumberPattern} is for tests of statistics.
 * Everything else is private to the package: the plan of a data set ({@code DatasetPlan}, {@code SeriesPlan}) holds the truth by construction, the header
 * classes turn a plan into bytes, and the tables write the plan down.
 *
 * <p>Allowed callers: tests, benchmarks and the command line. Allowed dependencies: the JDK and FastCSV. Never the
 * engine: what is written here is what the engine is judged by, so the two share no code.
 */
package dev.vernier.synth;
