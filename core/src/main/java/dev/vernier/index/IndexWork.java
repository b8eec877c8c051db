package dev.vernier.index;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.io.Entries;
import dev.vernier.io.HeaderSource;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.FileWork;
import dev.vernier.scan.FolderNames;
import dev.vernier.scan.FurtherTags;
import dev.vernier.scan.JudgedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.StringJoiner;

/** Makes a row of each file. One thread. */
final class IndexWork implements FileWork {

    /** Rows are handed on in pieces, so that threads seldom wait for one another. */
    private static final int PIECE_BYTES = 48 << 10;

    private final JudgedReader reader;
    private final FurtherTags further;
    private final TagSelection selection;
    private final RowEncoder rows;
    private final RowSorter sorter;
    private final OwnFiles own;

    /**
     * Work of one thread.
     *
     * @param own files that have no row
     */
    IndexWork(HeaderSource source, boolean followLinks, List<IndexTag> tags, RowSorter sorter, OwnFiles own) {
        this.reader = new JudgedReader(source, followLinks);
        this.selection = new TagSelection(tags);
        this.further = reader.readAlso(selection.wanted(), selection);
        this.rows = new RowEncoder(tags);
        this.sorter = sorter;
        this.own = own;
    }

    @Override
    public void lookAt(String folder, Entries files, int index, ArchiveTally tally) {
        String name = files.name(index);
        String path = FolderNames.child(folder, name);
        if (own.contains(name, path)) {
            return;
        }
        selection.begin();
        Outcome outcome = reader.read(folder, files, index);
        String detail = reader.detail().isEmpty() && isDicom(outcome) ? remarks() : reader.detail();
        try {
            rows.add(path, outcome, detail, reader.failed() ? null : selection.values());
        } catch (RuntimeException e) {
            // A defect of this program must not cost the other files; the row names it.
            outcome = Outcome.MALFORMED;
            detail = "internal error, please report: " + e;
            rows.add(path, outcome, detail, null);
        }
        tally.add(outcome, path, detail);
        handOnIfFull();
    }

    private static boolean isDicom(Outcome outcome) {
        return outcome == Outcome.OK || outcome == Outcome.NO_GEOMETRY || outcome == Outcome.NO_SERIES;
    }

    /** What is odd about a file that could be read. */
    private String remarks() {
        HeaderParser parser = further.parser();
        boolean tooLong = parser.tooLong() || selection.isIncomplete();
        if (!parser.repaired()
                && !parser.duplicates()
                && !tooLong
                && further.missing().isEmpty()) {
            return "";
        }
        StringJoiner remarks = new StringJoiner(", ");
        if (!further.missing().isEmpty()) {
            remarks.add(further.missing());
        }
        if (parser.repaired()) {
            remarks.add("repaired");
        }
        if (parser.duplicates()) {
            remarks.add("duplicate tag: the first one counts");
        }
        if (tooLong) {
            remarks.add("too long: values left out");
        }
        return remarks.toString();
    }

    @Override
    public void refuse(String path, String reason, ArchiveTally tally) {
        rows.add(path, Outcome.UNREADABLE, reason, null);
        tally.add(Outcome.UNREADABLE, path, reason);
        handOnIfFull();
    }

    private void handOnIfFull() {
        if (rows.size() >= PIECE_BYTES) {
            handOn();
        }
    }

    private void handOn() {
        try {
            sorter.add(rows.take());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long reads() {
        return reader.reads();
    }

    @Override
    public long bytesRead() {
        return reader.bytesRead();
    }

    @Override
    public void close() {
        handOn();
        reader.close();
    }
}
