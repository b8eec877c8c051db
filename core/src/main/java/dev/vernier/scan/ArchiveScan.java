package dev.vernier.scan;

import dev.vernier.archive.ArchiveKind;
import dev.vernier.io.Descriptors;
import dev.vernier.io.FileAccess;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * Scans an archive: folders are listed and files read by the tasks of one ForkJoin pool, each worker gathers a tally of
 * its own, and the tallies are merged at the end. The result does not depend on threads or order. What is done with a
 * file is up to a {@link FileWork}: by default its geometry is added to the tally of its series. One scan an object.
 */
public final class ArchiveScan {

    private static final int KEEP_ALIVE_SECONDS = 60;
    /** After that the system is believed to give no more threads. */
    private static final int START_SECONDS = 1;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final ScanOptions options;
    private final ScanListener listener;
    private final ScanCache cache;
    private final FileWork.Factory work;
    private final FileAccess access;
    private final ReadLimit limit;
    private final Crawl crawl = new Crawl();
    private final Queue<Worker> workers = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Worker> worker = ThreadLocal.withInitial(this::newWorker);
    private final Set<Object> visitedFolders = ConcurrentHashMap.newKeySet();
    private final Queue<LinkedFolder> linkedFolders = new ConcurrentLinkedQueue<>();
    private final LinkedFiles linkedFiles;
    private final Map<Path, ArchiveKind> archives = new HashMap<>();
    private final ArchiveTally leftOut = new ArchiveTally();
    private volatile boolean stopped;

    /** A scan that reads everything. */
    public ArchiveScan(ScanOptions options, ScanListener listener) {
        this(options, listener, ScanCache.NONE);
    }

    /** A scan that reads what the cache does not know. */
    public ArchiveScan(ScanOptions options, ScanListener listener, ScanCache cache) {
        this(options, listener, cache, FileScan.factory(options, cache));
    }

    /** A scan that does something else with the files; each thread has one of its own. */
    public ArchiveScan(ScanOptions options, ScanListener listener, FileWork.Factory work) {
        this(options, listener, ScanCache.NONE, work);
    }

    private ArchiveScan(ScanOptions options, ScanListener listener, ScanCache cache, FileWork.Factory work) {
        this.work = work;
        this.options = options;
        this.listener = listener;
        this.cache = cache;
        this.access = options.read().newAccess();
        this.linkedFiles = new LinkedFiles(access);
        this.limit = new ReadLimit(Descriptors.enoughFor(isChosenByEngine() ? PROCESSORS : options.threads()));
    }

    private boolean isChosenByEngine() {
        return options.threads() == 0;
    }

    private Worker newWorker() {
        Worker created = new Worker(options, access, cache, work);
        workers.add(created);
        return created;
    }

    /** The calling thread's own worker. */
    Worker worker() {
        return worker.get();
    }

    FileAccess access() {
        return access;
    }

    ReadLimit limit() {
        return limit;
    }

    Crawl crawl() {
        return crawl;
    }

    ScanOptions options() {
        return options;
    }

    /** Whether whole folders are taken from the cache, and kept there. */
    boolean keepsFolders() {
        return cache.keepsFolders();
    }

    /** The kind of archive that a root is, null if it is a folder or another file. */
    ArchiveKind archiveKind(Path root) {
        return archives.get(root);
    }

    /** Whether a folder, known by its identity, is visited for the first time; only links can lead to it again. */
    boolean visit(Object identity) {
        return visitedFolders.add(identity);
    }

    /** Whether nobody waits for the result any more. */
    boolean isStopped() {
        return stopped;
    }

    /** Links to files, for later. */
    LinkedFiles linkedFiles() {
        return linkedFiles;
    }

    /** Keeps a link to a folder for later. */
    void add(LinkedFolder link) {
        linkedFolders.add(link);
    }

    /**
     * Runs the scan in a pool of its own and waits for it.
     *
     * @throws InterruptedIOException if the thread is interrupted; reading has then stopped, or stops with the files
     *     that are open
     * @throws IOException naming a root that does not exist, cannot be listed, or is neither folder nor file
     */
    public ArchiveTally run() throws IOException {
        lookAtRoots();
        cache.headers().expect(crawl::expectedFiles);
        ForkJoinPool pool = newPool();
        try (ProgressTicker ticker = new ProgressTicker(listener, workers, crawl);
                ConcurrencyControl control = new ConcurrencyControl(limit, PROCESSORS)) {
            ticker.start();
            if (isChosenByEngine()) {
                control.start();
            }
            startThreads(pool);
            await(new RootsTask(this), pool);
            scanLinkedFolders(pool);
            scanLinkedFiles(pool);
            ArchiveTally whole = merged(pool);
            ticker.finish(whole);
            return whole;
        } finally {
            pool.shutdownNow();
        }
    }

    private void lookAtRoots() throws IOException {
        try (ArchiveRoot archive = new ArchiveRoot(access)) {
            for (Path root : options.roots()) {
                requireUsable(root);
                ArchiveKind kind = Files.isRegularFile(root) ? archive.of(root) : null;
                if (kind != null) {
                    archives.put(root, kind);
                }
            }
        }
    }

    /** A pool that adds a thread for each one that is blocked, as far as the limit of reads can rise. */
    private ForkJoinPool newPool() {
        int threads = limit.limit();
        int most = threads + (isChosenByEngine() ? ConcurrencyControl.MAX_READS : 0);
        return new ForkJoinPool(
                threads,
                ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                null,
                false,
                threads,
                most,
                threads,
                pool -> true,
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS);
    }

    /**
     * Has all threads started before they compete for the processors, where they are more: starting one takes several
     * turns then, and everything else that starts a thread, such as the shutdown on a signal, would wait in line for
     * seconds.
     */
    private void startThreads(ForkJoinPool pool) {
        int threads = limit.limit();
        CountDownLatch started = new CountDownLatch(threads);
        for (int i = 0; threads > PROCESSORS && i < threads; i++) {
            pool.submit(() -> {
                started.countDown();
                started.await(START_SECONDS, TimeUnit.SECONDS);
                return null;
            });
        }
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
     * Folders behind links come after all others, one link after the other in the order of their names: where several
     * names lead to a folder, every scan knows it by the same one.
     */
    private void scanLinkedFolders(ForkJoinPool pool) throws InterruptedIOException {
        while (!linkedFolders.isEmpty()) {
            List<LinkedFolder> found = new ArrayList<>(linkedFolders);
            linkedFolders.clear();
            crawl.addFolders(found.size());
            Collections.sort(found);
            for (LinkedFolder link : found) {
                await(FolderTask.behind(link, this), pool);
            }
        }
    }

    private void scanLinkedFiles(ForkJoinPool pool) throws InterruptedIOException {
        if (!options.followLinks()) {
            return;
        }
        List<Path> roots = options.roots().stream().map(RootsTask::target).toList();
        List<LinkedFile> standing = linkedFiles.take(visitedFolders::contains, roots, this::tellOfOtherName);
        crawl.addFiles(standing.size());
        if (!standing.isEmpty()) {
            await(new LinkedFilesTask(this, standing), pool);
        }
    }

    private void tellOfOtherName(LinkedFile link) {
        leftOut.addProblem(new Problem(Problem.LINK_LOOP, link.path(), "this file is scanned under another name"));
    }

    private void await(ScanTask task, ForkJoinPool pool) throws InterruptedIOException {
        try {
            pool.submit(task).get();
        } catch (InterruptedException e) {
            stopped = true;
            InterruptedIOException interrupted = new InterruptedIOException("the scan was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            stopped = true;
            task.join(); // throws what the task threw
        }
    }

    private ArchiveTally merged(ForkJoinPool pool) {
        List<ArchiveTally> tallies = new ArrayList<>();
        for (Worker each : workers) {
            each.tally().addReading(each.reads(), each.bytesRead());
            each.close();
            tallies.add(each.tally());
        }
        tallies.add(leftOut);
        ArchiveTally whole = pool.invoke(new MergeTask(tallies));
        whole.complete();
        whole.publish();
        return whole;
    }
}
