package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Outcome;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every body of the benchmark once and asserts its answer. */
class Dcm4cheParseBenchmarkTest {

    @ParameterizedTest
    @EnumSource(HeaderShape.class)
    void bothParsersReadTheSameHeader(HeaderShape shape) throws IOException {
        Dcm4cheParseBenchmark benchmark = new Dcm4cheParseBenchmark();
        benchmark.shape = shape;
        benchmark.setUp();
        try {
            double rowsAndColumns = benchmark.dcm4cheUpToPixelData();
            assertTrue(rowsAndColumns > 64, () -> "rows + columns: " + rowsAndColumns);
            assertEquals(rowsAndColumns, benchmark.vernierUpToPixelData());
            assertEquals(Outcome.OK, benchmark.vernierGeometry());
        } finally {
            benchmark.tearDown();
        }
    }
}
