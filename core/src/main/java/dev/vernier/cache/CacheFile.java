package dev.vernier.cache;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file of a cache while nobody has it open: made, recovered, enlarged. A new file is made beside it and takes its place when it is whole,
 * so that being killed on the way costs nothing.
 */
final class CacheFile {

    /** Some 30 MB. */
    private static final long LEAST_CAPACITY = 1 << 16;

    private static final int GROWTH = 4;
    private static final byte[] MARKER_KEY = new byte[HeaderCache.KEY_BYTES];

    private final Path path;
    private final Path successor;

    private CacheFile(Path path) {
        this.path = path;
        this.successor = path.resolveSibling(path.getFileName() + ".new");
    }

    /** A cache by the one name that it has for everybody, whatever links lead to it: its lock goes by that name. */
    static CacheFile of(Path path) throws IOException {
        if (Files.exists(path)) {
            return new CacheFile(path.toRealPath());
        }
        Path absolute = path.toAbsolutePath();
        return new CacheFile(absolute.getParent().toRealPath().resolve(absolute.getFileName()));
    }

    /** Whether a file holds something, and so perhaps a cache. */
    static boolean holdsSomething(Path path) {
        try {
            return Files.size(path) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Refuses a file that cannot be a cache, before anything is written beside it. */
    void requireOwn() throws IOException {
        if (holdsSomething(path)
                && !Files.exists(CacheLock.beside(path))
                && FrameCount.of(path).all() == 0) {
            throw foreign(path);
        }
    }

    Path path() {
        return path;
    }

    static long largerCapacity(long records, long expected) {
        return Math.max(LEAST_CAPACITY, Math.max(GROWTH * records, expected + expected / 4));
    }

    static long leastCapacity(long records) {
        return Math.max(1 << 10, records + records / 8);
    }

    /**
     * Makes the cache fit for being opened by the only user there is.
     *
     * @param state what is known of it, null if nothing
     * @return its state
     * @throws CacheException if the file is not to be touched
     */
    CacheState prepare(CacheState state, long expected) throws IOException {
        if (state != null && state.version() > Frame.VERSION) {
            throw otherVersion(path, state.version());
        }
        if (!holdsSomething(path)) {
            return make(expected);
        }
        if (state == null || !state.isSound(path)) {
            return recover(expected);
        }
        return state;
    }

    private CacheState make(long expected) throws IOException {
        long capacity = largerCapacity(0, expected);
        try (RecordMap map = newMap(capacity)) {
            putMarker(map);
        }
        replace();
        return CacheState.ofNew(capacity);
    }

    /** Without a record, too, a cache can be told from any other file. */
    private static void putMarker(RecordMap map) {
        map.put(MARKER_KEY, new Frame(Frame.VERSION, MARKER_KEY, 0, 0, new byte[0]).toBytes());
    }

    private CacheState recover(long expected) throws IOException {
        FrameCount found = FrameCount.of(path);
        if (found.newest() > Frame.VERSION) {
            throw otherVersion(path, found.newest());
        }
        if (found.all() == 0) {
            throw foreign(path);
        }
        long capacity = largerCapacity(found.usable() / 2, expected);
        try (RecordMap map = newMap(capacity)) {
            putMarker(map);
            Frames.visit(path, frame -> {
                if (frame.version() == Frame.VERSION) {
                    map.put(frame.key(), frame.toBytes());
                }
            });
        }
        replace();
        return CacheState.ofNew(capacity);
    }

    private RecordMap newMap(long capacity) throws IOException {
        Files.deleteIfExists(successor); // left by a process that was killed
        return RecordMap.open(successor, capacity);
    }

    /** Copies all records of an open map into a file of another capacity, which does not take its place yet. */
    void copy(RecordMap from, long capacity) throws IOException {
        try (RecordMap map = newMap(capacity)) {
            from.forEach(map::put);
        }
    }

    /** Puts the file that was just made in the place of the one before. */
    void replace() throws IOException {
        Files.move(successor, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static CacheException foreign(Path path) {
        return new CacheException(
                path + " is no header cache, or is damaged beyond use: name another file, or delete it");
    }

    static CacheException otherVersion(Path path, int version) {
        return new CacheException(path
                + (version > Frame.VERSION
                        ? " was written by a newer version of this program: name another file"
                        : " is in use by another version of this program"));
    }

    /** Why a cache cannot be used, in one line. */
    static CacheException unusable(Path path, Throwable cause) {
        if (cause instanceof CacheException known) {
            return known;
        }
        return new CacheException(path + " cannot be used: " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (cause instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause instanceof IOException && !message.isEmpty()
                ? message
                : cause.getClass().getSimpleName() + " " + message;
    }
}
