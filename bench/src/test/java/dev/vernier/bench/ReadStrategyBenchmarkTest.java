package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.dicom.Outcome;
import dev.vernier.io.ReadStrategy;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadStrategyBenchmarkTest extends BenchmarkBodies<ReadStrategyBenchmark> {

    @Override
    Stream<ReadStrategyBenchmark> benchmarks() {
        return Arrays.stream(FileLayout.values())
                .flatMap(layout -> IntStream.of(4 << 10, 512 << 10).mapToObj(fileBytes -> {
                    ReadStrategyBenchmark benchmark = new ReadStrategyBenchmark();
                    benchmark.layout = layout;
                    benchmark.fileBytes = fileBytes;
                    return benchmark;
                }));
    }

    @Override
    Object newState(Class<?> type) throws ReflectiveOperationException {
        assumeNative(type);
        return super.newState(type);
    }

    static void assumeNative(Class<?> state) {
        if (state == ReadStrategyBenchmark.NativeReader.class) {
            assumeTrue(isNative(), "native access: Linux, JDK 22 or newer, and core as a jar");
        }
    }

    private static boolean isNative() {
        return ReadStrategy.AUTO.newAccess().isNative();
    }

    @Test
    void whereThereAreNoNativeCallsNothingElseIsMeasuredInTheirName() {
        assumeFalse(isNative());
        assertThrows(IllegalStateException.class, new ReadStrategyBenchmark.NativeReader()::requireNativeAccess);
    }

    @ParameterizedTest
    @EnumSource(FileLayout.class)
    void filesAreAsLargeAsTheySay(FileLayout layout) {
        for (int fileBytes : new int[] {64 << 10, 512 << 10, 8 << 20}) {
            assertEquals(fileBytes, layout.file(fileBytes).length);
        }
    }

    @Test
    void framesAreNearlyAllHeader() {
        int headerBytes = FileLayout.FRAMES.header(512 << 10).length;
        assertTrue(headerBytes > 450 << 10, () -> headerBytes + " bytes");
    }

    @Override
    void check(ReadStrategyBenchmark benchmark, String body, Object answer) {
        check(body, answer);
    }

    static void check(String body, Object answer) {
        switch (body) {
            case "baselineOpenAndReadOnce" -> assertEquals(4 << 10, answer);
            case "wholeFile", "bufferedStream", "positioned", "mapped", "nativeCalls" ->
                assertEquals(Outcome.OK, answer);
            default -> unknown(body);
        }
    }
}
