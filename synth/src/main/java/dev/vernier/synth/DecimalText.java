package dev.vernier.synth;

/**
 * Writes numbers as decimal text, the same on every JDK.
 *
 * <p>{@link Double#toString} is not used: JDK 19 changed its digits, and a data set must not depend on the JDK that
 * wrote it. Thread rule: stateless.
 */
final class DecimalText {
    /** The most characters a DS may have (PS3.5 §6.2). */
    static final int DS_LENGTH = 16;

    private static final int MOST_DECIMALS = 10;
    private static final long MOST_SCALED = 1L << 62;
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private DecimalText() {}

    /** The number with exactly {@code decimals} decimals (0 to 10), rounded half up; never a negative zero. */
    static String fixed(double value, int decimals) {
        long power = POWERS_OF_TEN[decimals];
        double magnitude = Math.abs(value) * power;
        if (!(magnitude < MOST_SCALED)) {
            throw new IllegalArgumentException(value + " has too many digits to be written with " + decimals
                    + " decimals: give the element its text instead");
        }
        long scaled = Math.round(magnitude);
        StringBuilder text = new StringBuilder(24);
        if (value < 0 && scaled != 0) {
            text.append('-');
        }
        text.append(scaled / power);
        if (decimals > 0) {
            String fraction = Long.toString(scaled % power);
            text.append('.').append("0".repeat(decimals - fraction.length())).append(fraction);
        }
        return text.toString();
    }

    /** The number with at most {@code decimals} decimals (0 to 10) and no trailing zeros. */
    static String plain(double value, int decimals) {
        String text = fixed(value, decimals);
        if (decimals == 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        if (text.charAt(end - 1) == '.') {
            end--;
        }
        // "-0.0000" cannot happen: fixed() writes the sign only where a digit other than 0 follows.
        return text.substring(0, end);
    }

    /** The number as a DS value: no trailing zeros, as many decimals, up to 10, as 16 characters allow. */
    static String ds(double value) {
        for (int decimals = MOST_DECIMALS; decimals >= 0; decimals--) {
            if (Math.abs(value) * POWERS_OF_TEN[decimals] < MOST_SCALED) {
                String text = plain(value, decimals);
                if (text.length() <= DS_LENGTH) {
                    return text;
                }
            }
        }
        throw new IllegalArgumentException(value + " does not fit in the " + DS_LENGTH + " characters of a DS");
    }

    /** Several numbers as one DS value. */
    static String ds(double... values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : "\\").append(ds(values[i]));
        }
        return text.toString();
    }

    private static long[] powersOfTen() {
        long[] powers = new long[MOST_DECIMALS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
