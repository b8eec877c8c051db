package dev.vernier.cli.output;

import dev.vernier.dicom.NumberText;
import dev.vernier.index.IndexRow;
import dev.vernier.index.IndexTag;
import dev.vernier.index.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The columns of an index in both formats, and their values as text. Stateless. */
final class IndexColumns {

    /** Before the tags. */
    static final List<String> FIRST = List.of("path", "outcome", "detail");

    /** Behind the tags: raw texts, {@code TAG=TEXT}, that are no values of their columns. */
    static final String UNPARSED = "unparsed";

    private IndexColumns() {}

    static List<String> header(List<IndexTag> tags) {
        List<String> header = new ArrayList<>(FIRST);
        tags.forEach(tag -> header.add(tag.name()));
        header.add(UNPARSED);
        return header;
    }

    /** The values of the next column, joined; empty if there is none. */
    static String nextJoined(IndexRow row, ValueType type, String joiner) {
        int count = row.nextColumn();
        if (count == 0) {
            return "";
        }
        if (count == 1) {
            return nextText(row, type);
        }
        StringJoiner text = new StringJoiner(joiner);
        for (int i = 0; i < count; i++) {
            text.add(nextText(row, type));
        }
        return text.toString();
    }

    private static String nextText(IndexRow row, ValueType type) {
        if (row.nextIsMissing()) {
            return "";
        }
        return switch (type) {
            case TEXT -> row.nextText();
            case DOUBLE -> NumberText.shortest(row.nextDouble());
            case INT, LONG -> Long.toString(row.nextLong());
            case DATE -> LocalDate.ofEpochDay(row.nextLong()).toString();
        };
    }
}
