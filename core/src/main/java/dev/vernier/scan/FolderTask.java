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
    private static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};
    private static final LinkOption[] FOLLOW = {};

    private final transient ArchiveScan scan;
    private final transient Path folder;
    private final String name;
    private transient Path[] batch;
    private int batchSize;

    FolderTask(CountedCompleter<?> parent, ArchiveScan scan, Path folder, String name) {
        super(parent);
        this.scan = scan;
        this.folder = folder;
        this.name = name;
    }

    @Override
    public void compute() {
        ArchiveTally tally = scan.worker().tally;
        tally.addFolder();
        if (isVisitedBefore(tally)) {
            tryComplete();
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                sort(entry, tally);
            }
        } catch (IOException e) {
            tally.addProblem(new Problem(Problem.UNREADABLE_FOLDER, shown(), reason(e)));
        } catch (DirectoryIteratorException e) {
            tally.addProblem(new Problem(Problem.UNREADABLE_FOLDER, shown(), reason(e.getCause())));
        }
        startBatch();
        tryComplete();
    }

    private String shown() {
        return name.isEmpty() ? "." : name;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    private boolean isVisitedBefore(ArchiveTally tally) {
        if (!scan.options().followLinks()) {
            return false;
        }
        try {
            Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
            if (scan.visit(key)) {
                return false;
            }
            tally.addProblem(new Problem(Problem.LINK_LOOP, shown(), "this folder is scanned under another name"));
            return true;
        } catch (IOException e) {
            return false; // the listing will say what is wrong
        }
    }

    /** What kind of entry it is: asked of the file system, since opening a pipe or a device may block for ever. */
    private void sort(Path entry, ArchiveTally tally) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(
                    entry, BasicFileAttributes.class, scan.options().followLinks() ? FOLLOW : NO_FOLLOW);
            if (attributes.isDirectory()) {
                addToPendingCount(1);
                new FolderTask(this, scan, entry, FolderNames.child(name, entry)).fork();
            } else if (attributes.isRegularFile()) {
                addFile(entry);
            } else if (attributes.isSymbolicLink()) {
                tally.addProblem(new Problem(Problem.LINK_NOT_FOLLOWED, FolderNames.child(name, entry), ""));
            } else {
                refuse(entry, tally, "not a regular file");
            }
        } catch (IOException e) {
            refuse(entry, tally, reason(e));
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
