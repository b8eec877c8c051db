package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Fork;

class HeaderCacheBenchmarkTest extends BenchmarkBodies<HeaderCacheBenchmark> {

    @Override
    Stream<HeaderCacheBenchmark> benchmarks() {
        return IntStream.of(200, 10_000).mapToObj(recordBytes -> {
            HeaderCacheBenchmark benchmark = new HeaderCacheBenchmark();
            benchmark.records = 100;
            benchmark.recordBytes = recordBytes;
            return benchmark;
        });
    }

    @Override
    void check(HeaderCacheBenchmark benchmark, String body, Object answer) {
        switch (body) {
            case "baselineMapInMemory", "hit" -> assertArrayEquals(benchmark.record(), (byte[]) answer);
            case "miss" -> assertNull(answer);
            case "keep" ->
                assertArrayEquals(benchmark.record(), benchmark.cache().find((byte[]) answer));
            default -> unknown(body);
        }
    }

    /** JMH's forks do not read the manifest of the jar they run. */
    @Test
    void forksHaveTheFlagsOfTheBuild() {
        Fork fork = HeaderCacheBenchmark.class.getAnnotation(Fork.class);
        assertEquals(System.getProperty("chronicle.flags"), String.join(" ", fork.jvmArgsAppend()));
    }
}
