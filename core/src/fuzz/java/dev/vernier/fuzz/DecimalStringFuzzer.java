package dev.vernier.fuzz;

import dev.vernier.dicom.DecimalString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Any bytes as a decimal string: the same components and the same numbers, to the last bit, as the JDK reads from them by
 * the rules written down once more, plainly. Control characters and components of over 64 characters, about which the rules
 * may change, must not make it throw.
 */
public final class DecimalStringFuzzer {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+[.,]?[0-9]*|[.,][0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern UNUSUAL = Pattern.compile("[\\x01-\\x1F]|[^\\\\]{65}");
    private static final double[] TARGET = new double[16];

    private DecimalStringFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(data.length + 4).put(2, data);
        int count = DecimalString.parseAll(buffer, 2, data.length, TARGET);
        if (UNUSUAL.matcher(new String(data, StandardCharsets.ISO_8859_1)).find()) {
            return;
        }
        List<Double> expected = numbers(new String(data, StandardCharsets.ISO_8859_1));
        if (count != expected.size()) {
            throw new AssertionError(count + " components, not " + expected);
        }
        for (int i = 0; i < Math.min(count, TARGET.length); i++) {
            if (Double.doubleToLongBits(TARGET[i]) != Double.doubleToLongBits(expected.get(i))) {
                throw new AssertionError("component " + i + " is " + TARGET[i] + ", not " + expected.get(i));
            }
        }
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        if (trimmed(text).isEmpty()) {
            return numbers;
        }
        for (String component : text.split("\\\\", -1)) {
            for (String part : splitAtSeparatingCommas(component)) {
                numbers.add(number(trimmed(part)));
            }
        }
        return numbers;
    }

    /** A comma separates where a dot stands before it, and behind it before the next comma. */
    private static List<String> splitAtSeparatingCommas(String component) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int comma = component.indexOf(','); comma >= 0; comma = component.indexOf(',', comma + 1)) {
            int nextComma = component.indexOf(',', comma + 1);
            String behind = component.substring(comma + 1, nextComma < 0 ? component.length() : nextComma);
            if (component.substring(from, comma).contains(".") && behind.contains(".")) {
                parts.add(component.substring(from, comma));
                from = comma + 1;
            }
        }
        parts.add(component.substring(from));
        return parts;
    }

    private static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(text.replace(',', '.'));
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    private static String trimmed(String text) {
        return text.replaceAll("^[ \\x00]+|[ \\x00]+$", "");
    }
}
