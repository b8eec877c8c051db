package dev.vernier.scan;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;

/**
 * Scans an archive: folders are listed and files read by the tasks of one ForkJoin pool, each worker gathers a tally of its own,
 * and the tallies are merged at the end. The result does not depend on threads or order. One scan an object.
 */
public final class ArchiveScan {

    private final ScanOptions options;
    private final ScanListener listener;
    private final Queue<Worker> workers = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Worker> worker = ThreadLocal.withInitial(this::newWorker);
    private final Set<Object> visitedFolders = ConcurrentHashMap.newKeySet();
    private final Queue<LinkedFolder> linkedFolders = new ConcurrentLinkedQueue<>();

    /** What one thread reads with and counts into. */
    static final class Worker {
        final FileScan file;
        final ArchiveTally tally;

        private Worker(ScanOptions options) {
            file = new FileScan(options);
            tally = new ArchiveTally(options.onlySeries());
        }
    }

    public ArchiveScan(ScanOptions options, ScanListener listener) {
        this.options = options;
        this.listener = listener;
    }

    private Worker newWorker() {
        Worker created = new Worker(options);
        workers.add(created);
        return created;
    }

    /** The calling thread's own worker. */
    Worker worker() {
        return worker.get();
    }

    ScanOptions options() {
        return options;
    }

    /** Whether a folder, known by its identity, is visited for the first time; only links can lead to it again. */
    boolean visit(Object identity) {
        return visitedFolders.add(identity);
    }

    /** Keeps a link to a folder for later. */
    void add(LinkedFolder link) {
        linkedFolders.add(link);
    }

    /**
     * Runs the scan in a pool of its own and waits for it.
     *
     * @throws IOException naming a root that does not exist, cannot be listed, or is neither folder nor file
     */
    public ArchiveTally run() throws IOException {
        for (Path root : options.roots()) {
            requireUsable(root);
        }
        ForkJoinPool pool = new ForkJoinPool(threads());
        try (ProgressTicker ticker = new ProgressTicker(listener, workers)) {
            ticker.start();
            pool.invoke(new RootsTask(this));
            scanLinkedFolders(pool);
            ArchiveTally whole = merged();
            ticker.finish(whole);
            return whole;
        } finally {
            pool.shutdownNow();
        }
    }

    private int threads() {
        return options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors();
    }

    private static void requireUsable(Path root) throws IOException {
        if (!Files.exists(root)) {
            throw new NoSuchFileException(root.toString(), null, "there is no such folder");
        }
        if (Files.isDirectory(root)) {
            Files.newDirectoryStream(root).close();
        } else if (!Files.isRegularFile(root)) {
            throw new FileSystemException(root.toString(), null, "it is neither a folder nor a regular file");
        }
    }

    /**
     * Folders behind links come after all others, one link after the other in the order of their names: where several names lead to a
     * folder, every scan knows it by the same one.
     */
    private void scanLinkedFolders(ForkJoinPool pool) {
        while (!linkedFolders.isEmpty()) {
            List<LinkedFolder> found = new ArrayList<>(linkedFolders);
            linkedFolders.clear();
            found.stream().sorted().forEach(link -> pool.invoke(FolderTask.behind(link, this)));
        }
    }

    private ArchiveTally merged() {
        ArchiveTally whole = new ArchiveTally(options.onlySeries());
        for (Worker each : workers) {
            each.tally.addReading(each.file.reads(), each.file.bytesRead());
            whole.merge(each.tally);
            each.file.close();
        }
        whole.publish();
        return whole;
    }
}
