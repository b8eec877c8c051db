package dev.vernier.dicom;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Numbers as short text, the same on every version of Java: the fewest digits that are this number again. Stateless.
 */
public final class NumberText {

    /** Numbers of this size and more, and below the least, are written with an exponent. */
    public static final double LEAST_LARGE = 1e7;

    /** See {@link #LEAST_LARGE}. */
    public static final double LEAST_PLAIN = 1e-5;

    /** So many digits any double keeps; more than that, and older versions of Java may write one too many. */
    private static final int SAFE_DIGITS = 15;

    private NumberText() {}

    /**
     * The shortest decimal that reads as this number: {@code 5}, {@code 0.25}; {@code 1e300} and {@code 1.5e-9} where
     * it is below 1e-5 or from 1e7 on. Empty where it is no number, or infinite.
     */
    public static String shortest(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = digits(value);
        double magnitude = Math.abs(value);
        return magnitude >= LEAST_PLAIN && magnitude < LEAST_LARGE ? decimal.toPlainString() : withExponent(decimal);
    }

    private static BigDecimal digits(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        for (int digits = SAFE_DIGITS; digits < decimal.precision(); digits++) {
            BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits));
            if (shorter.doubleValue() == value) {
                return shorter.stripTrailingZeros();
            }
        }
        return decimal;
    }

    private static String withExponent(BigDecimal decimal) {
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }
}
