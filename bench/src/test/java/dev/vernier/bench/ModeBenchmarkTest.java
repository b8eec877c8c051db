package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.NumberPattern;
import java.util.Arrays;
import java.util.stream.Stream;

class ModeBenchmarkTest extends BenchmarkBodies<ModeBenchmark> {

    private static final double TOLERANCE = 1e-4;

    @Override
    Stream<ModeBenchmark> benchmarks() {
        return Stream.of(NumberPattern.EQUAL, NumberPattern.SPACINGS, NumberPattern.SORTED)
                .map(pattern -> {
                    ModeBenchmark benchmark = new ModeBenchmark();
                    benchmark.n = 3_000;
                    benchmark.pattern = pattern;
                    return benchmark;
                });
    }

    @Override
    void check(ModeBenchmark benchmark, String body, Object answer) {
        double[] values = benchmark.pattern.ofSize(benchmark.n);
        double mode = mode(values);
        switch (body) {
            case "baselineSum" -> assertEquals(Arrays.stream(values).sum(), (double) answer, 1e-6);
            case "vernierExact", "sortAndCount", "hashMap", "fastutilMap" -> assertEquals(mode, answer);
            case "vernier" -> {
                double near = (double) answer;
                assertTrue(count(values, near, near) > 0);
                long bin = count(values, near * (1 - TOLERANCE), near * (1 + TOLERANCE));
                assertTrue(bin >= count(values, mode, mode), () -> near + " stands for " + bin);
            }
            default -> unknown(body);
        }
    }

    private static double mode(double[] values) {
        double mode = Double.NaN;
        long most = 0;
        for (double value : Arrays.stream(values).sorted().distinct().toArray()) {
            long count = count(values, value, value);
            if (count > most) {
                most = count;
                mode = value;
            }
        }
        return mode;
    }

    private static long count(double[] values, double low, double high) {
        return Arrays.stream(values)
                .filter(value -> value >= low && value <= high)
                .count();
    }
}
