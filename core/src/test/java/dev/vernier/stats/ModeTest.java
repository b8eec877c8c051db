package dev.vernier.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.synth.NumberPattern;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModeTest {

    private static final double NAN = Double.NaN;

    @Test
    void theMostFrequentValueWins() {
        assertEquals(0.5, Mode.of(new double[] {0.4, 0.5, 0.6}, new long[] {1, 3, 2}, 0));
        assertEquals(0.5, Mode.of(new double[] {0.4, 0.5, 0.6, 0.5}, weights(1, 1, 1, 1), 1e-4));
    }

    @Test
    void nearValuesAreCountedTogetherAndTheMostFrequentExactOneIsReported() {
        double[] values = {0.5, 0.468750, 0.468751, 0.468752};
        assertEquals(0.468751, Mode.of(values, weights(4, 1, 3, 1), 1e-4));
        assertEquals(0.5, Mode.of(values, weights(4, 1, 3, 1), 0));
    }

    @Test
    void weightsOfEqualRowsAreAddedUp() {
        double[] values = {2.0, 2.0001, 2.0, 2.0001, 2.0001};
        assertEquals(2.0001, Mode.of(values, weights(2, 2, 2, 2, 1), 1e-3));
        assertEquals(2.0, Mode.of(values, weights(3, 2, 3, 2, 1), 1e-3));
    }

    @Test
    void aTieOfBinsGoesToTheSmallerAndSoDoesATieInsideABin() {
        assertEquals(0.5, Mode.of(new double[] {0.8, 0.5, 0.6}, weights(2, 2, 1), 1e-4));
        assertEquals(0.5, Mode.of(new double[] {0.50001, 0.5}, weights(2, 2), 1e-4));
        assertEquals(1, Mode.ofTuples(new double[] {1, 9, 1, 8}, 2, weights(1, 1), 0));
        assertEquals(0, Mode.ofTuples(new double[] {1, 9, 2, 8}, 2, weights(1, 1), 0));
    }

    @Test
    void tuplesAreCountedJointlyAndNotColumnByColumn() {
        // 0.5 is the most frequent of the first column and 0.9 of the second, but no row says (0.5, 0.9).
        double[] tuples = {0.5, 0.6, 0.5, 0.7, 0.8, 0.9, 0.7, 0.9, 0.8, 0.9, 0.5, 0.8};
        assertEquals(2, Mode.ofTuples(tuples, 2, weights(1, 1, 1, 1, 1, 1), 1e-4));
    }

    @Test
    void theFirstRowOfTheWinningTupleIsReturned() {
        double[] tuples = {1, 1, 2, 3, 2, 3.0001, 2, 3.0001, 2, 3};
        assertEquals(2, Mode.ofTuples(tuples, 2, weights(1, 1, 1, 2, 1), 1e-3));
    }

    @Test
    void missingIsAValueThatMayWinAndLosesTies() {
        assertEquals(NAN, Mode.of(new double[] {NAN, 1, NAN}, weights(1, 1, 1), 0.1));
        assertEquals(1.0, Mode.of(new double[] {NAN, 1}, weights(1, 1), 0.1));
        assertEquals(1, Mode.ofTuples(new double[] {1, NAN, 1, 7}, 2, weights(1, 1), 0.1));
    }

    @Test
    void zerosAreOneValueAndPositive() {
        assertEquals(0.0, Mode.of(new double[] {-0.0, 1, 0.0}, weights(2, 3, 2), 0));
        assertEquals(0.0, Mode.of(new double[] {-0.0}, weights(1), 0));
    }

    @Test
    void nothingHasNoMode() {
        assertEquals(NAN, Mode.of(new double[0], new long[0], 1e-4));
        assertEquals(-1, Mode.ofTuples(new double[0], 3, new long[0], 1e-4));
    }

    @Test
    void theWinnerDoesNotDependOnTheOrderOfTheRowsNorOnHowWeightIsSpread() {
        Random random = new Random(NumberPattern.SEED);
        for (int round = 0; round < 500; round++) {
            int width = 1 + random.nextInt(3);
            int n = 1 + random.nextInt(40);
            double[] tuples = ToleranceBinsTest.randomTuples(random, n, width);
            long[] weights = random.longs(n, 1, 4).toArray();
            double[] winner = row(tuples, width, Mode.ofTuples(tuples, width, weights, 0.15));

            int[] rowPerVote = new int[(int) Arrays.stream(weights).sum()];
            for (int row = 0, vote = 0; row < n; row++) {
                Arrays.fill(rowPerVote, vote, vote += (int) weights[row], row);
            }
            Shuffles.shuffle(rowPerVote, random);
            double[] votes = new double[rowPerVote.length * width];
            for (int vote = 0; vote < rowPerVote.length; vote++) {
                System.arraycopy(tuples, rowPerVote[vote] * width, votes, vote * width, width);
            }
            long[] ones = new long[rowPerVote.length];
            Arrays.fill(ones, 1);
            assertArrayEquals(winner, row(votes, width, Mode.ofTuples(votes, width, ones, 0.15)));
        }
    }

    @Test
    void aMillionRowsAreNoBurden() {
        double[] values = NumberPattern.RANDOM.ofSize(1_000_000);
        Arrays.fill(values, 500_000, 500_002, 42);
        long[] weights = new long[values.length];
        Arrays.fill(weights, 1);
        assertEquals(42, Mode.of(values, weights, 0));
    }

    @Test
    void rejectsWeightsThatAreNoCounts() {
        double[] values = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> Mode.of(values, weights(1), 0));
        assertThrows(IllegalArgumentException.class, () -> Mode.of(values, weights(1, 0), 0));
        assertThrows(IllegalArgumentException.class, () -> Mode.of(values, weights(-1, 1), 0));
        assertThrows(IllegalArgumentException.class, () -> Mode.of(values, weights(1, 1), -1));
        assertThrows(IllegalArgumentException.class, () -> Mode.ofTuples(values, -1, weights(1, 1), 0));
        assertThrows(ArithmeticException.class, () -> Mode.of(new double[] {1, 1}, weights(Long.MAX_VALUE, 1), 0));
    }

    private static long[] weights(long... weights) {
        return weights;
    }

    private static double[] row(double[] tuples, int width, int row) {
        return Arrays.copyOfRange(tuples, row * width, (row + 1) * width);
    }
}
