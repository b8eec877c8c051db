package dev.vernier.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a constant by its label. Stateless. */
public class LabelConverter<T> implements ITypeConverter<T>, Iterable<String> {

    private final T[] constants;
    private final Function<T, String> label;

    /** Knows these constants, each by its label. */
    public LabelConverter(T[] constants, Function<T, String> label) {
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
        String known = labels().collect(Collectors.joining(", "));
        throw new TypeConversionException("'" + value + "' is not one of " + known);
    }

    private Stream<String> labels() {
        return Arrays.stream(constants).map(label);
    }

    /** All labels, for completion. */
    @Override
    public Iterator<String> iterator() {
        return labels().iterator();
    }
}
