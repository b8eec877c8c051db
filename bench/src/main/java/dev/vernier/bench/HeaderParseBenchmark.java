package dev.vernier.bench;

import dev.vernier.dicom.BufferWindow;
import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
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

/** Parsing one header in memory, by several strategies: the bytes are there, nothing is read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HeaderParseBenchmark {

    private static final String[] PATHS = {"SeriesInstanceUID", "Rows", "PixelSpacing"};
    private static final WantedTags THREE_TAGS = WantedTags.of(PATHS);
    private static final WantedTags THREE_TAGS_FULL_WALK = THREE_TAGS.withFullWalk();
    private static final WantedTags[] ONE_TAG_EACH = {
        WantedTags.of(PATHS[0]), WantedTags.of(PATHS[1]), WantedTags.of(PATHS[2])
    };

    @Param
    public HeaderShape shape;

    private final HeaderParser parser = new HeaderParser();
    private final InstanceGeometry geometry = new InstanceGeometry(SpacingRules.DEFAULT, List.of());
    private final ByteCount counter = new ByteCount();
    private byte[] header;
    private ByteWindow window;

    /** A sink that does next to nothing. */
    private static final class ByteCount implements ElementSink {
        private int bytes;

        @Override
        public void value(int slot, ElementValue value) {
            bytes += value.length();
        }
    }

    @Setup
    public void setUp() {
        header = shape.header();
        // Direct, as where files are read.
        window = new BufferWindow(
                ByteBuffer.allocateDirect(header.length).put(header).flip());
    }

    @TearDown
    public void tearDown() {
        parser.close();
    }

    /** The floor: every byte of the header is loaded once. */
    @Benchmark
    public int baselineSumOfBytes(FilesAndBytes counted) {
        counted.add(1, header.length);
        int sum = 0;
        for (byte b : header) {
            sum += b;
        }
        return sum;
    }

    /** What a scan does: all tags of geometry, and the judgement. */
    @Benchmark
    public Outcome geometry(FilesAndBytes counted) throws IOException {
        counted.add(1, header.length);
        geometry.begin();
        return geometry.finish(parser.parse(window, geometry.wanted(), geometry), parser);
    }

    /** Three top-level tags, stopping behind the last. */
    @Benchmark
    public int threeTagsEarlyStop(FilesAndBytes counted) throws IOException {
        counted.add(1, header.length);
        counter.bytes = 0;
        parser.parse(window, THREE_TAGS, counter);
        return counter.bytes;
    }

    /** The same three, walking on to the pixel data. */
    @Benchmark
    public int threeTagsFullWalk(FilesAndBytes counted) throws IOException {
        counted.add(1, header.length);
        counter.bytes = 0;
        parser.parse(window, THREE_TAGS_FULL_WALK, counter);
        return counter.bytes;
    }

    /** The same three, looked for one after the other, each from the start of the file on. */
    @Benchmark
    public int threeTagsOneByOne(FilesAndBytes counted) throws IOException {
        counted.add(1, header.length);
        counter.bytes = 0;
        for (WantedTags one : ONE_TAG_EACH) {
            parser.parse(window, one, counter);
        }
        return counter.bytes;
    }
}
