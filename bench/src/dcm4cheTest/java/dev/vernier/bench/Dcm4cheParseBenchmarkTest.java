package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.dicom.Outcome;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

class Dcm4cheParseBenchmarkTest extends BenchmarkBodies<Dcm4cheParseBenchmark> {

    @Override
    Stream<Dcm4cheParseBenchmark> benchmarks() {
        return Arrays.stream(HeaderShape.values()).map(shape -> {
            Dcm4cheParseBenchmark benchmark = new Dcm4cheParseBenchmark();
            benchmark.shape = shape;
            return benchmark;
        });
    }

    @Override
    void check(Dcm4cheParseBenchmark benchmark, String body, Object answer) throws IOException {
        switch (body) {
            case "baselineDcm4cheUpToPixelData", "vernierUpToPixelData" ->
                assertEquals(HeaderParseBenchmarkTest.rowsAndColumns(benchmark.shape), answer);
            case "vernierGeometry" -> assertEquals(Outcome.OK, answer);
            default -> unknown(body);
        }
    }
}
