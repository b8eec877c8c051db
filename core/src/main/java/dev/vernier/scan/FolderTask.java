package dev.vernier.scan;

import dev.vernier.io.Entries;
import dev.vernier.io.EntryKind;
import dev.vernier.io.FileStamp;
import dev.vernier.io.Folder;
import dev.vernier.io.FolderLister;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists one folder: a task for each batch of files and each batch of folders in it, forked while the listing goes on.
 * Where this thread's queue is long it works off a batch itself, so that a huge folder never lies in memory as a whole.
 */
final class FolderTask extends ScanTask {

    @Serial
    private static final long serialVersionUID = 1;

    /** What may wait in one thread's queue; file batches hold a folder open each. */
    private static final int MAX_QUEUED_TASKS = 64;

    private static final int MAX_QUEUED_FOLDER_TASKS = 4_096;

    /** Folders one inside the other that a thread lists at once, where the queue is long. */
    private static final int MAX_NESTED_LISTINGS = 8;

    private final transient Folder folder;
    private final String name;
    /** Whether the folder may be named by a link. */
    private final boolean followLink;
    /** Whether a link was followed on the way here: only then can the folder have been scanned before. */
    private final boolean behindLink;

    /** What is found here goes there: to the worker's tally, or first to one of this folder. */
    private transient ArchiveTally tally;
    /** Null where the folder is not kept as a whole. */
    private transient FolderGathering gathering;

    private transient Entries files;
    private transient Entries folders;

    FolderTask(ScanTask parent, ArchiveScan scan, Folder folder, String name, boolean followLink, boolean behindLink) {
        super(parent, scan);
        this.folder = folder;
        this.name = name;
        this.followLink = followLink;
        this.behindLink = behindLink;
    }

    /** A root. */
    static FolderTask root(ScanTask parent, ArchiveScan scan, Folder folder, String name) {
        return new FolderTask(parent, scan, folder, name, true, false);
    }

    /** The folder that a link leads to. */
    static FolderTask behind(LinkedFolder link, ArchiveScan scan) {
        return new FolderTask(null, scan, link.link(), link.name(), true, true);
    }

    @Override
    void work(Worker worker) {
        tally = worker.tally();
        FolderLister lister = worker.beginListing();
        try {
            list(lister, worker);
        } catch (IOException e) {
            addProblem(Problem.UNREADABLE_FOLDER, IoReason.of(e));
            if (gathering != null) {
                gathering.spoil();
            }
        } finally {
            worker.endListing();
        }
        startRest();
        if (gathering != null) {
            gathering.endPart(tally, scan.isStopped(), worker);
        }
        scan.crawl().addListed();
        worker.tally().publish();
    }

    private void list(FolderLister lister, Worker worker) throws IOException {
        lister.open(folder, followLink);
        if (scan.options().followLinks() && !scan.visit(lister.identity()) && behindLink) {
            addProblem(Problem.LINK_LOOP, "this folder is scanned under another name");
            return;
        }
        if (scan.keepsFolders() && isKnown(lister, worker)) {
            return;
        }
        tally.addFolder();
        while (!scan.isStopped() && lister.next()) {
            sort(lister, worker);
        }
    }

    /** Takes the folder from the cache, if it is there and unchanged; its folders may have changed nevertheless. */
    private boolean isKnown(FolderLister lister, Worker worker) throws IOException {
        FileStamp stamp = new FileStamp();
        lister.stamp(stamp);
        FolderRecord known = worker.folders().find(name, stamp);
        if (known != null) {
            List<Entries> found = new ArrayList<>();
            if (known.isOf(listing(lister, known, found))) {
                take(known, found, worker);
                return true;
            }
            lister.close();
            lister.open(folder, followLink);
            lister.stamp(stamp);
        }
        gathering = new FolderGathering(name, stamp);
        tally = new ArchiveTally();
        return false;
    }

    private FolderListing listing(FolderLister lister, FolderRecord known, List<Entries> found) throws IOException {
        FolderListing listing = new FolderListing();
        Entries batch = null;
        while (!scan.isStopped() && lister.next()) {
            if (known.folders().contains(listing.add(lister.name()))) {
                if (batch == null || batch.isFull()) {
                    batch = lister.newFolders();
                    found.add(batch);
                }
                lister.addTo(batch);
            }
        }
        return listing;
    }

    private void take(FolderRecord known, List<Entries> found, Worker worker) {
        scan.crawl().addFiles(known.tally().files());
        worker.tally().takeFolder(known.tally());
        for (Entries batch : found) {
            folders = batch;
            startFolders(worker);
        }
    }

    private void addProblem(String code, String detail) {
        tally.addProblem(new Problem(code, name.isEmpty() ? "." : name, detail));
    }

    private void sort(FolderLister entry, Worker worker) {
        long hash = gathering == null ? 0 : gathering.listing().add(entry.name());
        EntryKind kind;
        boolean link = false;
        try {
            kind = entry.kind(false);
            if (kind == EntryKind.LINK && scan.options().followLinks()) {
                link = true;
                kind = entry.kind(true);
            }
        } catch (IOException e) {
            refuse(entry, IoReason.of(e), worker);
            return;
        }
        if (gathering != null && link) {
            gathering.spoil(); // what the link leads to changes without the folder
        }
        switch (kind) {
            case FILE -> addFile(entry, link, worker);
            case FOLDER -> addFolder(entry, link, hash, worker);
            case LINK ->
                tally.addProblem(new Problem(Problem.LINK_NOT_FOLLOWED, FolderNames.child(name, entry.name()), ""));
            case OTHER -> refuse(entry, "not a regular file", worker);
        }
    }

    private void refuse(FolderLister entry, String reason, Worker worker) {
        scan.crawl().addFiles(1);
        worker.work().refuse(FolderNames.child(name, entry.name()), reason, tally);
    }

    private void addFile(FolderLister entry, boolean link, Worker worker) {
        if (link) {
            addLinkedFile(entry, worker);
            return;
        }
        if (files == null) {
            files = entry.newFiles();
        }
        entry.addTo(files);
        if (files.isFull()) {
            startFiles();
        }
    }

    private void addLinkedFile(FolderLister entry, Worker worker) {
        try {
            scan.linkedFiles().add(entry.folder().toPath(), name, entry.name());
        } catch (IOException e) {
            refuse(entry, IoReason.of(e), worker);
        }
    }

    private void addFolder(FolderLister entry, boolean link, long hash, Worker worker) {
        if (link) {
            scan.add(new LinkedFolder(entry.folder(), FolderNames.child(name, entry.name())));
            return;
        }
        if (gathering != null) {
            gathering.listing().addFolder(hash);
        }
        if (folders == null) {
            folders = entry.newFolders();
        }
        entry.addTo(folders);
        if (folders.isFull()) {
            startFolders(worker);
        }
    }

    private void startFiles() {
        startUnlessMoreWait(MAX_QUEUED_TASKS, takeFiles());
    }

    private void startFolders(Worker worker) {
        FoldersTask task = takeFolders();
        if (getQueuedTaskCount() > MAX_QUEUED_FOLDER_TASKS && worker.listing() < MAX_NESTED_LISTINGS) {
            startHere(task);
        } else {
            start(task);
        }
    }

    /**
     * Folders wait for any thread; files are read at once, so that not every small folder stays open while it waits.
     */
    private void startRest() {
        if (folders != null) {
            start(takeFolders());
        }
        if (files != null) {
            startHere(takeFiles());
        }
    }

    private FilesTask takeFiles() {
        FilesTask task = new FilesTask(this, scan, name, files, gathering);
        scan.crawl().addFiles(files.size());
        files = null;
        return task;
    }

    private FoldersTask takeFolders() {
        FoldersTask task = new FoldersTask(this, scan, name, folders, behindLink);
        scan.crawl().addFolders(folders.size());
        folders = null;
        return task;
    }
}
