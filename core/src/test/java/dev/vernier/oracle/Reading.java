package dev.vernier.oracle;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What one reader found in one file: whether it took it, and the values of {@link Attribute#ALL}, each in one spelling that
 * does not depend on who read it. Several values of a path in sequences are joined by {@code " | "}, in the order of the
 * file; an empty value is no value.
 */
final class Reading {

    /** How a reader took a file. */
    enum State {
        /** Read to the pixel data or to the end. */
        WHOLE,
        /** Something was read, then the reader complained. */
        DAMAGED,
        /** Nothing was read. */
        REFUSED,
        /** The reader's process died. */
        CRASHED
    }

    /** PS3.5 table 6.2-1: DS and IS. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private final Map<String, String> values = new TreeMap<>();
    private State state = State.WHOLE;

    State state() {
        return state;
    }

    Reading is(State found) {
        state = found;
        return this;
    }

    /** Notes one occurrence of an attribute: numbers or text as the file or the reader spells it. */
    void add(Attribute attribute, String text) {
        addSpelled(attribute, attribute.kind() == Attribute.Kind.NUMBER ? numbers(text) : trimmed(text));
    }

    /** Notes one occurrence of an attribute, spelled as {@link #add} would. */
    void addSpelled(Attribute attribute, String spelling) {
        if (!spelling.isEmpty()) {
            values.merge(attribute.path(), spelling, (before, next) -> before + " | " + next);
        }
    }

    /** The value of an attribute, empty if the file has none. */
    String value(Attribute attribute) {
        return Objects.requireNonNullElse(values.get(attribute.path()), "");
    }

    /** Whether no attribute has a value. */
    boolean isEmpty() {
        return values.isEmpty();
    }

    private static String numbers(String text) {
        StringBuilder spelling = new StringBuilder();
        String separator = "";
        for (String component : trimmed(text).split("\\\\", -1)) {
            spelling.append(separator).append(number(component));
            separator = "\\";
        }
        return spelling.toString();
    }

    private static String number(String component) {
        if (component.isEmpty()) {
            return "";
        }
        return DECIMAL.matcher(component).matches() ? spelling(Double.parseDouble(component)) : noNumber(component);
    }

    /** How a number is spelled. */
    static String spelling(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    /** How a component that is no number is spelled. */
    static String noNumber(String component) {
        return "?" + component;
    }

    /** Without the spaces and NULs around each component. */
    private static String trimmed(String text) {
        return text.replaceAll("(^|\\\\)[ \\x00]+", "$1").replaceAll("[ \\x00]+(\\\\|$)", "$1");
    }
}
