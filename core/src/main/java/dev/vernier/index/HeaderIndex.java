package dev.vernier.index;

import dev.vernier.io.ArchiveEntries;
import dev.vernier.io.FileAccess;
import dev.vernier.io.HeaderSource;
import dev.vernier.scan.ArchiveScan;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.FileWork;
import dev.vernier.scan.ScanListener;
import dev.vernier.scan.ScanOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads any tags of all files of an archive: a row a file, whatever became of it, sorted by path. Memory does not grow with the number of
 * files.
 *
 * <pre>{@code
 * List<IndexTag> tags = IndexTags.parse("PatientID,PixelSpacing", null);
 * ScanOptions options = ScanOptions.ofFiles(List.of(archive), 0, ReadStrategy.AUTO, false);
 * ArchiveTally counts = new HeaderIndex(options, tags, scratch, Set.of()).write(row -> System.out.println(row.path()), ScanListener.NONE);
 * }</pre>
 */
public final class HeaderIndex {

    private static final int MEMORY_SHARE = 8;
    private static final long MAX_MEMORY_BYTES = 64 << 20;

    private final ScanOptions options;
    private final List<IndexTag> tags;
    private final Path scratch;
    private final Set<Path> ownFiles;
    private final long memoryBytes;

    /**
     * An index of these tags.
     *
     * @param options which files, and how they are read
     * @param scratch where rows wait that do not fit into memory: a file that does not exist; it is gone at the end
     * @param ownFiles files that have no row although they lie below a root, such as the table that is being written and an older one in
     *     its place; the scratch file never has one
     */
    public HeaderIndex(ScanOptions options, List<IndexTag> tags, Path scratch, Set<Path> ownFiles) {
        this(
                options,
                tags,
                scratch,
                ownFiles,
                Math.min(MAX_MEMORY_BYTES, Runtime.getRuntime().maxMemory() / MEMORY_SHARE));
    }

    HeaderIndex(ScanOptions options, List<IndexTag> tags, Path scratch, Set<Path> ownFiles, long memoryBytes) {
        this.options = options;
        this.tags = List.copyOf(tags);
        this.scratch = scratch;
        this.ownFiles = Set.copyOf(ownFiles);
        this.memoryBytes = memoryBytes;
    }

    /**
     * Reads all files, then hands out their rows.
     *
     * @return how many files had which outcome, and what was wrong with folders
     * @throws InterruptedIOException if the thread is interrupted
     * @throws IOException naming a root that cannot be used; or if rows cannot be written, to the scratch file or by their taker
     */
    public ArchiveTally write(IndexRows rows, ScanListener listener) throws IOException {
        try (RowSorter sorter = new RowSorter(scratch, memoryBytes)) {
            ArchiveTally counts = new ArchiveScan(options, listener, work(sorter)).run();
            sorter.merge(new WatchedRows(rows, counts.files(), listener));
            return counts;
        } catch (UncheckedIOException e) {
            throw e.getCause(); // rows could not be kept: threads that read cannot say it otherwise
        }
    }

    private FileWork.Factory work(RowSorter sorter) {
        List<Path> left = new ArrayList<>(ownFiles);
        left.add(scratch);
        OwnFiles own = new OwnFiles(options.roots(), left);
        OwnFiles none = new OwnFiles(options.roots(), List.of()); // archives hold what was there before
        return new FileWork.Factory() {
            @Override
            public FileWork forFolders(FileAccess access) {
                return on(options.read().newSource(access), own);
            }

            @Override
            public FileWork forArchives() {
                return on(ArchiveEntries.newSource(), none);
            }

            private FileWork on(HeaderSource source, OwnFiles leftOut) {
                return new IndexWork(source, options.followLinks(), tags, sorter, leftOut);
            }
        };
    }
}
