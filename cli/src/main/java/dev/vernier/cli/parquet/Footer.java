package dev.vernier.cli.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ColumnOrder;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.TypeDefinedOrder;

/** The metadata at the end of a file. One thread. */
final class Footer {

    private static final int FORMAT_VERSION = 2;
    /** Longer bounds of a column would make the footer large, and help no reader to skip rows. */
    private static final int MAX_BOUND_BYTES = 256;

    private final List<ParquetColumn> columns;
    private final List<RowGroup> rowGroups = new ArrayList<>();
    private long rows;

    Footer(List<ParquetColumn> columns) {
        this.columns = columns;
    }

    /** Adds a row group whose first column begins at an offset of the file. */
    void add(List<ColumnPages> pages, long groupRows, long offset) {
        List<ColumnChunk> chunks = new ArrayList<>();
        long at = offset;
        for (int i = 0; i < pages.size(); i++) {
            ColumnMetaData chunk = chunk(columns.get(i), pages.get(i), at);
            chunks.add(new ColumnChunk(at).setMeta_data(chunk));
            at += chunk.getTotal_compressed_size();
        }
        rowGroups.add(new RowGroup(chunks, at - offset, groupRows)
                .setFile_offset(offset)
                .setTotal_compressed_size(at - offset));
        rows += groupRows;
    }

    private static ColumnMetaData chunk(ParquetColumn column, ColumnPages pages, long offset) {
        List<org.apache.parquet.format.Encoding> encodings = new ArrayList<>();
        for (Encoding encoding : pages.encodings()) {
            encodings.add(ColumnPages.formatOf(encoding));
        }
        long bytes = pages.getMemSize();
        ColumnMetaData chunk = new ColumnMetaData(
                formatOf(column.type()),
                encodings,
                Arrays.asList(column.path()),
                CompressionCodec.UNCOMPRESSED,
                pages.values(),
                bytes,
                bytes,
                offset + pages.dictionary().size());
        if (pages.dictionary().size() > 0) {
            chunk.setDictionary_page_offset(offset);
        }
        return chunk.setStatistics(statistics(pages.statistics()));
    }

    private static Statistics statistics(org.apache.parquet.column.statistics.Statistics<?> of) {
        Statistics statistics = new Statistics().setNull_count(of.getNumNulls());
        if (of.hasNonNullValue() && of.isSmallerThan(MAX_BOUND_BYTES)) {
            statistics.setMin_value(of.getMinBytes()).setMax_value(of.getMaxBytes());
        }
        return statistics;
    }

    FileMetaData metadata(String createdBy) {
        List<SchemaElement> schema = new ArrayList<>();
        schema.add(new SchemaElement("table").setNum_children(columns.size()));
        List<ColumnOrder> orders = new ArrayList<>();
        for (ParquetColumn column : columns) {
            addTo(schema, column);
            orders.add(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()));
        }
        return new FileMetaData(FORMAT_VERSION, schema, rows, rowGroups)
                .setCreated_by(createdBy)
                .setColumn_orders(orders);
    }

    /** The same as {@link ParquetColumn#schema}, in the words of the metadata. */
    private static void addTo(List<SchemaElement> schema, ParquetColumn column) {
        if (column.list()) {
            schema.add(new SchemaElement(column.name())
                    .setRepetition_type(FieldRepetitionType.OPTIONAL)
                    .setNum_children(1)
                    .setConverted_type(ConvertedType.LIST)
                    .setLogicalType(LogicalType.LIST(new ListType())));
            schema.add(new SchemaElement("list")
                    .setRepetition_type(FieldRepetitionType.REPEATED)
                    .setNum_children(1));
        }
        String[] path = column.path();
        SchemaElement value = new SchemaElement(path[path.length - 1])
                .setRepetition_type(FieldRepetitionType.OPTIONAL)
                .setType(formatOf(column.type()));
        switch (column.type()) {
            case TEXT ->
                value.setConverted_type(ConvertedType.UTF8)
                        .setLogicalType(LogicalType.STRING(new org.apache.parquet.format.StringType()));
            case DATE ->
                value.setConverted_type(ConvertedType.DATE)
                        .setLogicalType(LogicalType.DATE(new org.apache.parquet.format.DateType()));
            default -> {
                // A bare number means itself.
            }
        }
        schema.add(value);
    }

    private static Type formatOf(ParquetType type) {
        return switch (type) {
            case TEXT -> Type.BYTE_ARRAY;
            case BOOLEAN -> Type.BOOLEAN;
            case DOUBLE -> Type.DOUBLE;
            case INT, DATE -> Type.INT32;
            case LONG -> Type.INT64;
        };
    }
}
