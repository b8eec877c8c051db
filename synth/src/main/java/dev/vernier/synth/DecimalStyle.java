package dev.vernier.synth;

import java.util.List;

/**
 * The ways in which scanners write the same number as a DS.
 *
 * <p>All are read as the same double. Thread rule: immutable. Source: PS3.5 §6.2.
 */
enum DecimalStyle {
    PLAIN,
    TRAILING_ZEROS,
    EXPONENT,
    LEADING_SPACE,
    PLUS_SIGN;

    private static final List<DecimalStyle> RARE = List.of(TRAILING_ZEROS, EXPONENT, LEADING_SPACE, PLUS_SIGN);
    private static final int DECIMALS = 6;

    /** Plain for most series. */
    static DecimalStyle of(SeriesPlan plan) {
        SeededRandom random = plan.randomFor("decimal style");
        return random.chance(0.7) ? PLAIN : random.pick(RARE);
    }

    /** A number above 0.1 with at most 6 decimals. */
    String text(double value) {
        return switch (this) {
            case PLAIN -> DecimalText.plain(value, DECIMALS);
            case TRAILING_ZEROS -> DecimalText.fixed(value, 8);
            case EXPONENT ->
                value < 1
                        ? DecimalText.plain(value * 10, DECIMALS) + "e-01"
                        : DecimalText.plain(value, DECIMALS) + "E+00";
            case LEADING_SPACE -> " " + DecimalText.plain(value, DECIMALS);
            case PLUS_SIGN -> "+" + DecimalText.plain(value, DECIMALS);
        };
    }
}
