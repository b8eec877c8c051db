package dev.vernier.cli;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a constant by its label. Stateless. */
final class LabelConverter<T> implements ITypeConverter<T> {

    private final T[] constants;
    private final Function<T, String> label;

    LabelConverter(T[] constants, Function<T, String> label) {
        this.constants = constants.clone();
        this.label = label;
    }

    @Override
    public T convert(String value) {
        for (T constant : constants) {
            if (label.apply(constant).equals(value)) {
                return constant;
            }
        }
        String known = Arrays.stream(constants).map(label).collect(Collectors.joining(", "));
        throw new TypeConversionException("'" + value + "' is not one of " + known);
    }
}
