package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdReadBenchmarkTest extends BenchmarkBodies<ColdReadBenchmark> {

    /** Stands for the kernel's: a test must not empty the page cache. */
    @TempDir
    private Path temp;

    @Override
    Stream<ColdReadBenchmark> benchmarks() {
        ColdReadBenchmark benchmark = new ColdReadBenchmark();
        benchmark.layout = FileLayout.PRIVATE;
        benchmark.fileBytes = 64 << 10;
        return Stream.of(benchmark);
    }

    @Override
    Object newState(Class<?> type) throws ReflectiveOperationException {
        ReadStrategyBenchmarkTest.assumeNative(type);
        return type == PageCache.class ? pageCache(true) : super.newState(type);
    }

    private PageCache pageCache(boolean cold) {
        PageCache cache = new PageCache(temp.resolve("drop_caches"));
        cache.cold = cold;
        return cache;
    }

    @Override
    void check(ColdReadBenchmark benchmark, String body, Object answer) throws IOException {
        ReadStrategyBenchmarkTest.check(body, answer);
        assertEquals("3\n", Files.readString(temp.resolve("drop_caches")));
    }

    @Test
    void thePageCacheIsLeftAloneUnlessAllowed() throws IOException {
        Path dropCaches = Files.createFile(temp.resolve("drop_caches"));
        Exception refused = assertThrows(IllegalStateException.class, pageCache(false)::requirePermission);
        assertTrue(refused.getMessage().contains("-p cold=true"), refused.getMessage());
        assertEquals("", Files.readString(dropCaches));
    }

    @Test
    void whereThePageCacheCannotBeEmptiedNothingIsMeasured() {
        Exception refused = assertThrows(IllegalStateException.class, pageCache(true)::requirePermission);
        assertTrue(refused.getMessage().contains("cannot be written"), refused.getMessage());
    }
}
