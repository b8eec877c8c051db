package dev.vernier.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.synth.NumberPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ToleranceBinsTest {

    private static final double NAN = Double.NaN;

    @Test
    void theSmallestValueLeadsAndItsToleranceIsNotPassedOn() {
        // 1.1 is near 1.0 and 1.2 is near 1.1, but 1.2 is not near 1.0: it leads.
        assertArrayEquals(new int[] {1, 0, 0, 1, 2}, column(new double[] {1.2, 1.0, 1.1, 1.25, 1.4}, 0, 0.11));
    }

    @Test
    void theEndOfAToleranceIsInside() {
        assertArrayEquals(new int[] {0, 0, 1}, column(new double[] {4, 5, Math.nextUp(5)}, 0.25, 0));
        assertArrayEquals(new int[] {0, 0, 1}, column(new double[] {4, 5, Math.nextUp(5)}, 0, 1));
    }

    @Test
    void theLargerOfTheTwoTolerancesCounts() {
        assertArrayEquals(new int[] {0, 0, 1, 1}, column(new double[] {1, 1.4, 10, 10.9}, 0.1, 0.5));
        assertArrayEquals(new int[] {0, 1, 2, 2}, column(new double[] {1, 1.4, 10, 10.9}, 0.1, 0));
    }

    @Test
    void aRelativeToleranceIsOfTheMagnitude() {
        assertArrayEquals(new int[] {0, 0, 1}, column(new double[] {-10, -9, -8.9}, 0.1, 0));
    }

    @Test
    void zeroToleranceSeparatesAllButEqualValuesAndZerosAreEqual() {
        double[] values = {0.0, 0.5, -0.0, Math.nextUp(0.5), 0.5, -1};
        assertArrayEquals(new int[] {1, 2, 1, 3, 2, 0}, column(values, 0, 0));
    }

    @Test
    void missingValuesAreOneBinAndComeLast() {
        assertArrayEquals(new int[] {2, 0, 2, 1}, column(new double[] {NAN, 1, NAN, 2}, 0.1, 0));
        double infinity = Double.POSITIVE_INFINITY;
        double[] values = {NAN, infinity, -infinity, 1, -infinity, infinity};
        assertArrayEquals(new int[] {3, 2, 0, 1, 0, 2}, column(values, 0.1, 0));
        assertArrayEquals(new int[] {3, 2, 0, 1, 0, 2}, column(values, 0, 0));
    }

    @Test
    void laterColumnsAreSplitInsideTheBinsOfEarlierOnes() {
        double[] tuples = {
            1.00, 7.0, // with the next but one in both columns
            2.00, 7.0, //
            1.05, 7.2, //
            1.00, 9.0, //
            1.05, 6.9, // leads the second column of the first bin
            2.00, NAN
        };
        int[] bins = ToleranceBins.assign(tuples, 2, new double[] {0.1, 0}, new double[] {0, 0.5});
        assertArrayEquals(new int[] {0, 2, 0, 1, 0, 3}, bins);
    }

    @Test
    void everyColumnHasItsOwnTolerances() {
        double[] tuples = {1, 1, 1.4, 1.4, 1, 1.4};
        double[] none = {0, 0};
        assertArrayEquals(new int[] {0, 1, 0}, ToleranceBins.assign(tuples, 2, none, new double[] {0, 1}));
        assertArrayEquals(new int[] {0, 1, 1}, ToleranceBins.assign(tuples, 2, none, new double[] {1, 0}));
    }

    @Test
    void noRowsHaveNoBins() {
        assertEquals(0, column(new double[0], 0.1, 0.1).length);
    }

    @Test
    void binsDoNotDependOnTheOrderOfTheRows() {
        Random random = new Random(NumberPattern.SEED);
        for (int round = 0; round < 300; round++) {
            int width = 1 + random.nextInt(4);
            int n = 1 + random.nextInt(60);
            double[] tuples = randomTuples(random, n, width);
            double[] relative = random.doubles(width, 0, 0.2).toArray();
            double[] absolute = random.doubles(width, 0, 0.2).toArray();
            int[] bins = ToleranceBins.assign(tuples, width, relative, absolute);
            int[] order = Shuffles.shuffledIndices(n, random);
            double[] shuffled = new double[tuples.length];
            int[] expected = new int[n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(tuples, order[i] * width, shuffled, i * width, width);
                expected[i] = bins[order[i]];
            }
            assertArrayEquals(expected, ToleranceBins.assign(shuffled, width, relative, absolute));
        }
    }

    @Test
    void binsAreThoseOfTheDefinition() {
        Random random = new Random(NumberPattern.SEED);
        for (int round = 0; round < 300; round++) {
            int width = 1 + random.nextInt(3);
            double[] tuples = randomTuples(random, random.nextInt(40), width);
            double[] relative = random.doubles(width, 0, 0.2).toArray();
            double[] absolute = random.doubles(width, 0, 0.2).toArray();
            assertArrayEquals(
                    byDefinition(tuples, width, relative, absolute),
                    ToleranceBins.assign(tuples, width, relative, absolute));
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // quadratic time would be hours
    void aMillionRowsAreNoBurdenWhetherAlikeOrNot() {
        int n = 1_000_000;
        for (NumberPattern pattern :
                new NumberPattern[] {NumberPattern.EQUAL, NumberPattern.SORTED, NumberPattern.ORGAN_PIPE}) {
            int[] bins = column(pattern.ofSize(n), 0, 0);
            int distinct = (int) Arrays.stream(pattern.ofSize(n)).distinct().count();
            assertEquals(distinct - 1, Arrays.stream(bins).max().getAsInt());
        }
    }

    @Test
    void rejectsLengthsThatDoNotFitAndTolerancesThatAreNone() {
        double[] one = {0};
        assertThrows(IllegalArgumentException.class, () -> ToleranceBins.assign(new double[3], 2, new double[2], one));
        assertThrows(IllegalArgumentException.class, () -> ToleranceBins.assign(new double[3], 0, one, one));
        assertThrows(IllegalArgumentException.class, () -> ToleranceBins.assign(new double[4], 2, one, new double[2]));
        assertThrows(IllegalArgumentException.class, () -> ToleranceBins.assign(new double[4], 2, new double[2], one));
        for (double bad : new double[] {-1, NAN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> column(new double[1], bad, 0));
            assertThrows(IllegalArgumentException.class, () -> column(new double[1], 0, bad));
        }
    }

    static double[] randomTuples(Random random, int n, int width) {
        double[] tuples = new double[n * width];
        for (int i = 0; i < tuples.length; i++) {
            tuples[i] = random.nextInt(12) == 0 ? NAN : 0.1 * random.nextInt(20) - 0.5;
        }
        return tuples;
    }

    private static int[] column(double[] values, double relative, double absolute) {
        return ToleranceBins.assign(values, 1, new double[] {relative}, new double[] {absolute});
    }

    /** Slow and plain: bins are lists of rows, split again and again by taking the smallest value left. */
    private static int[] byDefinition(double[] tuples, int width, double[] relative, double[] absolute) {
        int n = tuples.length / width;
        List<List<Integer>> bins = new ArrayList<>();
        bins.add(new ArrayList<>());
        for (int row = 0; row < n; row++) {
            bins.get(0).add(row);
        }
        for (int column = 0; column < width; column++) {
            List<List<Integer>> finer = new ArrayList<>();
            for (List<Integer> bin : bins) {
                List<Integer> left = new ArrayList<>(bin);
                while (!left.isEmpty()) {
                    int c = column;
                    double leader = left.stream()
                            .map(row -> tuples[row * width + c])
                            .min(Double::compare)
                            .get();
                    double reach = leader + Math.max(relative[c] * Math.abs(leader), absolute[c]);
                    List<Integer> near = new ArrayList<>(left);
                    near.removeIf(row -> tuples[row * width + c] > reach // never true for NaN
                            || Double.isNaN(tuples[row * width + c]) != Double.isNaN(leader));
                    left.removeAll(near);
                    finer.add(near);
                }
            }
            bins = finer;
        }
        int[] result = new int[n];
        for (int bin = 0; bin < bins.size(); bin++) {
            for (int row : bins.get(bin)) {
                result[row] = bin;
            }
        }
        return result;
    }
}
