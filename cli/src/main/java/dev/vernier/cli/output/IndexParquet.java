package dev.vernier.cli.output;

import dev.vernier.cli.parquet.ParquetCells;
import dev.vernier.cli.parquet.ParquetColumn;
import dev.vernier.cli.parquet.ParquetFile;
import dev.vernier.cli.parquet.ParquetType;
import dev.vernier.index.IndexRow;
import dev.vernier.index.IndexRows;
import dev.vernier.index.IndexTag;
import dev.vernier.index.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An index as Parquet: typed columns, lists for tags that may have several values, text as the files have it. One thread. */
final class IndexParquet implements IndexRows {

    private final ParquetFile file;
    private final List<IndexTag> tags;
    private final String joiner;

    /**
     * Fills a file of {@link #columns}.
     *
     * @param joiner null for lists
     */
    IndexParquet(ParquetFile file, List<IndexTag> tags, String joiner) {
        this.file = file;
        this.tags = tags;
        this.joiner = joiner;
    }

    static List<ParquetColumn> columns(List<IndexTag> tags, String joiner) {
        List<ParquetColumn> columns = new ArrayList<>();
        IndexColumns.FIRST.forEach(name -> columns.add(ParquetColumn.of(name, ParquetType.TEXT)));
        for (IndexTag tag : tags) {
            boolean joined = tag.list() && joiner != null;
            columns.add(new ParquetColumn(
                    tag.name(), joined ? ParquetType.TEXT : typeOf(tag.type()), tag.list() && !joined));
        }
        columns.add(new ParquetColumn(IndexColumns.UNPARSED, ParquetType.TEXT, joiner == null));
        return columns;
    }

    private static ParquetType typeOf(ValueType type) {
        return switch (type) {
            case TEXT -> ParquetType.TEXT;
            case DOUBLE -> ParquetType.DOUBLE;
            case INT -> ParquetType.INT;
            case LONG -> ParquetType.LONG;
            case DATE -> ParquetType.DATE;
        };
    }

    @Override
    public void add(IndexRow row) throws IOException {
        row.pathUtf8();
        file.cells(0).add(row.utf8(), row.utf8At(), row.utf8Length());
        file.cells(1).add(row.outcome().name());
        addUnlessEmpty(file.cells(2), row.detail());
        int column = IndexColumns.FIRST.size();
        for (IndexTag tag : tags) {
            addColumn(file.cells(column++), row, tag.type(), tag.list());
        }
        addColumn(file.cells(column), row, ValueType.TEXT, true);
        file.endRow();
    }

    private static void addUnlessEmpty(ParquetCells cells, String text) {
        if (!text.isEmpty()) {
            cells.add(text);
        }
    }

    private void addColumn(ParquetCells cells, IndexRow row, ValueType type, boolean list) {
        if (list && joiner != null) {
            addUnlessEmpty(cells, IndexColumns.nextJoined(row, type, joiner));
            return;
        }
        int count = row.nextColumn();
        for (int i = 0; i < count; i++) {
            if (row.nextIsMissing()) {
                cells.addMissing();
            } else {
                addValue(cells, row, type);
            }
        }
    }

    private static void addValue(ParquetCells cells, IndexRow row, ValueType type) {
        switch (type) {
            case TEXT -> {
                row.nextUtf8();
                cells.add(row.utf8(), row.utf8At(), row.utf8Length());
            }
            case DOUBLE -> cells.add(row.nextDouble());
            case INT, DATE -> cells.add((int) row.nextLong());
            case LONG -> cells.add(row.nextLong());
        }
    }
}
