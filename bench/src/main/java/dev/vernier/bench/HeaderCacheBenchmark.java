package dev.vernier.bench;

import dev.vernier.cache.ChronicleHeaderCache;
import dev.vernier.cache.HeaderCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One record looked for in an open header cache, or kept there. Keys come in an order that no memory cache foresees, as hashes of names do.
 * The baseline is a map in memory, which neither outlives its process nor checks what it holds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-exports=jdk.unsupported/sun.misc=ALL-UNNAMED",
            "--add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=jdk.compiler/com.sun.tools.javac=ALL-UNNAMED"
        })
public class HeaderCacheBenchmark {

    private static final long SEED = 20250101;

    /** Records there are. */
    @Param("100000")
    public int records;

    /** Length of each: a file's is some 200 bytes; a folder's of 250 files some 10,000. */
    @Param({"200", "10000"})
    public int recordBytes;

    private TempFolder folder;
    private ChronicleHeaderCache cache;
    private Map<ByteBuffer, byte[]> inMemory;
    private byte[][] kept;
    private byte[][] neverKept;
    private byte[] record;
    private int next;

    @Setup
    public void fill() throws IOException {
        Random random = new Random(SEED);
        kept = randomKeys(random);
        neverKept = randomKeys(random);
        record = new byte[recordBytes];
        random.nextBytes(record);
        inMemory = new ConcurrentHashMap<>();
        for (byte[] key : kept) {
            inMemory.put(ByteBuffer.wrap(key), record);
        }
        folder = new TempFolder();
        Path file = folder.path().resolve("headers.vmap");
        cache = open(file);
        for (byte[] key : kept) {
            cache.keep(key, record);
        }
        cache.close();
        cache = open(file);
        cache.find(kept[0]); // waits until it is open
    }

    private ChronicleHeaderCache open(Path file) {
        ChronicleHeaderCache opened = ChronicleHeaderCache.open(file, problem -> {
            throw new IllegalStateException(problem);
        });
        opened.expect(() -> records);
        return opened;
    }

    private byte[][] randomKeys(Random random) {
        byte[][] keys = new byte[records][HeaderCache.KEY_BYTES];
        for (byte[] key : keys) {
            random.nextBytes(key);
        }
        return keys;
    }

    @TearDown
    public void delete() throws IOException {
        cache.close();
        folder.close();
    }

    private byte[] next(byte[][] keys) {
        next = next + 1 < keys.length ? next + 1 : 0;
        return keys[next];
    }

    @Benchmark
    public byte[] baselineMapInMemory() {
        return inMemory.get(ByteBuffer.wrap(next(kept)));
    }

    @Benchmark
    public byte[] hit() {
        return cache.find(next(kept));
    }

    @Benchmark
    public byte[] miss() {
        return cache.find(next(neverKept));
    }

    /** Over a record of the same length; returns its key. */
    @Benchmark
    public byte[] keep() {
        byte[] key = next(kept);
        cache.keep(key, record);
        return key;
    }

    byte[] record() {
        return record;
    }

    HeaderCache cache() {
        return cache;
    }
}
