package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Outcome;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs every body of the benchmark once and asserts its answer. */
class ReadStrategyBenchmarkTest {

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "100, false", "1000, true"})
    void everyStrategyReadsTheFile(int frames, boolean largePrivate) throws IOException {
        ReadStrategyBenchmark benchmark = new ReadStrategyBenchmark();
        benchmark.frames = frames;
        benchmark.largePrivate = largePrivate;
        ReadStrategyBenchmark.Reader reader = new ReadStrategyBenchmark.Reader();
        benchmark.setUp();
        try {
            assertEquals(Outcome.OK, benchmark.positioned(reader));
            assertEquals(Outcome.OK, benchmark.mapped(reader));
            assertEquals(Outcome.OK, benchmark.auto(reader));
            assertTrue(benchmark.baselineWholeFile() > 100);
        } finally {
            reader.tearDown();
            benchmark.tearDown();
        }
    }
}
