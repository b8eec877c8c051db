package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.geometry.Status;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class TallyMergeBenchmarkTest extends BenchmarkBodies<TallyMergeBenchmark> {

    @Override
    Stream<TallyMergeBenchmark> benchmarks() {
        return IntStream.of(2, 16).mapToObj(parts -> {
            TallyMergeBenchmark benchmark = new TallyMergeBenchmark();
            benchmark.slices = 60;
            benchmark.parts = parts;
            return benchmark;
        });
    }

    @Override
    void check(TallyMergeBenchmark benchmark, String body, Object answer) {
        SeriesSpacing expected = benchmark.oneTallyAnalysed();
        assertEquals(Status.REGULAR, expected.status());
        assertTrue(expected.slices() > 20, () -> "slices: " + expected.slices());
        switch (body) {
            case "baselineOneTally", "mergedInTurn", "mergedInTree" ->
                assertEquals(expected, ((SeriesTally) answer).analyse(SpacingRules.DEFAULT));
            case "oneTallyAnalysed" -> assertEquals(expected, answer);
            default -> unknown(body);
        }
    }
}
