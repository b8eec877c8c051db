package dev.vernier.scan;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.WantedTags;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads and judges the geometry of one file after another, DICOM or NIfTI, wherever its bytes come from; catches what
 * one file can do wrong. What it finds goes to an {@link ArchiveTally}. One thread.
 */
public final class InstanceScan implements AutoCloseable {

    private final GuardedParse parse = new GuardedParse(this::readForeign);
    private final ForeignFile foreign = new ForeignFile();
    private final InstanceGeometry geometry;
    private final WantedTags wanted;
    private final SeriesGrouping grouping;
    /** The file being read. */
    private String folder;

    private Supplier<String> name;
    private boolean isForeign;
    private String detail = "";
    private boolean failed;

    /** A scan by these rules that keeps the text of these elements. */
    public InstanceScan(SpacingRules rules, List<TagPath> labels) {
        this(rules, labels, false, SeriesGrouping.SERIES);
    }

    /**
     * As above.
     *
     * @param fullWalk whether all of a file's elements are looked at, those behind its pixel data too
     * @param grouping what makes images a series
     */
    public InstanceScan(SpacingRules rules, List<TagPath> labels, boolean fullWalk, SeriesGrouping grouping) {
        this.grouping = grouping;
        this.geometry = new InstanceGeometry(rules, labels);
        this.wanted = fullWalk ? geometry.wanted().withFullWalk() : geometry.wanted();
    }

    /**
     * Reads a file; its geometry is then in {@link #geometry()}.
     *
     * @param inFolder the name of its folder below the root
     * @param ownName its own name, asked for where it plays a part
     */
    public Outcome scan(WindowOpening file, String inFolder, Supplier<String> ownName) {
        return judge(() -> parse.parse(file, wanted, geometry), inFolder, ownName);
    }

    /** Judges what a reading by {@link #parse()} puts into {@link #geometry()}. */
    Outcome judge(Supplier<Outcome> reading, String inFolder, Supplier<String> ownName) {
        folder = inFolder;
        name = ownName;
        failed = false;
        isForeign = false;
        geometry.begin();
        try {
            Outcome read = reading.get();
            Outcome outcome = isForeign ? read : grouped(geometry.finish(read, parse.parser()));
            detail = isForeign && outcome != Outcome.UNREADABLE ? foreign.detail() : parse.detail(outcome);
            return outcome;
        } catch (RuntimeException e) {
            // A defect of this program must not cost the other files; the finding names it.
            failed = true;
            detail = "internal error, please report: " + e;
            return Outcome.MALFORMED;
        }
    }

    private Outcome grouped(Outcome outcome) {
        boolean byFolder = outcome == Outcome.NO_SERIES && grouping == SeriesGrouping.FOLDER;
        return byFolder ? geometry.join(SeriesGrouping.nameOf(folder)) : outcome;
    }

    private Outcome readForeign(ByteWindow window, boolean gzipped) throws IOException {
        isForeign = true;
        Outcome outcome = foreign.read(window, gzipped, name);
        if (outcome != Outcome.NOT_DICOM) {
            // Such a file is a series, and its name below the root all that tells it from others.
            geometry.finish(foreign.header(), outcome == Outcome.NIFTI, FolderNames.child(folder, name.get()));
        }
        if (foreign.isOfPair()) {
            geometry.markOfPair();
        }
        return outcome;
    }

    /** The elements that a file is judged by. */
    WantedTags wanted() {
        return wanted;
    }

    /** What must parse the file that {@link #judge} judges. */
    GuardedParse parse() {
        return parse;
    }

    /** Of the last file. */
    public InstanceGeometry geometry() {
        return geometry;
    }

    /** Where or why the last file could not be read, empty if it could. */
    public String detail() {
        return detail;
    }

    /** How much of the last file, from its start, was needed without a gap; 0 if nothing can be learnt from it. */
    public long headerEnd() {
        return parse.headerEnd();
    }

    /** Whether the last file met a defect of this program, so that its geometry is not to be kept. */
    boolean failed() {
        return failed;
    }

    @Override
    public void close() {
        parse.close();
    }
}
