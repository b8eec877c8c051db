package dev.vernier.spark.files;

import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.TagPath;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.InstanceScan;
import dev.vernier.scan.SeriesGrouping;
import dev.vernier.spark.files.FileBatch.ListedFile;
import java.util.List;

/** Reads files of batches into a tally of its own. What a file can do wrong is a finding there. One thread. */
public final class BatchReader implements AutoCloseable {

    private final BatchFiles local = new LocalBatchFiles();
    private final BatchFiles remote;
    private final InstanceScan instances;
    private final ArchiveTally tally = new ArchiveTally();

    /** A reader by these rules that keeps the text of these elements. */
    public BatchReader(
            HadoopAccess access, SpacingRules rules, List<TagPath> labels, boolean fullWalk, SeriesGrouping groupBy) {
        this.remote = new RemoteBatchFiles(access);
        this.instances = new InstanceScan(rules, labels, fullWalk, groupBy);
    }

    /** Reads some files of a batch. */
    public void read(FileBatch batch, int from, int to) {
        FolderName folder = batch.folder();
        BatchFiles files = folder.isLocal() ? local : remote;
        files.enter(folder);
        for (ListedFile file : batch.files().subList(from, to)) {
            try {
                Outcome outcome = instances.scan(() -> files.open(file), folder.shown(), file::name);
                tally.add(outcome, instances.geometry(), folder.shown(), file.name(), instances.detail());
            } finally {
                files.closeFile(instances.headerEnd());
            }
        }
    }

    /** Ends the reading, and gives everything read. */
    public ArchiveTally finish() {
        tally.addReading(local.reads() + remote.reads(), local.bytesRead() + remote.bytesRead());
        return tally;
    }

    @Override
    public void close() {
        instances.close();
        local.close();
        remote.close();
    }
}
