package dev.vernier.index;

import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.Vr;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes rows of bytes: path, outcome, detail, the values of each column, and the raw text of what is no value of its
 * column. {@link IndexRow} reads them. One thread.
 */
final class RowEncoder {

    static final int MISSING = 0;
    static final int PRESENT = 1;

    private static final double LEAST_INEXACT = 0x1p53;

    private final List<IndexTag> tags;
    private final RowBytes row = new RowBytes();
    private final List<String> unparsed = new ArrayList<>();

    RowEncoder(List<IndexTag> tags) {
        this.tags = tags;
    }

    /** Bytes of the rows made since {@link #take}. */
    int size() {
        return row.size();
    }

    /** The rows made since the last time. */
    byte[] take() {
        return row.take();
    }

    /** Adds a file with what was read of its header; null if nothing was. */
    void add(String path, Outcome outcome, String detail, HeaderValues values) {
        int start = row.size();
        try {
            addRow(start, path, outcome, detail, values);
        } catch (RuntimeException e) {
            row.cut(start); // half a row would make nonsense of those behind it
            throw e;
        }
    }

    private void addRow(int start, String path, Outcome outcome, String detail, HeaderValues values) {
        row.putInt(0);
        row.putText(path);
        row.putByte(outcome.ordinal());
        row.putText(detail);
        unparsed.clear();
        for (int column = 0; column < tags.size(); column++) {
            if (values == null || !values.isPresent(column)) {
                row.putInt(0);
            } else {
                addValues(tags.get(column), column, values);
            }
        }
        row.putInt(unparsed.size());
        unparsed.forEach(this::putText);
        row.putIntAt(start, row.size() - start);
    }

    private void addValues(IndexTag tag, int column, HeaderValues values) {
        int start = row.size();
        row.putInt(0);
        int count = switch (tag.type()) {
            case TEXT -> addTexts(tag, column, values);
            case DATE -> addDates(tag, column, values);
            case DOUBLE, INT, LONG -> addNumbers(tag, column, values);
        };
        if (count < 0) {
            row.cut(start + Integer.BYTES);
            unparsed.add(tag.name() + "=" + text(column, values));
            count = 0;
        }
        row.putIntAt(start, count);
    }

    /**
     * The text; of a value whose VR nobody states, that may be bytes of any kind, hexadecimal digits where it is not
     * printable.
     */
    private static String text(int column, HeaderValues values) {
        String text = values.text(column);
        boolean bytes = values.vr(column) == Vr.UNKNOWN && text.chars().anyMatch(c -> c < ' ' && !isLayout(c));
        return bytes ? HexFormat.of().formatHex(values.bytes(column)) : text;
    }

    private static boolean isLayout(int c) {
        return c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == 0x1B;
    }

    private int addTexts(IndexTag tag, int column, HeaderValues values) {
        if (!tag.list()) {
            String text = text(column, values);
            if (text.isEmpty()) {
                return 0;
            }
            putText(text);
            return 1;
        }
        List<String> texts = values.texts(column);
        for (String text : texts) {
            if (!putUnlessEmpty(text)) {
                putText(text);
            }
        }
        return texts.size();
    }

    private int addDates(IndexTag tag, int column, HeaderValues values) {
        List<String> texts = values.texts(column);
        if (texts.size() > 1 && !tag.list()) {
            return -1;
        }
        for (String text : texts) {
            long day = DicomDate.epochDay(text);
            if (!putUnlessEmpty(text)) {
                if (day == Long.MIN_VALUE) {
                    return -1;
                }
                put(day);
            }
        }
        return texts.size();
    }

    /** @return how many, -1 if they do not fit the column */
    private int addNumbers(IndexTag tag, int column, HeaderValues values) {
        double[] numbers = values.numbers(column);
        List<String> texts = null;
        if (numbers.length == 0) {
            return text(column, values).isEmpty() ? 0 : -1;
        }
        boolean several = numbers.length > 1 && !tag.list();
        if (several && !isSize(tag)) {
            return -1;
        }
        int count = several ? 1 : numbers.length;
        for (int i = 0; i < count; i++) {
            if (fits(numbers[i], tag.type())) {
                put(tag.type() == ValueType.DOUBLE ? Double.doubleToRawLongBits(numbers[i]) : (long) numbers[i]);
                continue;
            }
            texts = texts == null ? values.texts(column) : texts;
            String text = texts.size() == numbers.length ? texts.get(i) : "?";
            if (!(texts.isEmpty() || putUnlessEmpty(text)) && !putExactly(text, tag.type())) {
                return -1;
            }
        }
        return texts != null && texts.isEmpty() ? 0 : count;
    }

    /** Whether the first of several values counts, as it does in a scan. */
    private static boolean isSize(IndexTag tag) {
        int last = tag.steps().get(tag.steps().size() - 1).tag();
        return last == Tag.ROWS || last == Tag.COLUMNS;
    }

    private static boolean fits(double number, ValueType type) {
        return switch (type) {
            case DOUBLE -> Double.isFinite(number);
            case INT -> number == (int) number;
            default -> number == Math.rint(number) && Math.abs(number) < LEAST_INEXACT;
        };
    }

    /** Puts a whole number of 64 bits that is none of type double. */
    private boolean putExactly(String text, ValueType type) {
        if (type != ValueType.LONG) {
            return false;
        }
        try {
            put(Long.parseLong(text));
            return true;
        } catch (NumberFormatException e) {
            return false; // too large, or no number
        }
    }

    private boolean putUnlessEmpty(String text) {
        if (text.isEmpty()) {
            row.putByte(MISSING);
        }
        return text.isEmpty();
    }

    private void put(long bits) {
        row.putByte(PRESENT);
        row.putLong(bits);
    }

    private void putText(String text) {
        row.putByte(PRESENT);
        row.putText(text);
    }
}
