package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.synth.NumberPattern;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class QuickSelectBenchmarkTest extends BenchmarkBodies<QuickSelectBenchmark> {

    @Override
    Stream<QuickSelectBenchmark> benchmarks() {
        return Stream.of(
                        NumberPattern.SPACINGS,
                        NumberPattern.SORTED_SPACINGS,
                        NumberPattern.EQUAL,
                        NumberPattern.MEDIAN_OF_THREE_KILLER)
                .flatMap(pattern -> IntStream.of(100, 1_000, 100_000).mapToObj(n -> {
                    QuickSelectBenchmark benchmark = new QuickSelectBenchmark();
                    benchmark.n = n;
                    benchmark.pattern = pattern;
                    return benchmark;
                }));
    }

    @Override
    void check(QuickSelectBenchmark benchmark, String body, Object answer) {
        int n = benchmark.n;
        double[] input = benchmark.pattern.ofSize(n);
        double[] sorted = input.clone();
        Arrays.sort(sorted);
        switch (body) {
            case "baselineSum" -> assertEquals(Arrays.stream(sorted).sum(), (double) answer, 1e-6 * n);
            case "copyOnly" -> assertEquals(input[n / 2], answer);
            case "quickSelect", "sort", "parallelSort", "fastutilRadixSort" -> assertEquals(sorted[n / 2], answer);
            default -> unknown(body);
        }
    }
}
