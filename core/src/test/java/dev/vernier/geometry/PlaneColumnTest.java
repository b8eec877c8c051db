package dev.vernier.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaneColumnTest {

    private static void assertHolds(List<Long> expected, PlaneColumn column) {
        assertEquals(expected.size(), column.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), column.get(i), "value " + i);
        }
    }

    @Test
    void zerosOfBothSignsAndNanArePreservedToTheBit() {
        PlaneColumn column = new PlaneColumn();
        double[] values = {0.0, -0.0, Double.NaN, 0.0};
        for (double value : values) {
            column.addDouble(value);
        }
        for (int i = 0; i < values.length; i++) {
            assertEquals(
                    Double.doubleToRawLongBits(values[i]),
                    Double.doubleToRawLongBits(column.getDouble(i)),
                    "value " + i);
        }
    }

    @Test
    void numbersOfPassesAreEqualWhereTheyWereEqual() {
        double[] values = {1, 2, Double.NaN, 0.5, -3, 40_000, 1e300, 0, 32_766, -32_768, 1};
        PlaneColumn column = new PlaneColumn();
        for (double value : values) {
            column.addNumber(value);
        }
        for (int i = 0; i < values.length; i++) {
            assertEquals(values[i], column.getNumber(i), "value " + i);
        }
    }

    /** Runs of equal values, so that columns of one value meet columns of several, and empty ones, in either order. */
    @Test
    void columnsThatAreAppendedHoldWhatLooseListsHold() {
        Random random = new Random(25112026);
        for (int round = 0; round < 2_000; round++) {
            PlaneColumn column = new PlaneColumn();
            List<Long> expected = new ArrayList<>();
            int parts = random.nextInt(5);
            for (int part = 0; part < parts; part++) {
                PlaneColumn other = new PlaneColumn();
                int count = random.nextInt(4);
                int distinct = 1 + random.nextInt(2);
                for (int i = 0; i < count; i++) {
                    long value = random.nextInt(distinct) * (round % 2 == 0 ? 1L : 1L << 40);
                    other.add(value);
                    expected.add(value);
                }
                column.addAll(other);
            }
            assertHolds(expected, column);
        }
    }
}
