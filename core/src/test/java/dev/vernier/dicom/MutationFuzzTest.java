package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads files that were broken at random, the same ones in every run. {@code -Dvernier.fuzz.mutations=5000000} reads more of them,
 * {@code -Dvernier.fuzz.seed=...} others. What fails is written to a file, which belongs in {@code src/test/resources/regressions}.
 */
class MutationFuzzTest {

    private static final long MUTATIONS = Long.getLong("vernier.fuzz.mutations", 200_000);
    private static final long SEED = Long.getLong("vernier.fuzz.seed", 0);
    private static final int LONGEST_FILE = 12 << 10;
    private static final Path FAILURES = Path.of("target", "fuzz-failures");

    /** Generated files, and the first bytes of real ones where those are. */
    private static List<byte[]> corpus() throws IOException {
        List<byte[]> corpus = new ArrayList<>(Samples.all().values());
        for (Path file : RealFiles.some(40)) {
            byte[] bytes = Files.readAllBytes(file);
            corpus.add(Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_FILE)));
        }
        corpus.removeIf(file -> file.length < 16);
        return corpus;
    }

    @Test
    void mutatedFilesHaveAnOutcome() throws IOException {
        List<byte[]> corpus = corpus();
        Mutations mutations = new Mutations(corpus);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        long start = System.nanoTime();
        try (Readers readers = new Readers()) {
            for (byte[] file : corpus) {
                readers.readAsScansDo(file, file.length);
                readers.readOtherwise(file, file.length);
            }
            for (long i = 0; i < MUTATIONS; i++) {
                mutations.mutate(SEED + i);
                if (i == MUTATIONS / 20) {
                    readers.forgetTheSlowest(); // that of code not yet compiled
                }
                try {
                    outcomes.merge(readers.readAsScansDo(mutations.bytes(), mutations.size()), 1, Integer::sum);
                    if (i % 8 == 0) {
                        readers.readOtherwise(mutations.bytes(), mutations.size());
                    }
                } catch (RuntimeException | AssertionError e) {
                    failed(SEED + i, mutations, e);
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%d mutations in %.1f s, %.1f us each, the slowest %.2f ms of one processor: %s; heap in use %d MB%n",
                    MUTATIONS,
                    seconds,
                    seconds * 1e6 / MUTATIONS,
                    readers.longestNanos() / 1e6,
                    outcomes,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20);
        }
    }

    private static void failed(long seed, Mutations mutations, Throwable e) throws IOException {
        Files.createDirectories(FAILURES);
        Path file = FAILURES.resolve("seed-" + seed + ".dcm");
        Files.write(file, Arrays.copyOf(mutations.bytes(), mutations.size()));
        fail(
                "mutation " + seed + " fails; keep " + file.toAbsolutePath()
                        + " in core/src/test/resources/regressions",
                e);
    }

    /** Files on which some version failed once. */
    @Test
    void regressionsStayMended() throws IOException {
        Path folder = Path.of("src", "test", "resources", "regressions");
        try (Stream<Path> files = Files.list(folder);
                Readers readers = new Readers()) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                readers.readAsScansDo(bytes, bytes.length);
                readers.readOtherwise(bytes, bytes.length);
            }
        }
    }
}
