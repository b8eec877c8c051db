package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalStringTest {

    private static double one(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return DecimalString.parse(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    private static double[] all(String text) {
        byte[] bytes = ("##" + text + "##").getBytes(StandardCharsets.ISO_8859_1);
        double[] target = new double[8];
        Arrays.fill(target, -99);
        int count = DecimalString.parseAll(ByteBuffer.wrap(bytes), 2, bytes.length - 4, target);
        return Arrays.copyOf(target, count);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1,1",
                "+0.5,0.5",
                "-0.5,-0.5",
                ".5,0.5",
                "5.,5",
                "-.5e-1,-0.05",
                "1.0,1",
                "  2.5,2.5",
                "2.5   ,2.5",
                "1e3,1000",
                "1E+3,1000",
                "1.25e-02,0.0125",
                "000000000000000000000000000001.5,1.5",
                "0.4882809999999999999999999999999999999,0.488281",
                "0.1000000000000000055511151231257827021181583404541015625,0.1",
                "12345678901234567890,12345678901234567890",
                "1e-400,0",
                "0e99999999999,0",
                "0e-99999999999,0"
            })
    void numbersAsArchivesWriteThem(String text, double expected) {
        assertEquals(expected, one(text));
    }

    @Test
    void paddingIsSpacesNulsAndLineEnds() {
        assertEquals(0.75, one("0.75\0"));
        assertEquals(0.75, one("\0 \t0.75 \r\n\0"));
    }

    @Test
    void everyDigitOfADoubleMayBeWrittenOut() {
        String text = new java.math.BigDecimal(6.123233995736766e-17).toPlainString();
        assertEquals(6.123233995736766e-17, one(text));
        assertEquals(Double.MIN_VALUE, one(new java.math.BigDecimal(Double.MIN_VALUE).toPlainString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\0\0",
                "abc",
                "-",
                "+",
                ".",
                "-.",
                "1e",
                "1e+",
                "e5",
                "1.2.3",
                "1-2",
                "--1",
                "1 2",
                "0x10",
                "1f",
                "1d",
                "1e5.0",
                "NaN",
                "nan",
                "inf",
                "-inf",
                "Infinity",
                "1e400",
                "-1e400",
                "1e99999999999",
                "1,5,2",
                "1.000,5",
                "1,000.5",
                "½",
                "5é"
            })
    void anythingElseIsNoNumber(String text) {
        assertEquals(Double.NaN, one(text));
    }

    @Test
    void negativeZeroKeepsItsSign() {
        assertEquals(-0.0, one("-0.0"));
    }

    @Test
    void emptyIsMissingAndNeverZero() {
        assertArrayEquals(new double[0], all(""));
        assertArrayEquals(new double[0], all("   \0"));
        assertArrayEquals(new double[] {Double.NaN, 0.5}, all("\\0.5"));
        assertArrayEquals(new double[] {0.5, Double.NaN}, all("0.5\\ "));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, all("\\"));
    }

    @Test
    void backslashSeparates() {
        assertArrayEquals(new double[] {0.5, 0.25, -3}, all("0.5\\ 0.25 \\-3 "));
    }

    @Test
    void commaIsADecimalCommaWhereABackslashSeparates() {
        assertArrayEquals(new double[] {0.5, 0.25}, all("0,5\\0,25"));
        assertArrayEquals(new double[] {0.5}, all("0,5"));
        assertArrayEquals(new double[] {1.5e-3, 2}, all("1,5e-3\\2"));
    }

    @Test
    void commaSeparatesWhereDotsStandOnBothSides() {
        assertArrayEquals(new double[] {0.5, 0.25}, all("0.5,0.25"));
        assertArrayEquals(new double[] {0.5, 0.25, 0.125}, all("0.5, 0.25,0.125"));
        assertArrayEquals(new double[] {0.5, 0.25, 7}, all("0.5,0.25\\7"));
    }

    @Test
    void commaWithADotOnOneSideOnlyIsNoNumber() {
        assertArrayEquals(new double[] {Double.NaN}, all("0.5,25"));
        assertArrayEquals(new double[] {Double.NaN}, all("0,5.25"));
    }

    @Test
    void componentsBeyondTheTargetAreCounted() {
        byte[] bytes = "1\\2\\3\\4".getBytes(StandardCharsets.US_ASCII);
        double[] target = new double[2];
        assertEquals(4, DecimalString.parseAll(ByteBuffer.wrap(bytes), 0, bytes.length, target));
        assertArrayEquals(new double[] {1, 2}, target);
    }

    @Test
    void aMillionRandomTextsAreRoundedAsByTheJdk() {
        Random random = new Random(42);
        byte[] bytes = new byte[64];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i < 1_000_000; i++) {
            String text = randomNumber(random);
            int length = text.length();
            for (int k = 0; k < length; k++) {
                bytes[k] = (byte) text.charAt(k);
            }
            double expected = Double.parseDouble(text);
            double actual = DecimalString.parse(buffer, 0, length);
            assertEquals(Double.isInfinite(expected) ? Double.NaN : expected, actual, text);
        }
    }

    private static String randomNumber(Random random) {
        switch (random.nextInt(8)) {
            case 0:
                return Double.toString(Double.longBitsToDouble(random.nextLong() & 0x7FEFFFFFFFFFFFFFL));
            case 1:
                return Float.toString(random.nextFloat());
            case 2:
                return String.format(Locale.ROOT, "%.6f", random.nextGaussian() * 300);
            default:
                StringBuilder text = new StringBuilder();
                text.append(random.nextInt(3) == 0 ? "-" : random.nextInt(4) == 0 ? "+" : "");
                digits(text, random, 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 4));
                if (random.nextBoolean()) {
                    text.append('.');
                    digits(text, random, random.nextInt(random.nextInt(4) == 0 ? 22 : 9));
                }
                if (random.nextInt(3) == 0) {
                    text.append(random.nextBoolean() ? 'e' : 'E')
                            .append(random.nextInt(random.nextBoolean() ? 700 : 40) - 20);
                }
                return text.toString();
        }
    }

    private static void digits(StringBuilder text, Random random, int count) {
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
    }
}
