package dev.vernier.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.vernier.cli.console.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes rows of CSV (RFC 4180, but lines end with LF on every system). Fields are made visible, see {@link VisibleText}, and otherwise
 * left true: one that begins with {@code =} is no formula here, though a spreadsheet may take it for one. One thread.
 */
final class CsvRows {

    private final CsvWriter csv;

    CsvRows(Writer writer) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    }

    void add(String... fields) throws IOException {
        add(List.of(fields));
    }

    void add(List<String> fields) throws IOException {
        try {
            csv.writeRecord(fields.stream().map(VisibleText::of).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Hands everything on to the writer, which stays open. */
    void finish() throws IOException {
        csv.flush();
    }
}
