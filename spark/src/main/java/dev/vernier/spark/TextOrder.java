package dev.vernier.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.encode;

import org.apache.spark.sql.Column;

/** The order of text in every output of the engine, which is Java's: by UTF-16. Spark's own is by UTF-8, and differs beyond the BMP. Stateless. */
final class TextOrder {

    private TextOrder() {}

    /** What to sort by instead of the column. */
    static Column of(String column) {
        return encode(col(column), "UTF-16BE");
    }
}
