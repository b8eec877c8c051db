package dev.vernier.synth;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Writes a synthetic DICOM data set and its right answer.
 *
 * <pre>
 * DIR/series/&lt;SeriesInstanceUID&gt;/&lt;SOPInstanceUID&gt;.dcm   headers are real, pixels are a hole
 * DIR/train.csv                                        the catalog: which series is of which domain
 * DIR/truth.csv                                        series_uid,domain,x,y,z,status,planted
 * DIR/truth-domains.csv                                domain,series,voting,x,y,z
 * </pre>
 *
 * <p>Spacings are in mm. The same options but for {@code threads} give the same names and bytes, on every JDK. Source:
 * cli.md, {@code synth}; spacing.md, which the truth follows.
 */
public final class SynthDataset {
    private SynthDataset() {}

    /**
     * Writes the data set.
     *
     * <p>Cost: about 0.1 ms a file, most of it the file system's, and 4 to 12 KB of disk where it has holes; no file is
     * forced to disk. On ext4, making files soon after many were deleted is several times slower. Thread rule: may be
     * called from many threads for different directories.
     *
     * @param directory is made if need be, with its parents; on the default file system
     * @param filesWritten is told after each file how many there are, from any thread, and not always in order
     * @throws FileAlreadyExistsException if {@code directory} holds anything; nothing is written then
     * @throws IOException if a file cannot be written; what was written stays
     */
    public static SynthSummary write(Path directory, SynthOptions options, LongConsumer filesWritten)
            throws IOException {
        long startNanos = System.nanoTime();
        Path seriesRoot = claim(directory);
        List<SeriesPlan> plans = DatasetPlan.of(options);
        AtomicLong files = new AtomicLong();
        SeriesWriter.Progress progress = () -> filesWritten.accept(files.incrementAndGet());
        SeriesPool.writeAll(plans, options.threads(), () -> new SeriesWriter(seriesRoot, progress));
        Path catalog = directory.resolve("train.csv");
        Path truth = directory.resolve("truth.csv");
        Path truthDomains = directory.resolve("truth-domains.csv");
        CatalogTable.write(catalog, plans);
        TruthTables.writeSeries(truth, plans);
        TruthTables.writeDomains(truthDomains, plans, options.profile());
        return new SynthSummary(
                files.get(), plans.size(), System.nanoTime() - startNanos, catalog, truth, truthDomains);
    }

    /** Makes the directory and {@code series} in it, and refuses one that is in use. */
    private static Path claim(Path directory) throws IOException {
        if (Files.exists(directory)) {
            if (!Files.isDirectory(directory)) {
                throw new NotDirectoryException(directory + " is a file: name a new or an empty directory");
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                if (entries.iterator().hasNext()) {
                    throw new FileAlreadyExistsException(directory + " is not empty: name a new or an empty directory");
                }
            }
        }
        return Files.createDirectories(directory.resolve("series"));
    }
}
