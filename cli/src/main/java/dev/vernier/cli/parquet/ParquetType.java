package dev.vernier.cli.parquet;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** What a column holds. */
public enum ParquetType {
    /** UTF-8. */
    TEXT(PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType()),
    BOOLEAN(PrimitiveTypeName.BOOLEAN, null),
    DOUBLE(PrimitiveTypeName.DOUBLE, null),
    /** 32 bits, with sign. */
    INT(PrimitiveTypeName.INT32, null),
    /** 64 bits, with sign. */
    LONG(PrimitiveTypeName.INT64, null),
    /** Days since 1970-01-01. */
    DATE(PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType());

    private final PrimitiveTypeName primitive;
    private final LogicalTypeAnnotation meaning;

    ParquetType(PrimitiveTypeName primitive, LogicalTypeAnnotation meaning) {
        this.primitive = primitive;
        this.meaning = meaning;
    }

    PrimitiveTypeName primitive() {
        return primitive;
    }

    /** Null where the primitive says it all. */
    LogicalTypeAnnotation meaning() {
        return meaning;
    }
}
