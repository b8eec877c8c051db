package dev.vernier.cli.output;

import dev.vernier.cli.parquet.ParquetFile;
import dev.vernier.index.HeaderIndex;
import dev.vernier.index.IndexTag;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.ScanListener;
import dev.vernier.scan.ScanOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The file of an index, in the format that its name says. One thread. */
public final class IndexFile {

    private static final String SCRATCH = "rows";
    private static final String BACKSLASH = "\\";

    private final Path file;
    private final List<IndexTag> tags;
    private final String joiner;
    private final String version;

    /**
     * Writes nothing yet.
     *
     * @param joiner between the values of a list, null for lists in Parquet and backslashes in CSV
     */
    public IndexFile(Path file, List<IndexTag> tags, String joiner, String version) {
        this.file = file;
        this.tags = tags;
        this.joiner = joiner;
        this.version = version;
    }

    /** Whether the name is that of a Parquet file. */
    public static boolean isParquet(Path file) {
        return endsWith(file, ".parquet");
    }

    /** Whether the name is that of a CSV file. */
    public static boolean isCsv(Path file) {
        return endsWith(file, ".csv");
    }

    private static boolean endsWith(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /**
     * Reads the archive and stages the file in its folder.
     *
     * @throws IOException naming what cannot be read or written
     */
    public ArchiveTally writeTo(ResultFolder folder, ScanOptions options, ScanListener listener) throws IOException {
        String name = file.getFileName().toString();
        // Below a root, they would make another table of each run.
        Set<Path> ownFiles = Set.of(file, folder.staged(name));
        HeaderIndex index = new HeaderIndex(options, tags, folder.staged(SCRATCH), ownFiles);
        ArchiveTally[] counts = new ArchiveTally[1];
        folder.writeBytes(name, out -> counts[0] = write(index, listener, out));
        return counts[0];
    }

    private ArchiveTally write(HeaderIndex index, ScanListener listener, OutputStream out) throws IOException {
        if (isParquet(file)) {
            ParquetFile parquet = new ParquetFile(out, IndexParquet.columns(tags, joiner), "vernier " + version);
            ArchiveTally counts = index.write(new IndexParquet(parquet, tags, joiner), listener);
            parquet.finish();
            return counts;
        }
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        IndexCsv csv = new IndexCsv(writer, tags, joiner == null ? BACKSLASH : joiner);
        ArchiveTally counts = index.write(csv, listener);
        csv.finish();
        writer.flush();
        return counts;
    }
}
