package dev.vernier.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DecimalTextTest {
    @Test
    void plainHasNoTrailingZeros() {
        assertEquals("0.410156", DecimalText.plain(0.410156, 6));
        assertEquals("5", DecimalText.plain(5.0, 6));
        assertEquals("100", DecimalText.plain(100, 6));
        assertEquals("0", DecimalText.plain(-0.0000001, 6));
        assertEquals("-0.000001", DecimalText.plain(-0.0000009, 6));
        assertEquals("10", DecimalText.plain(9.9999999, 6));
    }

    @Test
    void fixedKeepsThem() {
        assertEquals("0.500000", DecimalText.fixed(0.5, 6));
        assertEquals("-3", DecimalText.fixed(-2.5, 0));
    }

    @Test
    void dsFitsInSixteenCharacters() {
        assertEquals("-12345.678901235", DecimalText.ds(-12345.6789012349));
        assertEquals("123456789.123457", DecimalText.ds(123456789.1234567));
        assertTrue(DecimalText.ds(-987654321.123456789).length() <= DecimalText.DS_LENGTH);
        assertThrows(IllegalArgumentException.class, () -> DecimalText.ds(1e300));
        assertThrows(IllegalArgumentException.class, () -> DecimalText.ds(Double.NaN));
    }

    /** A data set's truth holds only if every way of writing a number is read as that number. */
    @Test
    void everyStyleIsReadAsTheSameNumber() {
        for (Domain domain : Profile.RSNA_IAD.domains()) {
            for (Domain.Axis axis : new Domain.Axis[] {domain.inPlane(), domain.slice()}) {
                axis.belowMm().forEach(DecimalTextTest::assertReadable);
                axis.aboveMm().forEach(DecimalTextTest::assertReadable);
                assertReadable(axis.medianMm());
            }
        }
    }

    private static void assertReadable(double mm) {
        for (DecimalStyle style : DecimalStyle.values()) {
            String text = style.text(mm);
            assertEquals(mm, Double.parseDouble(text.trim()), text);
            assertTrue(text.length() <= DecimalText.DS_LENGTH, text);
        }
    }
}
