package dev.vernier.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.synth.NumberPattern;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowClustersTest {

    @Test
    void theWindowWithMostGapsWins() {
        WindowClusters clusters = of(0.8, 0.799, 0.8, 0.801, 1.6, 1.6);
        assertWinner(0, 4, clusters);
        assertEquals(0.8, clusters.winnerMedian());
        assertEquals(2, clusters.runnerUpCount());
    }

    @Test
    void aTieGoesToTheSmallerGap() {
        WindowClusters clusters = of(5, 5, 1, 1);
        assertWinner(0, 2, clusters);
        assertEquals(1.0, clusters.winnerMedian());
        assertEquals(2, clusters.runnerUpCount());
    }

    @Test
    void oneGapIsACluster() {
        WindowClusters clusters = of(3.5);
        assertWinner(0, 1, clusters);
        assertEquals(1, clusters.winnerCount());
        assertEquals(3.5, clusters.winnerMedian());
        assertEquals(0, clusters.runnerUpCount());
    }

    @Test
    void allEqualGapsLeaveNoRunnerUp() {
        double[] gaps = new double[100];
        Arrays.fill(gaps, 0.625);
        WindowClusters clusters = of(gaps);
        assertEquals(100, clusters.winnerCount());
        assertEquals(0.625, clusters.winnerMedian());
        assertEquals(0, clusters.runnerUpCount());
    }

    @Test
    void theMedianOfAnEvenClusterIsTheMeanOfTheMiddleTwo() {
        assertEquals(0.8025, of(0.8, 0.801, 0.804, 0.806).winnerMedian());
    }

    @Test
    void aWindowIsOnePercentWideButAtLeastOneHundredth() {
        assertEquals(2, of(0.5, 0.51).winnerCount());
        assertEquals(1, of(0.5, 0.512).winnerCount());
        assertEquals(2, of(4, 4.04).winnerCount());
        assertEquals(1, of(4, 4.05).winnerCount());
    }

    @Test
    void gapsTakenByTheWinnerDoNotCountForTheRunnerUp() {
        // [1, 2] holds 4; of the rest, {0.5} would reach 1.5, but 1 and 1.5 are taken.
        WindowClusters clusters = WindowClusters.of(new double[] {0.5, 1, 1.5, 1.6, 2, 2.5}, 0, 1);
        assertWinner(1, 5, clusters);
        assertEquals(1, clusters.runnerUpCount());
    }

    @Test
    void theRunnerUpMayLieOnEitherSide() {
        assertEquals(2, of(1, 1, 5, 5, 5, 9).runnerUpCount());
        assertEquals(2, of(1, 5, 5, 5, 9, 9).runnerUpCount());
        assertEquals(1, of(1, 5, 5, 5).runnerUpCount());
    }

    @Test
    void equalsBruteForce() {
        Random random = new Random(NumberPattern.SEED);
        for (int round = 0; round < 20_000; round++) {
            int n = 1 + random.nextInt(25);
            int step = 1 + random.nextInt(4);
            double[] gaps = new double[n];
            Arrays.setAll(gaps, i -> 0.01 * step * random.nextInt(40));
            Arrays.sort(gaps);
            assertEqualsBruteForce(gaps, random.nextInt(4) * 0.05, random.nextInt(4) * 0.02);
        }
    }

    @Test
    void aMillionGapsAreNoBurden() {
        double[] gaps = new Random(NumberPattern.SEED).doubles(1_000_000, 0, 10).toArray();
        Arrays.sort(gaps);
        WindowClusters clusters = WindowClusters.of(gaps, 1, 100);
        assertWinner(0, 1_000_000, clusters);
        assertEquals(
                1,
                WindowClusters.of(NumberPattern.SORTED.ofSize(1_000_000), 0, 0).winnerCount());
    }

    @Test
    void rejectsWhatIsNotSortedOrNotAGap() {
        for (double[] bad : new double[][] {{}, {2, 1}, {-1, 1}, {1, Double.NaN}, {1, Double.POSITIVE_INFINITY}}) {
            assertThrows(IllegalArgumentException.class, () -> WindowClusters.of(bad, 0.01, 0.01));
        }
        double[] gaps = {1};
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> WindowClusters.of(gaps, bad, 0));
            assertThrows(IllegalArgumentException.class, () -> WindowClusters.of(gaps, 0, bad));
        }
    }

    private static WindowClusters of(double... gaps) {
        Arrays.sort(gaps);
        return WindowClusters.of(gaps, 0.01, 0.01);
    }

    private static void assertWinner(int from, int to, WindowClusters clusters) {
        assertEquals(from, clusters.winnerFrom());
        assertEquals(to, clusters.winnerTo());
        assertEquals(to - from, clusters.winnerCount());
    }

    /** By the definition: the gaps left are searched as a whole, wherever the winner was. */
    private static void assertEqualsBruteForce(double[] gaps, double relative, double absolute) {
        double[] winner = fullestWindow(gaps, relative, absolute);
        double[] rest = Arrays.stream(gaps)
                .filter(g -> winner.length == 0 || g < winner[0] || g > winner[winner.length - 1])
                .toArray();
        WindowClusters clusters = WindowClusters.of(gaps, relative, absolute);
        assertEquals(winner.length, clusters.winnerCount());
        assertEquals(winner[0], gaps[clusters.winnerFrom()]);
        assertEquals(winner[winner.length - 1], gaps[clusters.winnerTo() - 1]);
        assertEquals(Quantiles.median(winner), clusters.winnerMedian());
        assertEquals(fullestWindow(rest, relative, absolute).length, clusters.runnerUpCount());
        assertEquals(gaps.length, clusters.winnerCount() + rest.length);
    }

    private static double[] fullestWindow(double[] gaps, double relative, double absolute) {
        double[] fullest = {};
        for (double start : gaps) {
            double reach = start + Math.max(relative * start, absolute);
            double[] window =
                    Arrays.stream(gaps).filter(g -> g >= start && g <= reach).toArray();
            if (window.length > fullest.length) {
                fullest = window;
            }
        }
        return fullest;
    }
}
