package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Outcome;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every body of the benchmark once and asserts its answer. */
class HeaderParseBenchmarkTest {

    @ParameterizedTest
    @EnumSource(HeaderShape.class)
    void everyVariantReadsTheSameHeader(HeaderShape shape) throws IOException {
        HeaderParseBenchmark benchmark = new HeaderParseBenchmark();
        benchmark.shape = shape;
        benchmark.setUp();
        try {
            assertEquals(Outcome.OK, benchmark.geometry());
            int earlyStop = benchmark.threeTagsEarlyStop();
            assertEquals(earlyStop, benchmark.threeTagsFullWalk());

            assertTrue(earlyStop > 10, "bytes of the three values: " + earlyStop);
            int sum = 0;
            for (byte b : shape.header()) {
                sum += b;
            }
            assertEquals(sum, benchmark.baselineSumOfBytes());
        } finally {
            benchmark.tearDown();
        }
    }
}
