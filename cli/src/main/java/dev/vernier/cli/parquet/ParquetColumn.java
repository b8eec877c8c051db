package dev.vernier.cli.parquet;

import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A column, of which each row may have no value.
 *
 * @param name of the column, unique in its file
 * @param type of a value
 * @param list whether a row has a list of values
 */
public record ParquetColumn(String name, ParquetType type, boolean list) {

    /** A column of single values. */
    public static ParquetColumn of(String name, ParquetType type) {
        return new ParquetColumn(name, type, false);
    }

    /** A column of lists. */
    public static ParquetColumn listOf(String name, ParquetType type) {
        return new ParquetColumn(name, type, true);
    }

    /** Lists have three levels, as the format asks for: the list, its elements, and the value of an element, which may be missing. */
    Type schema() {
        if (list) {
            return Types.optionalList()
                    .optionalElement(type.primitive())
                    .as(type.meaning())
                    .named(name);
        }
        return Types.optional(type.primitive()).as(type.meaning()).named(name);
    }

    /** The path of the values in the schema. */
    String[] path() {
        return list ? new String[] {name, "list", "element"} : new String[] {name};
    }
}
