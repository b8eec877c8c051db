package dev.vernier.scan;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.RuleFingerprint;
import dev.vernier.io.ArchiveEntries;
import dev.vernier.io.Entries;
import dev.vernier.io.FileAccess;
import dev.vernier.io.HeaderSource;
import java.io.IOException;

/** Reads one file after another and judges its geometry. Catches what one file can do wrong. One thread. */
final class FileScan implements FileWork {

    private final HeaderReader reader;
    private final InstanceGeometry geometry;
    /** Null without a cache. */
    private final FileRecords records;

    private final ForeignFile foreign = new ForeignFile();
    /** The file being read. */
    private String folder;

    private Entries files;
    private int index;
    private boolean isForeign;

    private String detail = "";
    private boolean failed;

    FileScan(ScanOptions options, FileAccess access, ScanCache cache) {
        this(options, options.read().newSource(access), records(options, access, cache));
    }

    private FileScan(ScanOptions options, HeaderSource source, FileRecords records) {
        this.reader = new HeaderReader(source, options.followLinks(), this::readForeign);
        this.geometry = new InstanceGeometry(options.rules(), options.labels());
        this.records = records;
    }

    /** Makes one for each thread. */
    static FileWork.Factory factory(ScanOptions options, ScanCache cache) {
        return new Factory() {
            @Override
            public FileWork forFolders(FileAccess access) {
                return new FileScan(options, access, cache);
            }

            @Override
            public FileWork forArchives() {
                return inArchives(options);
            }
        };
    }

    /** For files in archives, which are cached with their archive or not at all. */
    static FileScan inArchives(ScanOptions options) {
        return new FileScan(options, ArchiveEntries.newSource(), null);
    }

    private static FileRecords records(ScanOptions options, FileAccess access, ScanCache cache) {
        RuleFingerprint rules = RuleFingerprint.of(options.rules(), options.labels());
        return cache.keepsFiles()
                ? new FileRecords(cache.headers(), rules, access.newStamps(), options.followLinks())
                : null;
    }

    @Override
    public void lookAt(String folder, Entries files, int index, ArchiveTally tally) {
        Outcome outcome = scan(folder, files, index);
        tally.add(outcome, geometry, folder, files, index, detail);
    }

    @Override
    public void refuse(String path, String reason, ArchiveTally tally) {
        tally.add(Outcome.UNREADABLE, path, reason);
    }

    /** Takes a file of a batch from the cache, or reads it; its geometry is then in {@link #geometry()}. */
    Outcome scan(String inFolder, Entries batch, int indexInBatch) {
        folder = inFolder;
        files = batch;
        index = indexInBatch;
        if (records == null) {
            return read();
        }
        Outcome known = records.find(folder, files, index, geometry);
        if (known != null) {
            detail = records.detail();
            return known;
        }
        Outcome outcome = read();
        if (!failed) {
            records.keep(outcome, detail, geometry);
        }
        return outcome;
    }

    private Outcome read() {
        failed = false;
        isForeign = false;
        geometry.begin();
        try {
            Outcome read = reader.read(files, index, geometry.wanted(), geometry);
            Outcome outcome = isForeign ? read : geometry.finish(read, reader.parser());
            detail = detailOf(outcome);
            return outcome;
        } catch (RuntimeException e) {
            // A defect of this program must not cost the other files; the finding names it.
            failed = true;
            detail = "internal error, please report: " + e;
            return Outcome.MALFORMED;
        }
    }

    private Outcome readForeign(ByteWindow window) throws IOException {
        isForeign = true;
        Outcome outcome = foreign.read(window, files.name(index));
        if (outcome != Outcome.NOT_DICOM) {
            // Such a file is a series, and its name below the root all that tells it from others.
            geometry.finish(foreign.header(), outcome == Outcome.NIFTI, FolderNames.child(folder, files.name(index)));
        }
        if (foreign.isOfPair()) {
            geometry.markOfPair();
        }
        return outcome;
    }

    private String detailOf(Outcome outcome) {
        if (isForeign && outcome != Outcome.UNREADABLE) {
            return foreign.detail();
        }
        return switch (outcome) {
            case TRUNCATED, MALFORMED -> "at byte " + reader.parser().position();
            case UNREADABLE -> reader.detail();
            default -> "";
        };
    }

    InstanceGeometry geometry() {
        return geometry;
    }

    /** Where or why a file could not be read, empty if it could. */
    String detail() {
        return detail;
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
        reader.close();
    }
}
