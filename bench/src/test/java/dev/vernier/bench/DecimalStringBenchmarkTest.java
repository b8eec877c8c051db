package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;

class DecimalStringBenchmarkTest extends BenchmarkBodies<DecimalStringBenchmark> {

    @Override
    Stream<DecimalStringBenchmark> benchmarks() {
        return Arrays.stream(DecimalText.values()).map(text -> {
            DecimalStringBenchmark benchmark = new DecimalStringBenchmark();
            benchmark.text = text;
            return benchmark;
        });
    }

    @Override
    void check(DecimalStringBenchmark benchmark, String body, Object answer) {
        String[] texts = benchmark.text.texts(DecimalStringBenchmark.NUMBERS);
        switch (body) {
            case "baselineSumOfBytes" ->
                assertEquals(String.join("", texts).chars().sum(), answer);
            case "vernier", "parseDouble", "fastDoubleParser" -> assertEquals(sum(texts), answer);
            default -> unknown(body);
        }
    }

    private static double sum(String[] texts) {
        double sum = 0;
        for (String text : texts) {
            sum += new BigDecimal(text.strip()).doubleValue();
        }
        return sum;
    }
}
