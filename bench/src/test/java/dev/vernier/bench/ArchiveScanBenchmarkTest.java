package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.Axes;
import dev.vernier.DomainReport;
import dev.vernier.SpacingReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

class ArchiveScanBenchmarkTest extends BenchmarkBodies<ArchiveScanBenchmark> {

    @Override
    Stream<ArchiveScanBenchmark> benchmarks() {
        ArchiveScanBenchmark benchmark = new ArchiveScanBenchmark();
        benchmark.series = 20;
        benchmark.threads = 2;
        return Stream.of(benchmark);
    }

    @Override
    void check(ArchiveScanBenchmark benchmark, String body, Object answer) throws IOException {
        switch (body) {
            case "baselineOpenAndReadOnce" ->
                assertTrue((long) answer > 1_000 * benchmark.set().files(), () -> answer + " bytes");
            case "auto", "positioned", "mapped" -> checkAgainstTruth(benchmark, (SpacingReport) answer);
            default -> unknown(body);
        }
    }

    private static void checkAgainstTruth(ArchiveScanBenchmark benchmark, SpacingReport report) throws IOException {
        assertEquals(benchmark.set().files(), report.filesSeen());
        List<String> found = report.domains().stream()
                .map(ArchiveScanBenchmarkTest::row)
                .sorted()
                .toList();
        List<String> truth = Files.readAllLines(benchmark.set().truthDomains());
        assertEquals(truth.stream().skip(1).sorted().toList(), found);
    }

    private static String row(DomainReport domain) {
        Axes median = domain.spacing().median();
        return String.join(
                ",",
                domain.domain(),
                String.valueOf(domain.series()),
                String.valueOf(domain.voting()),
                text(median.x()),
                text(median.y()),
                text(median.z()));
    }

    private static String text(double mm) {
        return BigDecimal.valueOf(mm).stripTrailingZeros().toPlainString();
    }
}
