package dev.vernier.cache;

import dev.vernier.cache.CacheSummary.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Looks after cache files between scans. Stateless. */
public final class CacheCare {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private CacheCare() {}

    /**
     * Says what is known of a cache, without reading it.
     *
     * @throws IOException if it is not there, or cannot be looked at
     */
    public static CacheSummary stat(Path path) throws IOException {
        Path file = cache(path);
        CacheState state = CacheLock.peek(file);
        if (state == null) {
            return new CacheSummary(Files.size(file), 0, -1, 0, Condition.NOT_CLOSED);
        }
        Condition condition = state.isClosed() ? Condition.CLOSED : Condition.NOT_CLOSED;
        try (CacheLock lock = CacheLock.open(file)) {
            if (lock.enterGate(PATIENCE) && !lock.becomeOnlyUser()) {
                condition = Condition.IN_USE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long records = state.isClosed() ? state.records() : -1;
        return new CacheSummary(Files.size(file), state.version(), records, state.capacity(), condition);
    }

    private static Path cache(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file");
        }
        CacheFile file = CacheFile.of(path);
        file.requireOwn();
        return file.path();
    }

    /**
     * Reads a whole cache and says whether it is what it was when it was closed.
     *
     * @throws CacheException if it is in use, or no cache
     */
    public static CacheSummary verify(Path path) throws IOException {
        Path file = cache(path);
        try (CacheLock lock = CacheLock.open(file)) {
            if (!lock.enterGate(PATIENCE) || !lock.becomeOnlyUser()) {
                throw new CacheException(file + " is in use by another process: verify it when that is done");
            }
            FrameCount found = FrameCount.of(file);
            if (found.all() == 0) {
                throw CacheFile.foreign(file);
            }
            CacheState state = lock.state();
            if (state == null || !state.isClosed()) {
                return new CacheSummary(Files.size(file), found.newest(), found.records(), 0, Condition.NOT_CLOSED);
            }
            boolean sound = state.isSound(file);
            return new CacheSummary(
                    Files.size(file),
                    state.version(),
                    sound ? state.records() : found.records(),
                    state.capacity(),
                    sound ? Condition.SOUND : Condition.DAMAGED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CacheFile.unusable(file, e);
        }
    }

    /**
     * Rebuilds a cache into a file no larger than it must be; recovers it before, if need be.
     *
     * @throws CacheException if it is in use, or cannot be used
     */
    public static CacheSummary compact(Path path) throws IOException {
        Path file = cache(path);
        try (CacheStore store = CacheStore.open(file, 0)) {
            if (!store.rebuild(store.leastCapacity())) {
                throw new CacheException(file + " is in use by another process: compact it when that is done");
            }
        }
        return stat(file);
    }
}
