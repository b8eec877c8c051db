package dev.vernier.cache;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A cache in a Chronicle Map file, shared by all processes that have it open. It is opened by a thread of its own, since that takes some
 * seconds: meanwhile records are kept in memory, and whoever looks for one waits, unless the file is new. Whatever goes wrong is told once,
 * and costs the cache, never the scan.
 */
public final class ChronicleHeaderCache implements HeaderCache {

    /** Chronicle's settings, unless the user has set them: no reports to its makers, no greeting, and no minute's wait for the dead. */
    private static final List<List<String>> SETTINGS = List.of(
            List.of("chronicle.analytics.disable", "true"),
            List.of("chronicle.announcer.disable", "true"),
            List.of("net.openhft.chronicle.map.lockTimeoutSeconds", "5"));

    /** What may wait in memory for the file to be opened. */
    private static final long MAX_WAITING_BYTES = 16 << 20;

    /** Whether the file is to grow is asked after so many records. */
    private static final int LIMIT_INTERVAL = 1 << 10;

    private final Path file;
    private final Consumer<String> problems;
    private final boolean isNew;
    private final long startNanos = System.nanoTime();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(ChronicleHeaderCache::newThread);
    private final CountDownLatch opened = new CountDownLatch(1);
    /** Whoever uses the map reads; growing and closing write. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private final List<Waiting> waiting = new ArrayList<>();
    private long waitingBytes;

    private final AtomicLong found = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile LongSupplier expected = () -> 0;
    private volatile boolean growing;
    private volatile CacheStore store;
    private volatile boolean usable = true;
    private volatile long openNanos;

    private record Waiting(byte[] key, byte[] record) {}

    private ChronicleHeaderCache(Path file, Consumer<String> problems) {
        this.file = file;
        this.problems = problems;
        this.isNew = !CacheFile.holdsSomething(file);
        for (List<String> setting : SETTINGS) {
            System.getProperties().putIfAbsent(setting.get(0), setting.get(1));
        }
    }

    /**
     * Begins to open a cache, and does not wait for it.
     *
     * @param file the cache; made if it is not there, as is {@code FILE.lock} beside it
     * @param problems hears in one line why the cache cannot be used, or not any longer; called by any thread
     */
    public static ChronicleHeaderCache open(Path file, Consumer<String> problems) {
        ChronicleHeaderCache cache = new ChronicleHeaderCache(file, problems);
        cache.thread.execute(cache::open);
        return cache;
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "vernier-cache");
        thread.setDaemon(true);
        return thread;
    }

    private void open() {
        try {
            store = CacheStore.open(file, expected.getAsLong());
            openNanos = System.nanoTime() - startNanos;
        } catch (CacheException | RuntimeException e) {
            giveUp(CacheFile.unusable(file, e).getMessage());
        } finally {
            opened.countDown();
        }
        synchronized (waiting) {
            waiting.forEach(each -> put(each.key, each.record));
            waiting.clear();
            waitingBytes = 0;
            waiting.notifyAll();
        }
    }

    @Override
    public void expect(LongSupplier records) {
        expected = records;
    }

    @Override
    public byte[] find(byte[] key) {
        if (isNew && opened.getCount() > 0 || !awaitOpened()) {
            return null;
        }
        use.readLock().lock();
        try {
            byte[] record = usable ? Records.get(store.map(), key) : null;
            if (record != null) {
                found.incrementAndGet();
            }
            return record;
        } catch (RuntimeException | LinkageError | InternalError | AssertionError e) {
            fail(e);
            return null;
        } finally {
            use.readLock().unlock();
        }
    }

    @Override
    public void keep(byte[] key, byte[] record) {
        if (!usable || record.length > Records.MAX_BYTES) {
            return;
        }
        if (opened.getCount() > 0 && keepWaiting(new Waiting(key, record)) || !awaitOpened()) {
            return;
        }
        put(key, record);
    }

    /** Keeps a record in memory; false if the map is open meanwhile. */
    private boolean keepWaiting(Waiting record) {
        synchronized (waiting) {
            try {
                while (opened.getCount() > 0 && waitingBytes > MAX_WAITING_BYTES) {
                    waiting.wait(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the scan ends: one record less
                return true;
            }
            if (opened.getCount() == 0) {
                return false;
            }
            waiting.add(record);
            waitingBytes += record.key.length + record.record.length;
            return true;
        }
    }

    private void put(byte[] key, byte[] record) {
        use.readLock().lock();
        try {
            if (!usable) {
                return;
            }
            Records.put(store.map(), key, record);
            if (kept.incrementAndGet() % LIMIT_INTERVAL == 0 && !growing && store.isNearItsLimit()) {
                growing = true;
                thread.execute(this::grow);
            }
        } catch (RuntimeException | LinkageError | InternalError | AssertionError e) {
            fail(e);
        } finally {
            use.readLock().unlock();
        }
    }

    private void grow() {
        use.writeLock().lock();
        try {
            // Where another process uses the file it stays as it is, and is asked again later.
            if (usable) {
                store.rebuild(store.nextCapacity(expected.getAsLong()));
            }
            growing = false;
        } catch (CacheException e) {
            giveUp(e.getMessage());
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Whether there is a map to use. */
    private boolean awaitOpened() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the scan ends, nobody needs an answer
            return false;
        }
        return usable;
    }

    private void fail(Throwable failure) {
        store.distrust();
        giveUp(CacheFile.unusable(file, failure).getMessage());
    }

    private void giveUp(String reason) {
        usable = false;
        if (failures.getAndIncrement() == 0) {
            problems.accept(reason);
        }
    }

    /** Whether it is open, or may still become so. */
    public boolean isUsable() {
        return usable;
    }

    /** Records that were found so far. */
    public long found() {
        return found.get();
    }

    /** Records that were kept so far. */
    public long kept() {
        return kept.get();
    }

    /** How long opening took, 0 while it is under way. */
    public long openNanos() {
        return openNanos;
    }

    @Override
    public void close() {
        growing = true; // no more of that
        Future<?> closing = thread.submit(this::closeStore);
        thread.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                closing.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // what was read is worth the moment it takes
            } catch (ExecutionException e) {
                giveUp(CacheFile.unusable(file, e.getCause()).getMessage());
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeStore() {
        use.writeLock().lock();
        try {
            if (store != null) {
                store.close();
            }
        } catch (CacheException e) {
            giveUp(e.getMessage());
        } finally {
            usable = false;
            use.writeLock().unlock();
        }
    }
}
