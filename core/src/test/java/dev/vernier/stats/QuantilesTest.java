package dev.vernier.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.synth.NumberPattern;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class QuantilesTest {

    private static final double[] PROBABILITIES = {0, .005, .1, .25, 1 / 3.0, .75, .9, .995, 1};

    private static final double[] SPACINGS = {
        0.46875, 0.410156, 0.5, 0.488281, 0.429688, 0.3515625, 5.0, 0.8, 0.976562, 0.46875
    };

    @Test
    void medianIsTheMiddleValueOrTheMeanOfTheMiddleTwo() {
        assertEquals(0.5, Quantiles.median(new double[] {0.5}));
        assertEquals(2, Quantiles.median(new double[] {3, 1, 2}));
        assertEquals(2.5, Quantiles.median(new double[] {4, 1, 3, 2}));
        assertEquals(0.4785155, Quantiles.median(SPACINGS.clone()));
    }

    @Test
    void medianOfEqualValuesIsThatValue() {
        for (double x : new double[] {0.1, 0.410156, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 1e-310}) {
            assertEquals(x, Quantiles.median(new double[] {x, x}));
            assertEquals(x, Quantiles.median(new double[] {x, x, x, x, x}));
        }
    }

    @Test
    void medianOfHugeValuesDoesNotOverflow() {
        assertEquals(1.25e308, Quantiles.median(new double[] {1.5e308, 1e308}));
        assertEquals(0.0, Quantiles.median(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}));
        double infinity = Double.POSITIVE_INFINITY;
        assertEquals(infinity, Quantiles.median(new double[] {1, infinity}));
        assertEquals(infinity, Quantiles.median(new double[] {infinity, infinity}));
        assertEquals(Double.NaN, Quantiles.median(new double[] {-infinity, infinity}));
    }

    /** Expected values printed by NumPy 2.4.6: {@code np.quantile(a, p)}. */
    @Test
    void quantilesAreNumPysToTheLastBit() {
        assertQuantiles(
                SPACINGS,
                0.3515625,
                0.3541992075,
                0.40429665000000004,
                0.4394535,
                0.46875,
                0.7250000000000001,
                1.3789057999999985,
                4.81894529,
                5.0);
        assertQuantiles(
                new double[] {0.7, 0.1, 0.3, 0.2, 0.9, 0.4, 0.6},
                0.1,
                0.10300000000000001,
                0.16000000000000003,
                0.25,
                0.3,
                0.6499999999999999,
                0.78,
                0.894,
                0.9);
        assertQuantiles(
                new double[] {-1e300, 3.3e-05, 1e-310, 7.77, 1e17, -0.1, 0.6666666666666666, 0.001},
                -1e300,
                -9.65e299,
                -2.9999999999999994e299,
                -0.025,
                1.0999999999999991e-05,
                2.4425,
                2.999999999999999e16,
                9.649999999999998e16,
                1e17);
        assertQuantiles(
                new double[] {
                    1.00123091030648, 1.3481665220093473, 0.7602272666316231, 0.4104127826686174, 0.6346568720123182,
                    0.3709653729873708, 1.0619890399804632, 3.8198656259791655, 0.6112761129387685, 0.5376890285297825,
                    1.6320584162712972, 1.4288744095836212, 1.1111708164263712
                },
                0.3709653729873708,
                0.3733322175682456,
                0.43586803184085043,
                0.6112761129387685,
                0.6346568720123182,
                1.3481665220093473,
                1.591421614933762,
                3.688597193396692,
                3.8198656259791655);
    }

    /** NumPy's own median and 0.5-quantile of these two differ: ...374 is what {@code np.quantile} says. */
    @Test
    void quantileOfOneHalfIsTheMedianAndNotTheInterpolation() {
        double[] a = {0.19466785998505118, 1.899701197123424};
        assertEquals(1.0471845285542376, Quantiles.median(a.clone()));
        assertEquals(1.0471845285542376, Quantiles.quantiles(a.clone(), 0.5)[0]);
        Random random = new Random(NumberPattern.SEED);
        for (int n = 1; n < 300; n++) {
            double[] b = random.doubles(n, 0.1, 8).toArray();
            double[] quantiles = Quantiles.quantiles(b.clone(), 0.9, 0.5, 0.5, 0.49);
            assertEquals(Quantiles.median(b), quantiles[1]);
            assertEquals(quantiles[1], quantiles[2]);
        }
    }

    @ParameterizedTest
    @EnumSource(value = NumberPattern.class, names = "EXTREME", mode = Mode.EXCLUDE) // infinite differences
    void equalsQuantilesOfTheSortedArray(NumberPattern pattern) {
        double[] probabilities = {.995, .9, .75, .5, .25, .1, .005, 0, 1, .5, .123, .9};
        for (int n : new int[] {1, 2, 3, 4, 5, 16, 17, 18, 100, 101, 1000, 20_001}) {
            double[] sorted = pattern.ofSize(n);
            Arrays.sort(sorted);
            double[] expected = Arrays.stream(probabilities)
                    .map(p -> quantileOfSorted(sorted, p))
                    .toArray();
            assertArrayEquals(expected, Quantiles.quantiles(pattern.ofSize(n), probabilities));
            assertEquals(expected[3], Quantiles.median(pattern.ofSize(n)));
            assertEquals(expected[3], Quantiles.medianOfSorted(sorted, 0, n));
        }
    }

    @Test
    void manyProbabilitiesAtOnceEqualEachAlone() {
        double[] a = new Random(NumberPattern.SEED).doubles(2_000).toArray();
        double[] probabilities = new Random(1).doubles(3_000).toArray();
        double[] together = Quantiles.quantiles(a.clone(), probabilities);
        for (int i = 0; i < probabilities.length; i += 29) {
            assertEquals(Quantiles.quantiles(a.clone(), probabilities[i])[0], together[i]);
        }
    }

    @Test
    void aMillionValuesAreNoBurden() {
        double[] a = NumberPattern.RANDOM.ofSize(1_000_000);
        double[] sorted = a.clone();
        Arrays.sort(sorted);
        assertArrayEquals(
                new double[] {quantileOfSorted(sorted, .25), quantileOfSorted(sorted, .5)},
                Quantiles.quantiles(a, .25, .5));
    }

    @Test
    void anyNaNMakesEveryAnswerNaN() {
        double[] a = {1, Double.NaN, 2};
        assertEquals(Double.NaN, Quantiles.median(a.clone()));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, Quantiles.quantiles(a, 0, 0.5));
    }

    @Test
    void negativeZeroIsNeverReturned() {
        double[] zeros = {-0.0, -0.0};
        assertEquals(0.0, Quantiles.median(zeros));
        assertArrayEquals(new double[] {0.0, 0.0, 0.0, 0.0}, Quantiles.quantiles(zeros, 0, .3, .5, .7));
        assertEquals(0.0, Quantiles.median(new double[] {-0.0}));
    }

    @Test
    void noProbabilitiesGiveNoQuantiles() {
        assertEquals(0, Quantiles.quantiles(new double[] {1}).length);
    }

    @Test
    void rejectsEmptyInputAndProbabilitiesOutsideZeroToOne() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.median(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Quantiles.quantiles(new double[0], 0.5));
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Quantiles.quantiles(new double[] {1}, p));
        }
    }

    private static void assertQuantiles(double[] values, double... expected) {
        assertArrayEquals(expected, Quantiles.quantiles(values.clone(), PROBABILITIES));
    }

    /** Written after NumPy's source rather than after ours. */
    private static double quantileOfSorted(double[] sorted, double p) {
        double virtualIndex = (sorted.length - 1) * p;
        double previous = Math.floor(virtualIndex);
        double gamma = virtualIndex - previous;
        double a = sorted[(int) previous];
        double b = sorted[(int) Math.min(previous + 1, sorted.length - 1)];
        if (p == 0.5) {
            return gamma == 0 ? a : (a + b) / 2;
        }
        return (gamma >= 0.5 ? b - (b - a) * (1 - gamma) : a + (b - a) * gamma) + 0.0;
    }
}
