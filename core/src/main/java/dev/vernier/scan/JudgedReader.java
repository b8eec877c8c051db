package dev.vernier.scan;

import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.WantedTags;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.Entries;
import dev.vernier.io.HeaderSource;
import dev.vernier.io.ReadStrategy;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads one file after another and says what became of it. Scan, index and inspect read through this class, and by it
 * alone a file has one outcome: it is judged by the elements that geometry needs, whatever else is asked of it. One
 * thread; keeps native memory until {@link #close()}.
 */
public final class JudgedReader implements AutoCloseable {

    private final InstanceScan instances;
    private final HeaderReader reader;

    /** Made once, and not for each of a million files. */
    private final Supplier<Outcome> readingOfBatch = this::readOfBatch;

    private final Supplier<String> nameInBatch = this::nameInBatch;
    private Entries files;
    private int index;

    /**
     * A reader of what the source's access has listed.
     *
     * @param labels elements whose text is kept
     * @param fullWalk whether all of a file's elements are looked at, those behind its pixel data too
     * @param grouping what makes images a series
     */
    public JudgedReader(
            HeaderSource source,
            boolean followLinks,
            SpacingRules rules,
            List<TagPath> labels,
            boolean fullWalk,
            SeriesGrouping grouping) {
        this.instances = new InstanceScan(rules, labels, fullWalk, grouping);
        this.reader = new HeaderReader(source, followLinks, instances.parse());
    }

    /** As above, by rules that matter to geometry only, not to outcomes. */
    public JudgedReader(HeaderSource source, boolean followLinks) {
        this(source, followLinks, SpacingRules.DEFAULT, List.of(), false, SeriesGrouping.SERIES);
    }

    /** A reader of single files that follows symbolic links. */
    public JudgedReader(ReadStrategy strategy, SpacingRules rules, List<TagPath> labels) {
        this(strategy.newSource(), true, rules, labels, false, SeriesGrouping.SERIES);
    }

    /**
     * Has these elements be read too, of each DICOM file from now on, once it is read for its outcome and while it is
     * still open.
     *
     * @return how that went, file by file
     */
    public FurtherTags readAlso(WantedTags wanted, ElementSink sink) {
        FurtherTags further = new FurtherTags(wanted, sink);
        instances.parse().readAlso(further);
        return further;
    }

    /** Reads a file of a batch; what it says of its geometry is then in {@link #geometry()}. */
    public Outcome read(String folder, Entries batch, int indexInBatch) {
        files = batch;
        index = indexInBatch;
        return instances.judge(readingOfBatch, folder, nameInBatch);
    }

    private Outcome readOfBatch() {
        return reader.read(files, index, instances.wanted(), geometry());
    }

    private String nameInBatch() {
        return files.name(index);
    }

    /**
     * Reads a single file.
     *
     * @param sink hears of the elements, and must hand them on to {@link #geometry()}
     */
    public Outcome read(Path file, ElementSink sink) {
        return instances.judge(
                () -> reader.read(file, instances.wanted(), sink), "", () -> String.valueOf(file.getFileName()));
    }

    /** What must be looked for to judge a file. */
    public WantedTags wanted() {
        return instances.wanted();
    }

    /** Of the last file. */
    public InstanceGeometry geometry() {
        return instances.geometry();
    }

    /** How the walk of the last file went that its outcome is of. */
    public HeaderParser parser() {
        return reader.parser();
    }

    /** Where or why the last file could not be read, or what it is instead of DICOM; mostly empty. */
    public String detail() {
        return instances.detail();
    }

    /** Whether the last file met a defect of this program, so that nothing of it is to be kept. */
    public boolean failed() {
        return instances.failed();
    }

    /** Whether the last file was gzipped, so that offsets are those in what it holds. */
    public boolean gzipped() {
        return reader.gzipped();
    }

    /** How much of the last file, from its start, was needed without a gap; 0 if that is not known. */
    public long headerEnd() {
        return reader.headerEnd();
    }

    /** Read system calls, or mappings, so far. */
    public long reads() {
        return reader.reads();
    }

    /** Bytes read so far. */
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public void close() {
        reader.close();
    }
}
