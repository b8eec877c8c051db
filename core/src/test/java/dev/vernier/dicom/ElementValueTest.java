package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ElementValueTest {

    private static ElementValue value(String text, int vr) {
        byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new ElementValue().set(buffer, 2, bytes.length - 4, vr, false);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void paddingDoesNotMatter() {
        for (String text : new String[] {"1.2.3", "1.2.3\0", "1.2.3 ", "  1.2.3", " 1.2.3\0\0"}) {
            ElementValue value = value(text, Vr.UI);
            assertTrue(value.trimmedEquals(ascii("1.2.3")));
            assertEquals(value("1.2.3", Vr.UI).trimmedHash(), value.trimmedHash());
            byte[] copy = new byte[8];
            assertEquals(5, value.copyTrimmed(copy, 1));
            assertArrayEquals(ascii("\0001.2.3\0\0"), copy);
        }
        assertNotEquals(
                value("1.2.3", Vr.UI).trimmedHash(), value("1.2.4", Vr.UI).trimmedHash());
        assertFalse(value("1.2.3.4", Vr.UI).trimmedEquals(ascii("1.2.3")));
        assertTrue(value(" 1.2.3.4", Vr.UI).trimmedStartsWith(ascii("1.2.3")));
        assertFalse(value("1.2", Vr.UI).trimmedStartsWith(ascii("1.2.3")));
        assertTrue(value("  ", Vr.UI).trimmedEquals(new byte[0]));
    }

    @Test
    void copyTakesWhatFits() {
        byte[] target = new byte[4];
        assertEquals(2, value(" abcdef", Vr.LO).copyTrimmed(target, 2));
        assertArrayEquals(ascii("\0\0ab"), target);
    }

    @Test
    void componentsAreFoundWithAndWithoutPadding() {
        ElementValue value = value("DERIVED\\ MOSAIC \\\\X", Vr.CS);
        assertTrue(value.hasComponent(ascii("DERIVED")));
        assertTrue(value.hasComponent(ascii("MOSAIC")));
        assertTrue(value.hasComponent(ascii("X")));
        assertTrue(value.hasComponent(new byte[0]));
        assertFalse(value.hasComponent(ascii("MOSA")));
        assertFalse(value("", Vr.CS).hasComponent(ascii("X")));
    }

    @Test
    void binaryNumbersThatAreCutShortAreLeftOut() {
        double[] target = {-1, -1};
        ElementValue value = value("\1\0\2", Vr.US);
        assertEquals(1, value.numbers(target));
        assertArrayEquals(new double[] {1, -1}, target);
        assertEquals(0, value("\1", Vr.US).numbers(target));
    }

    @Test
    void numbersAsText() {
        assertEquals("1\\0.25\\-3", value("1.0\\.25\\-3", Vr.DS).numbersAsText());
        assertEquals("", value("", Vr.DS).numbersAsText());
        assertEquals("513", value("\1\2", Vr.US).numbersAsText());
        assertEquals("NaN", value("x", Vr.DS).numbersAsText());
    }

    @Test
    void unsigned64BitNumbersAreUnsigned() {
        byte[] bytes = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80};
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] target = new double[2];
        new ElementValue().set(buffer, 0, 16, Vr.UV, false).numbers(target);
        assertArrayEquals(new double[] {0x1p64, 0x1p63}, target);
        new ElementValue().set(buffer, 0, 16, Vr.SV, false).numbers(target);
        assertArrayEquals(new double[] {-1, -0x1p63}, target);
    }
}
