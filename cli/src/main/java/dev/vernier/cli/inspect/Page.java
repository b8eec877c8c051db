package dev.vernier.cli.inspect;

import dev.vernier.Numbers;
import dev.vernier.cli.console.Paint;
import dev.vernier.cli.console.VisibleText;
import dev.vernier.cli.output.TextTable;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Collects the lines of an explanation. Text from files is made visible here. One thread. */
final class Page {

    private static final double NOISE = 1e-9;
    private static final String INDENT = " ";
    private static final int LABEL_COLUMNS = 12;
    private static final int LINE_COLUMNS = 98;

    private final StringBuilder text = new StringBuilder();
    private final Paint paint;

    Page(Paint paint) {
        this.paint = paint;
    }

    Paint paint() {
        return paint;
    }

    /** A heading, behind an empty line unless it is the first. */
    void heading(String heading) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        text.append(paint.strong(VisibleText.of(heading))).append('\n');
    }

    /** A line with a name in front of it. */
    void fact(String name, String value) {
        line(pad(name) + VisibleText.of(value));
    }

    /** As above, the first words in a colour. */
    void fact(String name, String paintedWords, String value) {
        line(pad(name) + paintedWords + VisibleText.of(value));
    }

    private static String pad(String name) {
        return String.format("%-" + LABEL_COLUMNS + "s", name);
    }

    /** A line as it is. */
    void line(String line) {
        text.append(line.isEmpty() ? "" : INDENT).append(line).append('\n');
    }

    /** Words in as many lines as they need. */
    void wrapped(String words) {
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LINE_COLUMNS) {
                line(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(line.toString());
    }

    void table(TextTable table) {
        text.append('\n').append(table.layOut(paint));
    }

    /** All of it, ending with a line feed. */
    @Override
    public String toString() {
        return text.toString();
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** A length or cosine; a dash where it is unknown. */
    static String number(double value) {
        String number = Numbers.format(value);
        return number.isEmpty() ? "-" : number;
    }

    /** A place or direction, in which what is left of a cosine by rounding is zero. */
    static String vector(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> number(Math.abs(value) < NOISE ? 0 : value))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
