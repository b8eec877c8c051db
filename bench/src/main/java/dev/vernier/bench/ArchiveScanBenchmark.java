package dev.vernier.bench;

import dev.vernier.SpacingReport;
import dev.vernier.VoxelSpacing;
import dev.vernier.io.ReadStrategy;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import dev.vernier.synth.SynthSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

/** The whole scan of a synthetic archive in the page cache; an operation is one scan, in a JVM that is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ArchiveScanBenchmark {

    private static final int SLICES = 30;
    private static final int FIRST_BYTES = 4 << 10;

    /** Series of the set, of some 27 files each. */
    @Param("400")
    public int series;

    @Param({"1", "2"})
    public int threads;

    private TempFolder folder;
    private SynthSummary set;
    private ForkJoinPool pool;

    @Setup
    public void writeSet() throws IOException {
        folder = new TempFolder();
        SynthOptions options = new SynthOptions(series, SLICES, 1, Profile.RSNA_IAD, 2);
        set = SynthDataset.write(folder.path().resolve("set"), options, files -> {});
        pool = new ForkJoinPool(threads);
    }

    @TearDown
    public void deleteSet() throws IOException {
        pool.shutdown();
        folder.close();
    }

    SynthSummary set() {
        return set;
    }

    private Path archive() {
        return folder.path().resolve("set").resolve("series");
    }

    /** The floor of the JDK: lists the files; opens, reads 4 KB once, closes each; nothing is parsed. Returns the bytes read. */
    @Benchmark
    public long baselineOpenAndReadOnce(FilesAndBytes counted) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(archive())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        long bytes = pool.submit(() -> files.parallelStream()
                        .mapToLong(ArchiveScanBenchmark::readOnce)
                        .sum())
                .join();
        counted.add(files.size(), bytes);
        return bytes;
    }

    private static long readOnce(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return Math.max(0, channel.read(ByteBuffer.allocate(FIRST_BYTES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a scan does it where it is not told otherwise: by calls of the C library from JDK 22 on. */
    @Benchmark
    public SpacingReport auto(FilesAndBytes counted) throws IOException {
        return scan(ReadStrategy.AUTO, counted);
    }

    @Benchmark
    public SpacingReport positioned(FilesAndBytes counted) throws IOException {
        return scan(ReadStrategy.POSITIONED, counted);
    }

    @Benchmark
    public SpacingReport mapped(FilesAndBytes counted) throws IOException {
        return scan(ReadStrategy.MAPPED, counted);
    }

    private SpacingReport scan(ReadStrategy strategy, FilesAndBytes counted) throws IOException {
        SpacingReport report = VoxelSpacing.builder()
                .root(archive())
                .catalog(set.catalog())
                .domain("Modality")
                .threads(threads)
                .read(strategy)
                .build()
                .scan();
        counted.add(report.filesSeen(), report.cost().bytesRead());
        return report;
    }
}
