package dev.vernier.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SingleLinkageTest {

    private static int[] groups(double[] tuples, int width, double relative, double absolute) {
        double[] relatives = new double[width];
        double[] absolutes = new double[width];
        Arrays.fill(relatives, relative);
        Arrays.fill(absolutes, absolute);
        return canonical(SingleLinkage.assign(tuples, width, relatives, absolutes));
    }

    /** Numbered by first occurrence. */
    private static int[] canonical(int[] groups) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] renamed = new int[groups.length];
        for (int i = 0; i < groups.length; i++) {
            Integer known = numbers.putIfAbsent(groups[i], numbers.size());
            renamed[i] = known == null ? numbers.size() - 1 : known;
        }
        return renamed;
    }

    @Test
    void whatAgreesByWayOfOthersIsOneGroup() {
        assertArrayEquals(new int[] {0, 0, 0, 1}, groups(new double[] {1, 3, 2, 4.5}, 1, 0, 1));
    }

    @Test
    void tuplesMustAgreeInEveryColumnAtOnce() {
        // No column alone tells the first from the last, yet nothing leads from one to the other.
        double[] corner = {0, 0, 0, 1, 0, 2, 2, 2, 2, 1.2, 1, 3.3, 2, 3.3};
        int[] groups = groups(corner, 2, 0, 1);

        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 2, 2}, groups);
    }

    @Test
    void missingValuesAgreeWithMissingOnesOnly() {
        double nan = Double.NaN;
        assertArrayEquals(new int[] {0, 1, 0, 1}, groups(new double[] {nan, 1, nan, 1.5}, 1, 0, 1));
    }

    @Test
    void toleranceIsAFractionOfTheSmallerValue() {
        assertArrayEquals(new int[] {0, 0}, groups(new double[] {1.001, 1}, 1, 1e-3 * (1 + 1e-9), 0));
        assertArrayEquals(new int[] {0, 1}, groups(new double[] {1.0010005, 1}, 1, 1e-3, 0));
    }

    @Test
    void randomTuplesAreGroupedAsByComparingAllPairs() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int width = 1 + random.nextInt(4);
            int count = 1 + random.nextInt(40);
            double[] tuples = new double[width * count];
            for (int i = 0; i < tuples.length; i++) {
                tuples[i] = random.nextInt(12) == 0 ? Double.NaN : random.nextInt(30) / 4.0;
            }
            assertArrayEquals(byAllPairs(tuples, width, 1), groups(tuples, width, 0, 1), "round " + round);
        }
    }

    private static int[] byAllPairs(double[] tuples, int width, double tolerance) {
        int[] group = new int[tuples.length / width];
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (int pass = 0; pass < group.length; pass++) {
            for (int a = 0; a < group.length; a++) {
                for (int b = 0; b < group.length; b++) {
                    if (agree(tuples, width, a, b, tolerance)) {
                        group[a] = Math.min(group[a], group[b]);
                    }
                }
            }
        }
        return canonical(group);
    }

    private static boolean agree(double[] tuples, int width, int a, int b, double tolerance) {
        for (int i = 0; i < width; i++) {
            double x = tuples[width * a + i];
            double y = tuples[width * b + i];
            if (!(Math.abs(x - y) <= tolerance || Double.isNaN(x) && Double.isNaN(y))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void wrongWidthsAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SingleLinkage.assign(new double[3], 2, new double[2], new double[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> SingleLinkage.assign(new double[2], 2, new double[1], new double[2]));
    }
}
