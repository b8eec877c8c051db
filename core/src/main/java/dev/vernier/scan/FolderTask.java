package dev.vernier.scan;

import dev.vernier.dicom.Outcome;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CountedCompleter;

/**
 * Lists one folder: a task for each folder in it, and for each batch of files, forked while the listing goes on. Where this thread's
 * queue is long it reads a batch itself, so that a huge folder never lies in memory as a whole.
 */
final class FolderTask extends CountedCompleter<Void> {

    @Serial
    private static final long serialVersionUID = 1;

    /** Files in a unit of work: some hundred microseconds of reading against a microsecond of scheduling. */
    private static final int BATCH_FILES = 64;

    private static final int MAX_QUEUED_TASKS = 64;

    private final transient ArchiveScan scan;
    private final transient Path folder;
    private final String name;
    /** Whether a link was followed on the way here: only then can the folder have been scanned before. */
    private final boolean behindLink;

    private transient Path[] batch;
    private int batchSize;

    /** A folder that is reached without a link. */
    FolderTask(CountedCompleter<?> parent, ArchiveScan scan, Path folder, String name) {
        this(parent, scan, folder, name, false);
    }

    private FolderTask(CountedCompleter<?> parent, ArchiveScan scan, Path folder, String name, boolean behindLink) {
        super(parent);
        this.scan = scan;
        this.folder = folder;
        this.name = name;
        this.behindLink = behindLink;
    }

    /** The folder that a link leads to. */
    static FolderTask behind(LinkedFolder link, ArchiveScan scan) {
        return new FolderTask(null, scan, link.link(), link.name(), true);
    }

    @Override
    public void compute() {
        ArchiveTally tally = scan.worker().tally;
        if (scan.options().followLinks() && isVisitedBefore() && behindLink) {
            tally.addProblem(new Problem(Problem.LINK_LOOP, shown(), "this folder is scanned under another name"));
            tryComplete();
            return;
        }
        tally.addFolder();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                sort(entry, tally);
            }
        } catch (IOException e) {
            tally.addProblem(new Problem(Problem.UNREADABLE_FOLDER, shown(), IoReason.of(e)));
        } catch (DirectoryIteratorException e) {
            tally.addProblem(new Problem(Problem.UNREADABLE_FOLDER, shown(), IoReason.of(e.getCause())));
        }
        startBatch();
        tally.publish();
        tryComplete();
    }

    private String shown() {
        return name.isEmpty() ? "." : name;
    }

    private boolean isVisitedBefore() {
        try {
            Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            return !scan.visit(key == null ? folder.toRealPath() : key);
        } catch (IOException e) {
            return false; // the listing will say what is wrong
        }
    }

    /** What kind of entry it is: asked of the file system, since opening a pipe or a device may block for ever. */
    private void sort(Path entry, ArchiveTally tally) {
        try {
            BasicFileAttributes own = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!own.isSymbolicLink()) {
                sort(entry, own, tally);
            } else if (scan.options().followLinks()) {
                sort(entry, Files.readAttributes(entry, BasicFileAttributes.class), tally);
            } else {
                tally.addProblem(new Problem(Problem.LINK_NOT_FOLLOWED, FolderNames.child(name, entry), ""));
            }
        } catch (IOException e) {
            refuse(entry, tally, IoReason.of(e));
        }
    }

    private void sort(Path entry, BasicFileAttributes attributes, ArchiveTally tally) {
        if (attributes.isRegularFile()) {
            addFile(entry);
        } else if (!attributes.isDirectory()) {
            refuse(entry, tally, "not a regular file");
        } else if (Files.isSymbolicLink(entry)) {
            scan.add(new LinkedFolder(entry, FolderNames.child(name, entry)));
        } else {
            addToPendingCount(1);
            new FolderTask(this, scan, entry, FolderNames.child(name, entry), behindLink).fork();
        }
    }

    private void refuse(Path entry, ArchiveTally tally, String reason) {
        ArchiveScan.Worker worker = scan.worker();
        worker.file.geometry().begin();
        tally.add(Outcome.UNREADABLE, worker.file.geometry(), name, entry, reason);
    }

    private void addFile(Path file) {
        if (batch == null) {
            batch = new Path[BATCH_FILES];
        }
        batch[batchSize++] = file;
        if (batchSize == BATCH_FILES) {
            startBatch();
        }
    }

    private void startBatch() {
        if (batchSize == 0) {
            return;
        }
        addToPendingCount(1);
        FilesTask task = new FilesTask(this, scan, name, batch, batchSize);
        batch = null;
        batchSize = 0;
        if (getQueuedTaskCount() > MAX_QUEUED_TASKS) {
            task.compute();
        } else {
            task.fork();
        }
    }
}
