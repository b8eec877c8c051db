package dev.vernier;

import dev.vernier.dicom.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How numbers are written in every output: up to six decimals, no trailing zeros; very small and very large ones in
 * full, with an exponent. Stateless.
 */
public final class Numbers {

    private static final int DECIMALS = 6;

    private Numbers() {}

    /**
     * The number as text, empty where it is unknown (NaN): {@code 0.703125}, {@code 5}, {@code 1e-9}, {@code 1e300}.
     */
    public static String format(double value) {
        double magnitude = Math.abs(value);
        if (!(magnitude >= NumberText.LEAST_PLAIN && magnitude < NumberText.LEAST_LARGE)) {
            return NumberText.shortest(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** As above, and a length looks like one: {@code 5.0}, not {@code 5}. */
    public static String formatLength(double mm) {
        String number = format(mm);
        boolean whole = !number.isEmpty() && number.indexOf('.') < 0 && number.indexOf('e') < 0;
        return whole ? number + ".0" : number;
    }
}
