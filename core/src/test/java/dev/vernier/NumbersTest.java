package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.NumberText;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "5, 5",
        "0.703125, 0.703125",
        "0.002, 0.002",
        "0.30000000000000004, 0.3",
        "-2.3333333333, -2.333333",
        "123456.7890625, 123456.789062",
        "9999999.5, 9999999.5",
        "0.00001, 0.00001",
        "0.0000149, 0.000015"
    })
    void ordinaryNumbersHaveUpToSixDecimals(double value, String text) {
        assertEquals(text, Numbers.format(value));
    }

    @ParameterizedTest
    @CsvSource({
        "1e300, 1e300",
        "-1.5e300, -1.5e300",
        "1e-9, 1e-9",
        "0.0000004, 4e-7",
        "1.25e-7, 1.25e-7",
        "4.9e-324, 4.9e-324",
        "1e7, 1e7",
        "12345678, 1.2345678e7",
        "2e23, 2e23",
        "1.7976931348623157e308, 1.7976931348623157e308"
    })
    void verySmallAndVeryLargeNumbersAreShortAndNeverZero(double value, String text) {
        assertEquals(text, Numbers.format(value));
        assertEquals(text, NumberText.shortest(value));
    }

    @Test
    void whatIsNoNumberIsEmpty() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals("", Numbers.format(value));
            assertEquals("", Numbers.formatLength(value));
            assertEquals("", NumberText.shortest(value));
        }
    }

    @Test
    void lengthsLookLikeLengths() {
        assertEquals("5.0", Numbers.formatLength(5));
        assertEquals("0.25", Numbers.formatLength(0.25));
        assertEquals("1e300", Numbers.formatLength(1e300));
        assertEquals("1.5e-9", Numbers.formatLength(1.5e-9));
    }

    @Test
    void shortestTextOfAnyNumberIsThatNumber() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200_000; i++) {
            double value = i % 2 == 0
                    ? Double.longBitsToDouble(random.nextLong())
                    : random.nextInt(-100_000, 100_000) / 1000.0;
            if (Double.isFinite(value)) {
                String text = NumberText.shortest(value);
                assertEquals(value + 0.0, Double.parseDouble(text), text);
                assertTrue(text.length() <= 25, text);
            }
        }
    }
}
