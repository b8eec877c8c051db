package dev.vernier.cli.output;

import dev.vernier.index.IndexRow;
import dev.vernier.index.IndexRows;
import dev.vernier.index.IndexTag;
import dev.vernier.index.ValueType;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** An index as CSV: what is missing is empty, dates are as ISO 8601 has them, the values of a list are joined. One thread. */
final class IndexCsv implements IndexRows {

    private final CsvRows rows;
    private final List<IndexTag> tags;
    private final String joiner;
    private final List<String> fields = new ArrayList<>();

    IndexCsv(Writer writer, List<IndexTag> tags, String joiner) throws IOException {
        this.rows = new CsvRows(writer);
        this.tags = tags;
        this.joiner = joiner;
        rows.add(IndexColumns.header(tags));
    }

    @Override
    public void add(IndexRow row) throws IOException {
        fields.clear();
        fields.add(row.path());
        fields.add(row.outcome().name());
        fields.add(row.detail());
        for (IndexTag tag : tags) {
            fields.add(IndexColumns.nextJoined(row, tag.type(), joiner));
        }
        fields.add(IndexColumns.nextJoined(row, ValueType.TEXT, joiner));
        rows.add(fields);
    }

    void finish() throws IOException {
        rows.finish();
    }
}
