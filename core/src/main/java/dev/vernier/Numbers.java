package dev.vernier;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers are written in every output: up to six decimals, no trailing zeros. Stateless. */
public final class Numbers {

    private static final int DECIMALS = 6;

    private Numbers() {}

    /** The number as text, empty where it is unknown (NaN). */
    public static String format(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
