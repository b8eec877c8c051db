package dev.vernier.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file beside a cache, {@code FILE.lock}: its state, and two locks that the system takes back from processes that end, however they
 * end. Whoever opens or closes a cache holds the gate for that time; whoever has it open is a user. A file of its own, since closing any
 * channel on a file gives up all of a process's locks on it. One thread at a time.
 */
final class CacheLock implements AutoCloseable {

    /** Behind the state, where no byte need be. */
    private static final long GATE = 1 << 20;

    private static final long USERS = GATE + 1;
    private static final int RETRY_MS = 20;

    /** A process has one set of locks on a file, and loses it with the first channel that it closes. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path name;
    private final FileChannel channel;
    private FileLock gate;
    private FileLock users;

    private CacheLock(Path name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    static Path beside(Path cache) {
        return cache.resolveSibling(cache.getFileName() + ".lock");
    }

    /** Opens the lock of a cache, and makes it if it is not there. */
    static CacheLock open(Path cache) throws IOException {
        Path name = beside(cache).toAbsolutePath().normalize();
        if (!OPEN_HERE.add(name)) {
            throw new CacheException(cache + " is open in this process already");
        }
        try {
            return new CacheLock(
                    name,
                    FileChannel.open(
                            name, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException e) {
            OPEN_HERE.remove(name);
            throw e;
        }
    }

    /** The state of a cache, without any lock; null if there is none. */
    static CacheState peek(Path cache) throws IOException {
        if (!Files.exists(beside(cache))) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(beside(cache), StandardOpenOption.READ)) {
            return read(channel);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Enters the gate, as soon as nobody else is in it; false if that takes too long. */
    boolean enterGate(Duration patience) throws IOException, InterruptedException {
        long endNanos = System.nanoTime() + patience.toNanos();
        while ((gate = tryLock(GATE, false)) == null) {
            if (System.nanoTime() >= endNanos) {
                return false;
            }
            Thread.sleep(RETRY_MS); // the system can wait for a lock for ever, but not for so long only
        }
        return true;
    }

    void leaveGate() throws IOException {
        if (gate != null) {
            gate.release();
            gate = null;
        }
    }

    /** Becomes the only user, if there is no other one; the gate must be held. */
    boolean becomeOnlyUser() throws IOException {
        boolean wasUser = users != null;
        release();
        users = tryLock(USERS, false);
        if (users == null && wasUser) {
            becomeUser();
        }
        return users != null && !users.isShared();
    }

    /** Becomes a user beside others; the gate must be held. */
    void becomeUser() throws IOException {
        release();
        users = tryLock(USERS, true);
        if (users == null) {
            throw new IOException("another process holds its lock");
        }
    }

    private void release() throws IOException {
        if (users != null) {
            users.release();
            users = null;
        }
    }

    /** Null also where a thread of this process holds it: the system keeps locks for processes. */
    private FileLock tryLock(long position, boolean shared) throws IOException {
        try {
            return channel.tryLock(position, 1, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Null if there is none, or a damaged one. */
    CacheState state() throws IOException {
        return read(channel);
    }

    private static CacheState read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CacheState.BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {
            // on to the rest
        }
        return CacheState.of(bytes.flip());
    }

    void setState(CacheState state) throws IOException {
        ByteBuffer bytes = state.toBytes();
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
    }

    /** Gives up all locks. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OPEN_HERE.remove(name);
        }
    }
}
