package dev.vernier.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Read numbers of a range each. Stateless. */
final class NumberConverters {

    private static final int MOST_THREADS = 1_024;

    private NumberConverters() {}

    /** 1 and more. */
    static final class Positive implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return between(value, 1, Integer.MAX_VALUE);
        }
    }

    /** 0 and more. */
    static final class NotNegative implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return between(value, 0, Integer.MAX_VALUE);
        }
    }

    /** A number of threads that a machine can bear. */
    static final class Threads implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return between(value, 1, MOST_THREADS);
        }
    }

    /** A tolerance: 0 and more, with decimals. */
    static final class Tolerance implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            try {
                double tolerance = Double.parseDouble(value);
                if (tolerance >= 0 && !Double.isInfinite(tolerance)) {
                    return tolerance;
                }
            } catch (NumberFormatException e) {
                throw notTolerance(value);
            }
            throw notTolerance(value);
        }
    }

    private static TypeConversionException notTolerance(String value) {
        return new TypeConversionException("'" + value + "' is not a number from 0 up");
    }

    private static int between(String value, int least, int most) {
        String range = most == Integer.MAX_VALUE ? least + " up" : least + " to " + most;
        TypeConversionException refusal =
                new TypeConversionException("'" + value + "' is not a whole number from " + range);
        try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw refusal;
            }
            return number;
        } catch (NumberFormatException e) {
            throw refusal;
        }
    }
}
