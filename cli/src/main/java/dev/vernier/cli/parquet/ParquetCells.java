package dev.vernier.cli.parquet;

import java.nio.charset.StandardCharsets;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;

/**
 * Takes the values of one column, row by row: none where the row has none, several where the column is one of lists.
 * The methods that do not fit the column's type fail. One thread.
 */
public final class ParquetCells {

    /** Levels of the format's schema (Dremel): of a list that is there, of an element without a value. */
    private static final int EMPTY_ELEMENT_LEVEL = 2;

    private final boolean list;
    private final int valueLevel;
    private ColumnWriter writer;
    private int added;

    ParquetCells(boolean list) {
        this.list = list;
        this.valueLevel = list ? EMPTY_ELEMENT_LEVEL + 1 : 1;
    }

    void writeTo(ColumnWriter next) {
        writer = next;
    }

    /** Adds a value of type BOOLEAN. */
    public void add(boolean value) {
        writer.write(value, repetition(), valueLevel);
    }

    /** Adds a number of type DOUBLE. */
    public void add(double value) {
        writer.write(value, repetition(), valueLevel);
    }

    /** Adds a number of type LONG. */
    public void add(long value) {
        writer.write(value, repetition(), valueLevel);
    }

    /** Adds a number of type INT, or the days since 1970 of type DATE. */
    public void add(int value) {
        writer.write(value, repetition(), valueLevel);
    }

    /** Adds text; half a surrogate pair, which UTF-8 cannot hold, becomes a question mark. */
    public void add(String text) {
        writer.write(Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8)), repetition(), valueLevel);
    }

    /** Adds text that is in UTF-8 already, and may change afterwards. */
    public void add(byte[] bytes, int from, int length) {
        writer.write(Binary.fromReusedByteArray(bytes, from, length), repetition(), valueLevel);
    }

    /** Adds a list's element that has no value. */
    public void addMissing() {
        if (!list) {
            throw new IllegalStateException("only lists have elements");
        }
        writer.writeNull(repetition(), EMPTY_ELEMENT_LEVEL);
    }

    /** 0 begins a row, 1 goes on with its list. */
    private int repetition() {
        if (added > 0 && !list) {
            throw new IllegalStateException("the row has its value");
        }
        return added++ == 0 ? 0 : 1;
    }

    void endRow() {
        if (added == 0) {
            writer.writeNull(0, 0);
        }
        added = 0;
    }
}
