package dev.vernier.dicom;

import java.nio.ByteBuffer;

/**
 * Decimal strings (DS) and integer strings (IS), PS3.5 §6.2, parsed from ASCII bytes without making a String. Hot.
 *
 * <p>Accepts what archives hold: padding by spaces, NULs and line ends, a leading plus, exponents, more than 16 characters, "1.0" for
 * an IS. A comma between two groups of digits is a decimal comma, unless dots stand on both sides of it in the same
 * component: then it separates values. Everything else that is not a number, and every empty component, is NaN.
 */
public final class DecimalString {

    /** Longest component that is looked at: a double written out in all its digits. PS3.5 allows 16. */
    private static final int MAX_LENGTH = 1_100;

    /** Powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final long MAX_EXACT_MANTISSA = 1L << 53;
    private static final long MAX_MANTISSA_BEFORE_DIGIT = (Long.MAX_VALUE - 9) / 10;
    private static final int MAX_EXPONENT = 9_999;

    private DecimalString() {}

    /**
     * Parses all backslash-separated components.
     *
     * @param target receives the first {@code target.length} of them
     * @return the number of components, 0 for a value of nothing but padding
     */
    public static int parseAll(ByteBuffer buffer, int start, int length, double[] target) {
        int end = start + length;
        if (isBlank(buffer, start, end)) {
            return 0;
        }
        int count = 0;
        int from = start;
        while (from <= end) {
            int to = separator(buffer, from, end);
            if (count < target.length) {
                target[count] = parse(buffer, from, to);
            }
            count++;
            from = to + 1;
        }
        return count;
    }

    /** Parses one component in [from, to); NaN if it is no number. */
    public static double parse(ByteBuffer buffer, int from, int to) {
        int at = from;
        int end = to;
        while (at < end && isPadding(buffer.get(at))) {
            at++;
        }
        while (end > at && isPadding(buffer.get(end - 1))) {
            end--;
        }
        if (at == end || end - at > MAX_LENGTH) {
            return Double.NaN;
        }
        return parseTrimmed(buffer, at, end);
    }

    private static double parseTrimmed(ByteBuffer buffer, int from, int end) {
        int at = from;
        byte first = buffer.get(at);
        boolean negative = first == '-';
        if (negative || first == '+') {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean point = false;
        boolean exact = true;
        for (; at < end; at++) {
            byte b = buffer.get(at);
            if (b >= '0' && b <= '9') {
                digits++;
                if (mantissa <= MAX_MANTISSA_BEFORE_DIGIT) {
                    mantissa = mantissa * 10 + (b - '0');
                    scale -= point ? 1 : 0;
                } else {
                    exact = false;
                    scale += point ? 0 : 1;
                }
            } else if ((b == '.' || b == ',') && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (at < end) {
            int exponent = exponent(buffer, at, end);
            if (exponent == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            scale += exponent;
        }
        if (exact && mantissa <= MAX_EXACT_MANTISSA && Math.abs(scale) < POWERS.length) {
            // One correctly rounded operation on two exact doubles: Clinger's fast path.
            double value = scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
            return negative ? -value : value;
        }
        return parseSlowly(buffer, from, end);
    }

    /** The exponent in [at, end), or MIN_VALUE if that is no exponent. */
    private static int exponent(ByteBuffer buffer, int at, int end) {
        byte letter = buffer.get(at);
        if (letter != 'e' && letter != 'E') {
            return Integer.MIN_VALUE;
        }
        int next = at + 1;
        boolean negative = next < end && buffer.get(next) == '-';
        if (next < end && (negative || buffer.get(next) == '+')) {
            next++;
        }
        if (next == end) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; next < end; next++) {
            byte b = buffer.get(next);
            if (b < '0' || b > '9') {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(exponent * 10 + (b - '0'), MAX_EXPONENT);
        }
        return negative ? -exponent : exponent;
    }

    /** Over 18 digits or extreme exponents: rare enough for a String; the syntax was checked before. */
    private static double parseSlowly(ByteBuffer buffer, int from, int end) {
        char[] text = new char[end - from];
        for (int i = 0; i < text.length; i++) {
            byte b = buffer.get(from + i);
            text[i] = b == ',' ? '.' : (char) b;
        }
        double value = Double.parseDouble(new String(text));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Index of the next separator at or after {@code from}: a backslash, or a comma with dots on both sides. */
    private static int separator(ByteBuffer buffer, int from, int end) {
        boolean dotBefore = false;
        for (int at = from; at < end; at++) {
            byte b = buffer.get(at);
            if (b == '\\') {
                return at;
            }
            if (b == '.') {
                dotBefore = true;
            } else if (b == ',' && dotBefore && dotFollows(buffer, at + 1, end)) {
                return at;
            }
        }
        return end;
    }

    /** Whether a dot comes before the next comma or backslash; looks no further than one component can be long. */
    private static boolean dotFollows(ByteBuffer buffer, int from, int end) {
        for (int at = from; at < Math.min(end, from + MAX_LENGTH); at++) {
            byte b = buffer.get(at);
            if (b == '.') {
                return true;
            }
            if (b == '\\' || b == ',') {
                return false;
            }
        }
        return false;
    }

    private static boolean isBlank(ByteBuffer buffer, int start, int end) {
        for (int at = start; at < end; at++) {
            if (!isPadding(buffer.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** Spaces, NULs, tabs and line ends; a byte above 127 is negative, and none of them. */
    private static boolean isPadding(byte b) {
        return b >= 0 && b <= ' ';
    }
}
