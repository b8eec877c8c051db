package dev.vernier.spark.files;

import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.TagPath;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.InstanceScan;
import dev.vernier.spark.files.FileBatch.ListedFile;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;

/** Reads files of batches into a tally of its own. What a file can do wrong is a finding there. One thread. */
public final class BatchReader implements AutoCloseable {

    private final HadoopAccess access;
    private final InstanceScan instances;
    private final RangeWindow window;
    private final ArchiveTally tally = new ArchiveTally();

    /** A reader by these rules that keeps the text of these elements. */
    public BatchReader(HadoopAccess access, SpacingRules rules, List<TagPath> labels) {
        this.access = access;
        this.window = new RangeWindow(access.need());
        this.instances = new InstanceScan(rules, labels);
    }

    /** Reads some files of a batch. */
    public void read(FileBatch batch, int from, int to) {
        Path folder = batch.folder().path();
        for (ListedFile file : batch.files().subList(from, to)) {
            Path path = FolderName.child(folder, file.name());
            try {
                Outcome outcome = instances.scan(
                        () -> opened(path, file.bytes()), batch.folder().shown(), file::name);
                tally.add(outcome, instances.geometry(), batch.folder().shown(), file.name(), instances.detail());
            } finally {
                window.closeFile(instances.headerEnd());
            }
        }
    }

    private RangeWindow opened(Path path, long bytes) throws IOException {
        window.open(access.of(path), path, bytes);
        return window;
    }

    /** Ends the reading, and gives everything read. */
    public ArchiveTally finish() {
        tally.addReading(window.reads(), window.bytesRead());
        return tally;
    }

    @Override
    public void close() {
        instances.close();
    }
}
