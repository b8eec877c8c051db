package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickSelectBenchmarkTest {

    @ParameterizedTest
    @CsvSource({
        "1000, random", "1000, sorted", "1000, equal", "1000, killer",
        "100000, random", "100000, sorted", "100000, equal", "100000, killer"
    })
    void everyVariantFindsTheElementThatSortingFinds(int n, String distribution) {
        QuickSelectBenchmark benchmark = new QuickSelectBenchmark();
        benchmark.n = n;
        benchmark.distribution = distribution;
        benchmark.fill();
        double[] input = benchmark.spacingsMm.clone();
        double[] sorted = input.clone();
        Arrays.sort(sorted);

        assertEquals(sorted[n / 2], benchmark.quickSelect());
        assertEquals(sorted[n / 2], benchmark.sort());
        assertEquals(sorted[n / 2], benchmark.parallelSort());
        assertEquals(sorted[n / 2], benchmark.fastutilRadixSort());
        assertEquals(input[n / 2], benchmark.copyOnly());
        assertEquals(Arrays.stream(sorted).sum(), benchmark.sum(), 1e-6 * n);
    }
}
