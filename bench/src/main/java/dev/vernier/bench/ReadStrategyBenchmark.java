package dev.vernier.bench;

import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.HeaderReader;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Opening, reading, parsing and closing one file in the page cache, by each reading strategy. The header grows with the number of frames,
 * since every frame has functional groups of its own; the pixel data is a hole.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(1)
public class ReadStrategyBenchmark {

    private static final int LARGE_PRIVATE_BYTES = 1 << 20;
    private static final int PIXEL_BYTES = 8 << 20;

    /** 0: one slice; others: an enhanced file. A frame takes some 400 bytes of header. */
    @Param({"0", "100", "1000", "10000", "100000"})
    public int frames;

    /** Whether a private value of a megabyte stands before the geometry. */
    @Param({"false", "true"})
    public boolean largePrivate;

    private Path file;

    /** A thread's own reader. */
    @State(Scope.Thread)
    public static class Reader {

        private final InstanceGeometry geometry = new InstanceGeometry(SpacingRules.DEFAULT, List.of());
        private final HeaderReader positioned = new HeaderReader(ReadStrategy.POSITIONED);
        private final HeaderReader mapped = new HeaderReader(ReadStrategy.MAPPED);
        private final HeaderReader auto = new HeaderReader(ReadStrategy.AUTO);

        Outcome read(HeaderReader reader, Path path) {
            geometry.begin();
            return reader.read(path, geometry.wanted(), geometry);
        }

        @TearDown
        public void tearDown() {
            positioned.close();
            mapped.close();
            auto.close();
        }
    }

    @Setup
    public void setUp() throws IOException {
        file = Files.createTempFile("vernier-bench", ".dcm");
        DicomBytes bytes = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(0x00080016, "UI", frames == 0 ? "1.2.840.10008.5.1.4.1.1.4" : "1.2.840.10008.5.1.4.1.1.4.1")
                .element(0x00080018, "UI", "2.25.2");
        if (largePrivate) {
            bytes.element(0x00190010, "LO", "VERNIER").element(0x00191001, "OB", new byte[LARGE_PRIVATE_BYTES]);
        }
        bytes.element(0x0020000E, "UI", "2.25.1")
                .element(0x00200032, "DS", 1, 2, 3)
                .element(0x00200037, "DS", 1, 0, 0, 0, 1, 0)
                .element(0x00280008, "IS", Math.max(1, frames))
                .element(0x00280010, "US", 512)
                .element(0x00280011, "US", 256)
                .element(0x00280030, "DS", 0.5, 0.4);
        if (frames > 0) {
            bytes.sequence(0x52009230, false, frameItems());
        }
        byte[] header = bytes.elementHeader(0x7FE00010, "OW", PIXEL_BYTES).toFile();
        Files.write(file, header);
    }

    private List<Consumer<DicomBytes>> frameItems() {
        List<Consumer<DicomBytes>> items = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            double z = 1.5 * i;
            items.add(frame -> frame.sequence(0x00189152, false, item -> item.element(0x00189155, "CS", "NONE"))
                    .sequence(
                            0x00209111,
                            false,
                            item -> item.element(0x00209057, "UL", 1).element(0x00209157, "UL", 1, 2, 3))
                    .sequence(0x00209113, false, item -> item.element(0x00200032, "DS", 1, 2, z))
                    .sequence(0x00209116, false, item -> item.element(0x00200037, "DS", 1, 0, 0, 0, 1, 0))
                    .sequence(
                            0x00289110,
                            false,
                            item -> item.element(0x00180050, "DS", 2).element(0x00280030, "DS", 0.5, 0.4)));
        }
        return items;
    }

    @TearDown
    public void tearDown() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The file as a whole, as a notebook does it. */
    @Benchmark
    public int baselineWholeFile() throws IOException {
        return Files.readAllBytes(file).length;
    }

    @Benchmark
    public Outcome positioned(Reader reader) {
        return reader.read(reader.positioned, file);
    }

    @Benchmark
    public Outcome mapped(Reader reader) {
        return reader.read(reader.mapped, file);
    }

    @Benchmark
    public Outcome auto(Reader reader) {
        return reader.read(reader.auto, file);
    }
}
