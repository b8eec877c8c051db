package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.io.ArchiveEntries;
import dev.vernier.io.Entries;
import dev.vernier.io.FileAccess;
import dev.vernier.io.HeaderSource;

/** Reads one file after another and judges its geometry. Catches what one file can do wrong. One thread. */
final class FileScan implements FileWork {

    private final JudgedReader reader;
    /** Null without a cache. */
    private final FileRecords records;

    private String detail = "";

    FileScan(ScanOptions options, FileAccess access, ScanCache cache) {
        this(options, options.read().newSource(access), records(options, access, cache));
    }

    private FileScan(ScanOptions options, HeaderSource source, FileRecords records) {
        this.reader = new JudgedReader(
                source,
                options.followLinks(),
                options.rules(),
                options.labels(),
                options.fullWalk(),
                options.groupBy());
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
        return cache.keepsFiles() ? new FileRecords(options, cache.headers(), access.newStamps()) : null;
    }

    @Override
    public void lookAt(String folder, Entries files, int index, ArchiveTally tally) {
        Outcome outcome = scan(folder, files, index);
        tally.add(outcome, geometry(), folder, files, index, detail);
    }

    @Override
    public void refuse(String path, String reason, ArchiveTally tally) {
        tally.add(Outcome.UNREADABLE, path, reason);
    }

    /** Takes a file of a batch from the cache, or reads it; its geometry is then in {@link #geometry()}. */
    Outcome scan(String folder, Entries files, int index) {
        if (records == null) {
            return read(folder, files, index);
        }
        Outcome known = records.find(folder, files, index, geometry());
        if (known != null) {
            detail = records.detail();
            return known;
        }
        Outcome outcome = read(folder, files, index);
        if (!reader.failed()) {
            records.keep(outcome, detail, geometry());
        }
        return outcome;
    }

    private Outcome read(String folder, Entries files, int index) {
        Outcome outcome = reader.read(folder, files, index);
        detail = reader.detail();
        return outcome;
    }

    InstanceGeometry geometry() {
        return reader.geometry();
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
