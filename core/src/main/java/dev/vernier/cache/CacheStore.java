package dev.vernier.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A cache file that is open: locked as one of its users, and sound when it was opened. Opening, growing and closing take one thread at a
 * time, during which nothing may be asked of the map.
 */
final class CacheStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CacheFile file;
    private final CacheLock lock;
    private RecordMap map;
    private long capacity;
    private boolean trusted = true;

    private CacheStore(CacheFile file, CacheLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /**
     * Opens a cache; makes, recovers or enlarges it where that is due and nobody else uses it.
     *
     * @param expected records that there will be, as far as is known
     * @throws CacheException if it cannot be used
     */
    static CacheStore open(Path path, long expected) throws CacheException {
        Requirements.check();
        CacheLock lock = null;
        try {
            CacheFile file = CacheFile.of(path);
            file.requireOwn();
            RecordMap.prepare(); // others need not wait at the gate for what takes longest
            lock = CacheLock.open(file.path());
            CacheStore store = new CacheStore(file, lock);
            store.enter(expected);
            return store;
        } catch (IOException
                | InterruptedException
                | RuntimeException
                | LinkageError
                | InternalError
                | AssertionError e) {
            closeQuietly(lock);
            throw CacheFile.unusable(path, e);
        }
    }

    private static void closeQuietly(CacheLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            // What failed before is told.
        }
    }

    private void enter(long expected) throws IOException, InterruptedException {
        if (!lock.enterGate(PATIENCE)) {
            throw new CacheException(file.path() + " is being opened or closed by another process, for longer than "
                    + PATIENCE.toSeconds() + " s");
        }
        CacheState state = lock.becomeOnlyUser() ? file.prepare(lock.state(), expected) : lock.state();
        lock.becomeUser();
        if (state == null || state.version() != Frame.VERSION) {
            throw CacheFile.otherVersion(file.path(), state == null ? 0 : state.version());
        }
        lock.setState(state.openedOnce());
        capacity = state.capacity();
        map = RecordMap.open(file.path(), capacity);
        lock.leaveGate();
    }

    RecordMap map() {
        return map;
    }

    boolean isNearItsLimit() {
        return map.isNearItsLimit(capacity);
    }

    /** Tells that the map failed: it will be recovered before anybody opens it again. */
    void distrust() {
        trusted = false;
    }

    /** A capacity that lasts for a while. */
    long nextCapacity(long expected) {
        return CacheFile.largerCapacity(map.size(), expected);
    }

    /** A capacity that fits what is there. */
    long leastCapacity() {
        return CacheFile.leastCapacity(map.size());
    }

    /**
     * Rebuilds the cache into a file of another capacity, unless another process uses it.
     *
     * @return whether it was
     * @throws CacheException if that fails; nothing may be asked of the map then
     */
    boolean rebuild(long newCapacity) throws CacheException {
        try {
            boolean alone = lock.enterGate(Duration.ZERO) && lock.becomeOnlyUser();
            if (alone) {
                file.copy(map, newCapacity);
                map.close();
                file.replace();
                map = RecordMap.open(file.path(), newCapacity);
                capacity = newCapacity;
                lock.setState(lock.state().withCapacity(newCapacity));
                lock.becomeUser();
            }
            lock.leaveGate();
            return alone;
        } catch (IOException | InterruptedException | RuntimeException e) {
            trusted = false;
            throw CacheFile.unusable(file.path(), e);
        }
    }

    /** Closes the cache; the last of its users seals it, if all closed it in order. */
    @Override
    public void close() throws CacheException {
        try (lock) {
            boolean orderly = lock.enterGate(PATIENCE) && trusted;
            long records = orderly ? map.size() - 1 : 0; // without the marker
            map.close();
            CacheState state = lock.state();
            if (!orderly || state == null) {
                return; // recovered when it is opened next
            }
            state = state.closedOnce(records);
            boolean last = lock.becomeOnlyUser();
            lock.setState(last && state.isClosed() ? state.sealed(file.path()) : state);
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw CacheFile.unusable(file.path(), e);
        }
    }
}
