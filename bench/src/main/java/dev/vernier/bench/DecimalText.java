package dev.vernier.bench;

import dev.vernier.synth.NumberPattern;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Ways in which archives write decimal strings. */
public enum DecimalText {
    /** 0.703125. */
    SPACING {
        @Override
        String of(double spacingMm) {
            return BigDecimal.valueOf(spacingMm).toPlainString();
        }
    },
    /** -123.456789. */
    POSITION {
        @Override
        String of(double spacingMm) {
            return String.format(Locale.ROOT, "%.6f", 600 * spacingMm - 500);
        }
    },
    /** 7.03125e-01. */
    EXPONENT {
        @Override
        String of(double spacingMm) {
            return String.format(Locale.ROOT, "%.6e", spacingMm);
        }
    },
    /** 0.703125 between spaces. */
    PADDED {
        @Override
        String of(double spacingMm) {
            return "  " + SPACING.of(spacingMm) + " ";
        }
    },
    /** 0.70312499999999997779...: all the digits of a double, more than 18. */
    ALL_DIGITS {
        @Override
        String of(double spacingMm) {
            return new BigDecimal(spacingMm + Math.ulp(spacingMm)).toPlainString();
        }
    };

    abstract String of(double spacingMm);

    /** So many texts, of in-plane spacings or of numbers made from them. */
    String[] texts(int count) {
        return DoubleStream.of(NumberPattern.SPACINGS.ofSize(count))
                .mapToObj(this::of)
                .toArray(String[]::new);
    }
}
