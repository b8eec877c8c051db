package dev.vernier.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.NumberPattern;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A separate thread, because a search that never ends would not heed an interrupt; quadratic time would be hours. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuickSelectTest {

    private static final int HUGE = 2_000_000;

    @ParameterizedTest
    @EnumSource(NumberPattern.class)
    void findsEveryRankOfSmallArrays(NumberPattern pattern) {
        for (int n = 1; n <= 70; n++) {
            double[] sorted = sorted(pattern.ofSize(n));
            for (int k = 0; k < n; k++) {
                assertSelects(sorted[k], pattern.ofSize(n), k);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NumberPattern.class)
    void findsSomeRanksOfLargerArrays(NumberPattern pattern) {
        for (int n : new int[] {599, 600, 601, 1000, 4096, 65_537}) {
            double[] sorted = sorted(pattern.ofSize(n));
            for (int k : new int[] {0, 1, n / 100, n / 3, n / 2 - 1, n / 2, n * 9 / 10, n - 2, n - 1}) {
                assertSelects(sorted[k], pattern.ofSize(n), k);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NumberPattern.class)
    void findsTheSameWhenItMayNotGuessOrMustStopGuessing(NumberPattern pattern) {
        for (int n : new int[] {17, 24, 25, 26, 100, 1001, 20_000}) {
            double[] sorted = sorted(pattern.ofSize(n));
            for (int k : new int[] {0, 1, n / 3, n / 2, n - 1}) {
                for (long guessedVisits : new long[] {0, 1, n / 2, n + 1L}) {
                    double[] a = pattern.ofSize(n);
                    QuickSelect.partition(a, 0, n, k, guessedVisits);
                    assertPartitioned(sorted[k], a, 0, n, k);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NumberPattern.class)
    void needsNoQuadraticTimeForAnyPattern(NumberPattern pattern) {
        double[] sorted = sorted(pattern.ofSize(HUGE));
        for (int k : new int[] {0, HUGE / 2, HUGE - 1}) {
            assertEquals(sorted[k] + 0.0, QuickSelect.select(pattern.ofSize(HUGE), 0, HUGE, k));
            double[] unguessed = pattern.ofSize(HUGE);
            QuickSelect.partition(unguessed, 0, HUGE, k, 0);
            assertEquals(sorted[k] + 0.0, unguessed[k] + 0.0);
        }
    }

    /** Without the meter this input costs 43 passes; with it eight, and the few that the median of medians takes. */
    @Test
    void anInputMadeAgainstItsOwnPivotsEndsTheGuessing() {
        int n = 100_000;
        double[] killer = GuessKiller.ofSize(n);
        int k = n / 2 - 1;
        double[] onlyGuessed = killer.clone();
        long guessed = QuickSelect.partition(onlyGuessed, 0, n, k, Long.MAX_VALUE);
        assertPartitioned(k + 1, onlyGuessed, 0, n, k);
        assertTrue(guessed > 30L * n, () -> "the killer is harmless: " + guessed + " visits");
        double[] metered = killer.clone();
        long visited = QuickSelect.partition(metered, 0, n, k, 8L * n);
        assertPartitioned(k + 1, metered, 0, n, k);
        assertTrue(visited < 13L * n, () -> visited + " visits");
        assertSelects(k + 1, killer, k);
    }

    /** What makes the fallback linear: three tenths of the range lie on either side of its pivot. */
    @Test
    void theFallbackPivotLeavesThreeTenthsOnEitherSide() {
        for (int n : new int[] {17, 19, 100, 1003, 50_000}) {
            double[] everyGroupsMiddleIsLow = new double[n];
            Arrays.setAll(everyGroupsMiddleIsLow, i -> i % 5 == 2 ? -i : i);
            assertPivotIsCentral(everyGroupsMiddleIsLow);
            for (NumberPattern pattern : NumberPattern.values()) {
                assertPivotIsCentral(pattern.ofSize(n));
            }
        }
    }

    @Test
    void touchesOnlyItsRange() {
        Random random = new Random(NumberPattern.SEED);
        for (int round = 0; round < 500; round++) {
            double[] before = random.doubles(200).toArray();
            int from = random.nextInt(199);
            int to = from + 1 + random.nextInt(200 - from);
            int k = from + random.nextInt(to - from);
            double[] sorted = before.clone();
            Arrays.sort(sorted, from, to);
            double[] a = before.clone();
            assertEquals(sorted[k], QuickSelect.select(a, from, to, k));
            assertPartitioned(sorted[k], a, from, to, k);
            Arrays.sort(a, from, to);
            assertArrayEquals(sorted, a);
        }
    }

    @Test
    void ordersNaNLast() {
        double nan = Double.NaN;
        double[] values = {nan, 3, Double.POSITIVE_INFINITY, nan, -1, nan, 2};
        double[] expected = {-1, 2, 3, Double.POSITIVE_INFINITY, nan, nan, nan};
        for (int k = 0; k < values.length; k++) {
            assertEquals(expected[k], QuickSelect.select(values.clone(), 0, values.length, k));
        }
        assertEquals(nan, QuickSelect.select(new double[] {nan}, 0, 1, 0));
    }

    @Test
    void neverReturnsNegativeZeroWhateverTheOrder() {
        Random random = new Random(NumberPattern.SEED);
        for (int round = 0; round < 200; round++) {
            double[] zeros =
                    random.ints(100, 0, 2).mapToDouble(i -> i == 0 ? 0.0 : -0.0).toArray();
            // assertEquals tells the zeros apart
            assertEquals(0.0, QuickSelect.select(zeros, 0, 100, random.nextInt(100)));
        }
        assertEquals(0.0, QuickSelect.select(new double[] {-0.0}, 0, 1, 0));
    }

    @Test
    void comparesInfinitiesAndDifferencesThatOverflow() {
        double[] ends = new double[1000];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i % 2 == 0 ? -Double.MAX_VALUE : Double.MAX_VALUE;
        }
        assertEquals(-Double.MAX_VALUE, QuickSelect.select(ends.clone(), 0, 1000, 499));
        assertEquals(Double.MAX_VALUE, QuickSelect.select(ends.clone(), 0, 1000, 500));
        for (double infinity : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] all = new double[1000];
            Arrays.fill(all, infinity);
            assertEquals(infinity, QuickSelect.select(all, 0, 1000, 500));
            Arrays.fill(all, 0, 100, 0);
            assertEquals(infinity, QuickSelect.select(all.clone(), 0, 1000, 500));
        }
    }

    @Test
    void rejectsRanksAndRangesOutsideTheArray() {
        double[] a = new double[10];
        assertThrows(IndexOutOfBoundsException.class, () -> QuickSelect.select(a, 0, 11, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> QuickSelect.select(a, -1, 5, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> QuickSelect.select(a, 2, 5, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> QuickSelect.select(a, 2, 5, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> QuickSelect.select(a, 5, 5, 5));
    }

    private static void assertPivotIsCentral(double[] a) {
        double pivot = QuickSelect.medianOfMedians(a.clone(), 0, a.length);
        long atLeast = 3L * (a.length / 5 / 2);
        assertTrue(Arrays.stream(a).filter(x -> x <= pivot).count() >= atLeast);
        assertTrue(Arrays.stream(a).filter(x -> x >= pivot).count() >= atLeast);
    }

    private static double[] sorted(double[] a) {
        Arrays.sort(a);
        return a;
    }

    private static void assertSelects(double expected, double[] a, int k) {
        assertEquals(expected + 0.0, QuickSelect.select(a, 0, a.length, k), () -> "n " + a.length + ", k " + k);
        assertPartitioned(expected, a, 0, a.length, k);
    }

    private static void assertPartitioned(double expected, double[] a, int from, int to, int k) {
        assertTrue(expected == a[k], () -> expected + " expected, but " + a[k]);
        for (int i = from; i < to; i++) {
            assertTrue(i < k ? a[i] <= a[k] : a[i] >= a[k]);
        }
    }
}
