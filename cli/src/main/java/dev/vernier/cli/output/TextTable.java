package dev.vernier.cli.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.vernier.Numbers;
import dev.vernier.cli.console.Paint;
import dev.vernier.cli.console.VisibleText;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays out a table for people, of text from anywhere: no bars, since names hold some themselves, and decimal points
 * below each other. Filled column by column, all of one length, then laid out once. One thread.
 */
public final class TextTable {

    private static final String UNKNOWN = "-";

    private final StandIns standIns = new StandIns();
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> cellsByColumn = new ArrayList<>();
    private boolean footer;

    /** Adds a column of text, as wide as need be. */
    public TextTable text(String header, List<String> cells) {
        return text(header, Integer.MAX_VALUE, cells);
    }

    /** Adds a column of text that is broken into lines beyond this width. */
    public TextTable text(String header, int maxWidth, List<String> cells) {
        Column column = aligned(header, HorizontalAlign.LEFT);
        return add(
                maxWidth == Integer.MAX_VALUE ? column.maxWidth(widest(header, cells)) : column.maxWidth(maxWidth),
                cells);
    }

    private static int widest(String header, List<String> cells) {
        // The escapes of VisibleText take six columns for a char; two for margins.
        return 2
                + Math.max(
                        header.length(),
                        6 * cells.stream().mapToInt(String::length).max().orElse(0));
    }

    /** Adds a column of numbers. */
    public TextTable numbers(String header, List<String> cells) {
        return add(aligned(header, HorizontalAlign.RIGHT), cells);
    }

    /** Adds a column of lengths; NaN is unknown. */
    public TextTable lengths(String header, List<Double> millimetres) {
        return numbers(
                header,
                alignedAtPoint(millimetres.stream().map(Numbers::formatLength).toList()));
    }

    /** Sets the last line apart. */
    public TextTable withFooter() {
        footer = true;
        return this;
    }

    private static Column aligned(String header, HorizontalAlign align) {
        return new Column().header(header).headerAlign(align).dataAlign(align).footerAlign(align);
    }

    private TextTable add(Column column, List<String> cells) {
        columns.add(column);
        cellsByColumn.add(cells);
        return this;
    }

    private static List<String> alignedAtPoint(List<String> numbers) {
        int widest = numbers.stream().mapToInt(TextTable::fractionWidth).max().orElse(0);
        return numbers.stream()
                .map(number -> (number.isEmpty() ? UNKNOWN : number) + " ".repeat(widest - fractionWidth(number)))
                .toList();
    }

    private static int fractionWidth(String number) {
        return number.contains(".") ? number.length() - number.indexOf('.') : 0;
    }

    /** The table, ending with a line feed. */
    public String layOut(Paint paint) {
        int lines = cellsByColumn.get(0).size();
        String[][] data = new String[footer ? lines - 1 : lines][columns.size()];
        for (int line = 0; line < lines; line++) {
            for (int column = 0; column < columns.size(); column++) {
                String cell =
                        standIns.cover(VisibleText.of(cellsByColumn.get(column).get(line)));
                if (line < data.length) {
                    data[line][column] = cell;
                } else {
                    columns.get(column).footer(cell);
                }
            }
        }
        String table = AsciiTable.builder()
                .border(rulesOnly())
                .lineSeparator("\n")
                .data(columns.toArray(Column[]::new), data)
                .asString();
        return painted(standIns.uncover(table).replaceAll(" +\n", "\n").stripTrailing() + "\n", paint);
    }

    /** The header and what is below the last rule stand out. */
    private String painted(String table, Paint paint) {
        if (paint == Paint.PLAIN) {
            return table;
        }
        int headerEnd = table.indexOf('\n');
        int footerFrom = footer ? table.lastIndexOf("--\n") + 3 : table.length();
        return paint.strong(table.substring(0, headerEnd))
                + table.substring(headerEnd, footerFrom)
                + paint.strong(table.substring(footerFrom).stripTrailing())
                + (footer ? "\n" : "");
    }

    /** A rule below the header and above the last line. */
    private static Character[] rulesOnly() {
        Character[] border = AsciiTable.NO_BORDERS.clone();
        border[8] = '-';
        border[19] = '-';
        return border;
    }
}
