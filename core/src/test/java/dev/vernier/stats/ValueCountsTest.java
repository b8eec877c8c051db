package dev.vernier.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueCountsTest {

    private static final double[] PROBABILITIES = {0, 0.005, 0.1, 0.25, 0.5, 0.75, 0.9, 0.995, 1};

    @Test
    void countsAnswerWhatAllTheValuesDoToTheBit() {
        Random random = new Random(20261126);
        for (int round = 0; round < 2_000; round++) {
            double[] values = random.doubles(1 + random.nextInt(60), 0, 4)
                    .map(value -> Math.round(value * 7) / 7.0)
                    .toArray();
            ValueCounts counts = counts(values);
            assertEquals(values.length, counts.size());
            assertEquals(Quantiles.median(values.clone()), counts.median());
            assertArrayEquals(Quantiles.quantiles(values.clone(), PROBABILITIES), counts.quantiles(PROBABILITIES));
        }
    }

    private static ValueCounts counts(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        ValueCounts counts = new ValueCounts();
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            counts.add(sorted[i], end - i);
            i = end;
        }
        return counts;
    }

    @Test
    void moreValuesThanAnArrayHoldsHaveAMedian() {
        ValueCounts counts = new ValueCounts();
        counts.add(0.5, 3_000_000_000L);
        counts.add(0.75, 3_000_000_000L);
        assertEquals(6_000_000_000L, counts.size());
        assertEquals(0.625, counts.median());
        assertArrayEquals(new double[] {0.5, 0.75}, counts.quantiles(0.25, 0.75));
    }

    @Test
    void valuesThatDoNotAscendAreRefused() {
        ValueCounts counts = new ValueCounts();
        assertThrows(IllegalArgumentException.class, () -> counts.add(Double.NaN, 1));
        counts.add(2, 1);
        assertThrows(IllegalArgumentException.class, () -> counts.add(2, 1));
        assertThrows(IllegalArgumentException.class, () -> counts.add(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> counts.add(3, 0));
    }

    @Test
    void noValuesHaveNoMedianAndNoQuantile() {
        assertThrows(IllegalArgumentException.class, () -> new ValueCounts().median());
        assertThrows(IllegalArgumentException.class, () -> new ValueCounts().quantiles(0.5));
        ValueCounts one = new ValueCounts();
        one.add(1, 1);
        assertThrows(IllegalArgumentException.class, () -> one.quantiles(1.5));
    }
}
