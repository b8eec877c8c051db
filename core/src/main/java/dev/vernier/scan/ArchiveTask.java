package dev.vernier.scan;

import dev.vernier.archive.ArchiveKind;
import dev.vernier.archive.ArchiveListing;
import dev.vernier.archive.EntryPath;
import dev.vernier.archive.EntrySink;
import dev.vernier.io.ArchiveEntries;
import dev.vernier.io.Entries;
import dev.vernier.io.EntryBytes;
import dev.vernier.io.FileStamp;
import dev.vernier.io.OpenArchive;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/**
 * Lists one archive, a root: a task for each batch of files in one of its folders, as {@link FolderTask} does. What only comes once, in a
 * compressed tar archive, is read while it is listed.
 */
final class ArchiveTask extends ScanTask {

    @Serial
    private static final long serialVersionUID = 1;

    /** What may wait in one thread's queue. */
    private static final int MAX_QUEUED_TASKS = 1_024;

    /** No file system has it in a name: keys of archives are those of no folder. */
    private static final String KEY_PREFIX = "\0";

    private final transient Path file;
    private final ArchiveKind kind;
    /** What paths in the archive begin with, empty for its own. */
    private final String prefix;

    /** A root that is an archive of this kind. */
    ArchiveTask(ScanTask parent, ArchiveScan scan, Path file, ArchiveKind kind, String prefix) {
        super(parent, scan);
        this.file = file;
        this.kind = kind;
        this.prefix = prefix;
    }

    @Override
    void work(Worker worker) {
        Listing listing = new Listing(worker);
        try {
            listing.run();
        } catch (IOException e) {
            listing.fail(e);
        }
        listing.end();
        scan.crawl().addListed();
        worker.tally().publish();
    }

    /** The listing under way. */
    private final class Listing implements EntrySink {

        private final Worker worker;
        /** Null where the archive is not kept as a whole. */
        private FolderGathering gathering;

        private ArchiveTally tally;
        private OpenArchive archive;
        private ArchiveEntries batch;
        private String batchFolder;

        private Listing(Worker worker) {
            this.worker = worker;
            this.tally = worker.tally();
        }

        private void run() throws IOException {
            if (worker.folders() != null && isKnown()) {
                return;
            }
            tally.addFolder();
            archive = scan.access().openArchive(file);
            try {
                ArchiveListing.list(kind, archive, this);
                startBatch();
            } catch (IOException e) {
                startBatch(); // what was listed until then holds
                throw e;
            } finally {
                dropBatch(); // there is one only where the work itself failed, and the scan ends
                archive.endListing();
            }
        }

        /** Takes the archive from the cache, if it is there and unchanged: its stamp tells of every change in it. */
        private boolean isKnown() throws IOException {
            Entries itself = scan.access().file(file);
            FileStamp stamp = new FileStamp();
            scan.access().newStamps().read(itself, 0, true, stamp);
            String key = KEY_PREFIX + (prefix.isEmpty() ? itself.name(0) : prefix);
            FolderGathering fresh = FolderGathering.ofArchive(key, stamp);
            FolderRecord known = worker.folders().find(key, stamp);
            if (known != null && known.isOf(fresh.listing())) {
                scan.crawl().addFiles(known.tally().files());
                tally.takeFolder(known.tally());
                return true;
            }
            gathering = fresh;
            tally = new ArchiveTally();
            return false;
        }

        private void fail(IOException e) {
            String path = prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
            tally.addProblem(new Problem(Problem.UNREADABLE_ARCHIVE, path, IoReason.of(e)));
            if (gathering != null) {
                gathering.spoil();
            }
        }

        private void end() {
            if (gathering != null) {
                gathering.endPart(tally, scan.isStopped(), worker);
            }
        }

        @Override
        public boolean isStopped() {
            return scan.isStopped();
        }

        @Override
        public void file(EntryPath path, EntryBytes bytes) {
            String folder = folder(path);
            boolean streamed = bytes instanceof EntryBytes.Streamed;
            if (batch == null || streamed || batch.isFull() || !folder.equals(batchFolder)) {
                startBatch();
                batch = archive.newFiles();
                batchFolder = folder.equals(batchFolder) ? batchFolder : folder; // the same String for all of a folder
            }
            batch.add(path.name(), bytes);
            if (streamed) {
                readBatch();
            }
        }

        private void readBatch() {
            scan.crawl().addFiles(1);
            worker.work(batch).lookAt(batchFolder, batch, 0, tally);
            dropBatch();
        }

        private void dropBatch() {
            if (batch != null) {
                batch.release();
                batch = null;
            }
        }

        private void startBatch() {
            if (batch == null) {
                return;
            }
            scan.crawl().addFiles(batch.size());
            FilesTask task = new FilesTask(ArchiveTask.this, scan, batchFolder, batch, gathering);
            batch = null;
            startUnlessMoreWait(MAX_QUEUED_TASKS, task);
        }

        @Override
        public void refused(EntryPath path, String reason) {
            scan.crawl().addFiles(1);
            worker.work().refuse(FolderNames.child(folder(path), path.name()), reason, tally);
            if (gathering != null) {
                gathering.addRefused();
            }
        }

        @Override
        public void link(EntryPath path, String detail) {
            tally.addProblem(
                    new Problem(Problem.LINK_NOT_FOLLOWED, FolderNames.child(folder(path), path.name()), detail));
        }

        private String folder(EntryPath path) {
            if (prefix.isEmpty()) {
                return path.folder();
            }
            return path.folder().isEmpty() ? prefix : prefix + "/" + path.folder();
        }
    }
}
