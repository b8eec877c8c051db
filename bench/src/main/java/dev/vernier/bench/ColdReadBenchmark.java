package dev.vernier.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The same, the page cache having been emptied: an iteration is one file of each thread, read once. The warm-up reads it many times over,
 * so that what is measured is compiled code waiting for the disk.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, batchSize = 200)
@Measurement(iterations = 20, batchSize = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ColdReadBenchmark extends ReadStrategyBenchmark {

    /** Before each iteration {@link PageCache} empties it. */
    @Setup(Level.Iteration)
    public void waitForCold(PageCache cache) {
        // The cache is a state of its own because the threads share it.
    }
}
