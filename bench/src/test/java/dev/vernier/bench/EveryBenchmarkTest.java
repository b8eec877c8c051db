package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH would run is what the tests know. */
class EveryBenchmarkTest {

    private static Set<BenchmarkListEntry> entries() {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().find(silent, List.of(".*"), List.of());
    }

    static Set<String> benchmarkClasses() {
        return entries().stream()
                .map(BenchmarkListEntry::getUserClassQName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("benchmarkClasses")
    void hasATestThatRunsItsBodies(String benchmark) throws ClassNotFoundException {
        Class<?> test = Class.forName(benchmark + "Test");
        ParameterizedType bodies = (ParameterizedType) test.getGenericSuperclass();
        assertEquals(BenchmarkBodies.class, bodies.getRawType());
        assertEquals(Class.forName(benchmark), bodies.getActualTypeArguments()[0]);
    }

    @ParameterizedTest
    @MethodSource("benchmarkClasses")
    void hasOneBaseline(String benchmark) {
        List<String> baselines = entries().stream()
                .filter(entry -> entry.getUserClassQName().equals(benchmark))
                .map(BenchmarkListEntry::getUsername)
                .filter(name -> name.startsWith(benchmark + ".baseline"))
                .distinct()
                .toList();
        assertEquals(1, baselines.size(), () -> "baselines of " + benchmark + ": " + baselines);
    }

    @Test
    void thereAreBenchmarks() {
        assertTrue(benchmarkClasses().contains(HeaderParseBenchmark.class.getName()));
    }
}
