package dev.vernier.cli.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BinningTest {

    @Test
    void scaleIsLogarithmicWhereValuesDifferByALargeFactor() {
        assertFalse(Binning.of(0.3, 0.9, false).logarithmic());
        assertTrue(Binning.of(0.3, 5, false).logarithmic());
    }

    @Test
    void extremesAreInTheFirstAndTheLastBinAndNothingIsLost() {
        for (double greatest : new double[] {0.9, 40}) {
            int[] counts = Binning.of(0.3, greatest, false).counts(new double[] {0.3, 0.5, 0.51, greatest});
            assertEquals(1, counts[0]);
            assertEquals(1, counts[counts.length - 1]);
            assertEquals(4, Arrays.stream(counts).sum());
        }
    }

    @Test
    void oneValueIsABarInTheMiddle() {
        Binning binning = Binning.of(0.5, 0.5, false);
        int[] counts = binning.counts(new double[] {0.5, 0.5});
        assertEquals(2, Math.max(counts[23], counts[24]));
        assertEquals(0.5, binning.start() + 24 * binning.width(), 1e-9);
    }

    @Test
    void wholeNumbersHaveABinEach() {
        Binning binning = Binning.of(10, 14, true);
        assertEquals(1, binning.width());
        assertEquals(9.5, binning.start());
        assertArrayEquals(new int[] {1, 0, 2, 0, 1}, binning.counts(new double[] {10, 12, 12, 14}));
    }

    @Test
    void ratiosAreBinnedAroundOneAndClippedAtTheEnds() {
        int[] counts = Binning.aroundOne().counts(new double[] {1, 1.01, 0.99, 100, 0.001, 2});
        assertEquals(49, counts.length);
        assertEquals(3, counts[24]);
        assertEquals(1, counts[0]);
        assertEquals(1, counts[48]);
        assertEquals(1, counts[32]);
    }
}
