package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers are written. */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0.46875, 0.46875",
        "0.410156, 0.410156",
        "0.4101562, 0.410156",
        "0.8, 0.8",
        "5.0, 5",
        "100, 100",
        "0, 0",
        "-0.0, 0",
        "1e-7, 0",
        "5e-7, 0",
        "1.5e-6, 0.000002",
        "2.5e-6, 0.000002",
        "0.1234565, 0.123456",
        "0.1234575, 0.123458",
        "1e10, 10000000000",
        "NaN, ''",
        "Infinity, ''"
    })
    void sixDecimalsHalfToEvenWithoutTrailingZeros(double value, String text) {
        assertEquals(text, Numbers.format(value));
    }
}
