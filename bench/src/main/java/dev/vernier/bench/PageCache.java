package dev.vernier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Empties the page cache before each iteration: that of the whole machine, so only where it is told to. */
@State(Scope.Benchmark)
public class PageCache {

    private static final byte[] PAGES_AND_INODES = {'3', '\n'};

    private final Path dropCaches;

    @Param("false")
    public boolean cold;

    public PageCache() {
        this(Path.of("/proc/sys/vm/drop_caches"));
    }

    /** For tests: writes to another file than the kernel's. */
    PageCache(Path dropCaches) {
        this.dropCaches = dropCaches;
    }

    /** Before the trial writes anything, so that it fails at once. */
    @Setup(Level.Trial)
    public void requirePermission() {
        if (!cold) {
            throw new IllegalStateException(
                    "Cold reads need the page cache of the whole machine emptied: allow it with -p cold=true");
        }
        if (!Files.isWritable(dropCaches)) {
            throw new IllegalStateException(dropCaches + " cannot be written: cold reads are for root on Linux");
        }
    }

    /** All threads wait for it. */
    @Setup(Level.Iteration)
    public void drop() throws IOException {
        Files.write(dropCaches, PAGES_AND_INODES);
    }
}
