package dev.vernier.stats;

import java.util.Objects;

/**
 * Finds the k-th smallest of an array without sorting it.
 *
 * <p>Floyd and Rivest's SELECT (CACM 18/3, 1975, algorithm 489): a small sample says between which two values the
 * answer must lie, so that most elements are looked at once or twice. Two things differ from the paper. The sample is
 * drawn at random places of the whole range, because a sample around {@code k} is misled by ordered input; and the work
 * is metered: once eight times the range has been visited the pivots come from the median of medians (Blum et al.,
 * 1973), which no input can mislead.
 *
 * <p>Numbers are ordered by value; the two zeros are equal and are returned as {@code 0.0}; NaN is larger than
 * everything, as for {@link Double#compare}. The answer is a function of the values alone, never of their order.
 *
 * <p>O(n) time for every input, about 1.6 comparisons per element for the median of a million in random order; no heap,
 * O(log n) stack. Stateless: threads may call it at once on different arrays.
 */
public final class QuickSelect {

    /** Up to this length insertion sort is faster than another partition. */
    private static final int INSERTION_LENGTH = 16;

    /** How many times the range may be visited before pivots are no longer guessed; two are usual. */
    private static final int GUESSED_PASSES = 8;

    private QuickSelect() {}

    /**
     * Returns the element that would stand at index {@code k} if {@code a[from..to)} were sorted.
     *
     * <p>Reorders the range: afterwards nothing in {@code a[from..k)} is larger, and nothing in {@code a[k+1..to)} is
     * smaller, than the result.
     *
     * @param a the values; reordered
     * @param from first index of the range
     * @param to index after the last of the range
     * @param k index into {@code a}, in {@code from..to-1}
     * @return the value of rank {@code k - from}, never {@code -0.0}; NaN if fewer than {@code k - from + 1} values are
     *     numbers
     * @throws IndexOutOfBoundsException if the range is not inside the array, or {@code k} not inside the range
     */
    public static double select(double[] a, int from, int to, int k) {
        Objects.checkFromToIndex(from, to, a.length);
        Objects.checkIndex(k - from, to - from);
        int numbersEnd = moveNaNsLast(a, from, to);
        if (k >= numbersEnd) {
            return Double.NaN;
        }
        partition(a, from, numbersEnd, k);
        return a[k] + 0.0; // -0.0 + 0.0 is 0.0
    }

    /** Moves every NaN of {@code a[from..to)} to its end and returns the index of the first of them, or {@code to}. */
    static int moveNaNsLast(double[] a, int from, int to) {
        int end = to;
        int i = from;
        while (i < end) {
            if (Double.isNaN(a[i])) {
                swap(a, i, --end);
            } else {
                i++;
            }
        }
        return end;
    }

    /** Reorders {@code a[from..to)}, which holds no NaN, so that {@code a[k]} is where sorting would put it. */
    static void partition(double[] a, int from, int to, int k) {
        partition(a, from, to, k, (long) GUESSED_PASSES * (to - from));
    }

    /**
     * As above, with the number of elements that may be visited under guessed pivots; 0 means none, so that tests reach
     * the fallback without an input that forces it.
     *
     * @return how many elements were visited by all passes over the range
     */
    static long partition(double[] a, int from, int to, int k, long guessedVisits) {
        int lo = from;
        int hi = to;
        long visitsLeft = guessedVisits;
        while (hi - lo > INSERTION_LENGTH) {
            double pivot = visitsLeft > 0 ? guessPivot(a, lo, hi, k) : medianOfMedians(a, lo, hi);
            visitsLeft -= hi - lo;
            // [lo, less) is below the pivot, [less, notMore) equals it, the rest is above. A guessed pivot lies a
            // little beyond k, seen from the nearer end: the cut tried first usually leaves k on the shorter side, and
            // then the other cut, which only matters when values repeat, is not needed.
            int less;
            int notMore;
            if (isInLowerHalf(lo, hi, k)) {
                less = moveBelowFirst(a, lo, hi, pivot);
                notMore = k < less ? hi : moveAtMostFirst(a, less, hi, pivot);
            } else {
                notMore = moveAtMostFirst(a, lo, hi, pivot);
                less = k >= notMore ? lo : moveBelowFirst(a, lo, notMore, pivot);
            }
            if (k < less) {
                hi = less;
            } else if (k >= notMore) {
                lo = notMore;
            } else {
                return guessedVisits - visitsLeft;
            }
        }
        insertionSort(a, lo, hi);
        return guessedVisits - visitsLeft;
    }

    /** Takes the pivot from a random sample, so far beyond the place of {@code k} that it nearly always is beyond. */
    static double guessPivot(double[] a, int lo, int hi, int k) {
        int n = hi - lo;
        int sampleSize = sampleSize(n);
        int stride = n / sampleSize;
        long random = 0x9E3779B97F4A7C15L * n + lo;
        for (int i = 0; i < sampleSize; i++) { // one element of every stride, at a random place in it
            random = random * 6364136223846793005L + 1442695040888963407L;
            int offset = (int) (((random >>> 32) * stride) >>> 32);
            swap(a, lo + i, lo + i * stride + offset);
        }
        double share = (k - lo) / (double) n;
        double margin = Math.sqrt(Math.log(n) * sampleSize * share * (1 - share));
        double rank = share * sampleSize + (isInLowerHalf(lo, hi, k) ? margin : -margin);
        int pivotIndex = lo + Math.min(Math.max((int) rank, 0), sampleSize - 1);
        partition(a, lo, lo + sampleSize, pivotIndex);
        return a[pivotIndex];
    }

    static int sampleSize(int n) {
        double cbrt = Math.cbrt(n);
        return Math.max(3, (int) (0.5 * cbrt * cbrt));
    }

    private static boolean isInLowerHalf(int lo, int hi, int k) {
        return k - lo < (hi - lo) / 2;
    }

    /** Returns a pivot that at least three tenths of the range do not exceed, and three tenths do not fall below. */
    static double medianOfMedians(double[] a, int lo, int hi) {
        int mediansEnd = lo;
        for (int i = lo; i + 5 <= hi; i += 5) {
            insertionSort(a, i, i + 5);
            swap(a, mediansEnd++, i + 2);
        }
        int middle = lo + (mediansEnd - lo) / 2;
        partition(a, lo, mediansEnd, middle, 0);
        return a[middle];
    }

    static int moveAtMostFirst(double[] a, int lo, int hi, double bound) {
        return bound == Double.POSITIVE_INFINITY ? hi : moveBelowFirst(a, lo, hi, Math.nextUp(bound));
    }

    /**
     * The hot loop: moves the elements below {@code bound} to the front and returns the index after them.
     *
     * <p>It has no branch to mispredict. A conditional ({@code x < bound ? 1 : 0}) would do on a fresh JVM, but after
     * calls with one-sided pivots C2 turns it into a jump for good, and random data then costs six times as much. The
     * sign of a difference is exact (underflow is gradual), and {@code doubleToLongBits} rather than the raw bits makes
     * the NaN of equal infinities count as not below.
     */
    static int moveBelowFirst(double[] a, int lo, int hi, double bound) {
        int end = lo;
        for (int i = lo; i < hi; i++) {
            double x = a[i];
            a[i] = a[end];
            a[end] = x;
            end += (int) (Double.doubleToLongBits(x - bound) >>> 63);
        }
        return end;
    }

    private static void insertionSort(double[] a, int lo, int hi) {
        for (int i = lo + 1; i < hi; i++) {
            double x = a[i];
            int j = i;
            for (; j > lo && a[j - 1] > x; j--) {
                a[j] = a[j - 1];
            }
            a[j] = x;
        }
    }

    private static void swap(double[] a, int i, int j) {
        double x = a[i];
        a[i] = a[j];
        a[j] = x;
    }
}
