package dev.vernier.cli.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.column.impl.ColumnWriteStoreV2;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Writes a Parquet file, row by row: fill the cells of a row, then {@link #endRow}; at last {@link #finish}. The same rows give the same
 * bytes. Needs memory for one row group, some tens of megabytes at most. One thread.
 */
public final class ParquetFile {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** Rows that readers decode at a time; a multiple of what the usual ones work on. */
    private static final int MAX_GROUP_ROWS = 122_880;

    private static final long MAX_GROUP_BYTES = 16 << 20;
    /** How often the size is looked at, which costs a visit to every column. */
    private static final int ROWS_BETWEEN_LOOKS = 8;

    private static final ParquetProperties PROPERTIES = ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_2_0)
            .withAllocator(new HeapByteBufferAllocator())
            .withSizeStatisticsEnabled(false)
            .build();

    private final OutputStream out;
    private final String createdBy;
    private final List<ParquetCells> cells = new ArrayList<>();
    private final MessageType schema;
    private final Footer footer;

    private final Map<ColumnDescriptor, ColumnPages> pages = new HashMap<>();
    private ColumnWriteStoreV2 group;
    private int groupRows;
    private long position;

    /**
     * Begins a file.
     *
     * @param out stays open; should be buffered
     * @param createdBy the program that writes, for the metadata
     */
    public ParquetFile(OutputStream out, List<ParquetColumn> columns, String createdBy) throws IOException {
        this.out = out;
        this.createdBy = createdBy;
        List<Type> types = new ArrayList<>();
        for (ParquetColumn column : columns) {
            types.add(column.schema());
            cells.add(new ParquetCells(column.list()));
        }
        this.schema = new MessageType("table", types);
        this.footer = new Footer(List.copyOf(columns));
        write(MAGIC);
        beginGroup();
    }

    /** Where the values of a column go. */
    public ParquetCells cells(int column) {
        return cells.get(column);
    }

    /** Ends a row: columns that got no value have none. */
    public void endRow() throws IOException {
        for (ParquetCells each : cells) {
            each.endRow();
        }
        group.endRecord();
        groupRows++;
        boolean look = groupRows % ROWS_BETWEEN_LOOKS == 0;
        if (groupRows == MAX_GROUP_ROWS || look && group.getBufferedSize() > MAX_GROUP_BYTES) {
            endGroup();
            beginGroup();
        }
    }

    private void beginGroup() {
        pages.clear();
        PageWriteStore store = column -> pages.computeIfAbsent(column, c -> new ColumnPages(c.getPrimitiveType()));
        group = new ColumnWriteStoreV2(schema, store, PROPERTIES);
        groupRows = 0;
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).writeTo(group.getColumnWriter(schema.getColumns().get(i)));
        }
    }

    private void endGroup() throws IOException {
        group.flush();
        group.close();
        List<ColumnPages> inOrder = schema.getColumns().stream().map(pages::get).toList();
        footer.add(inOrder, groupRows, position);
        for (ColumnPages column : inOrder) {
            write(column.dictionary());
            write(column.data());
        }
    }

    /** Ends the file, and hands everything on to the stream. */
    public void finish() throws IOException {
        if (groupRows > 0) {
            endGroup();
        }
        ByteArrayOutputStream metadata = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer.metadata(createdBy), metadata);
        write(metadata);
        write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(metadata.size())
                .array());
        write(MAGIC);
        out.flush();
    }

    private void write(ByteArrayOutputStream bytes) throws IOException {
        bytes.writeTo(out);
        position += bytes.size();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
