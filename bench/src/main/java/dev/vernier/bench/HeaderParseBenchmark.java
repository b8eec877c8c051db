package dev.vernier.bench;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import java.io.IOException;
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

/** Parsing one header in memory: the bytes are there, nothing is read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HeaderParseBenchmark {

    private static final WantedTags THREE_TAGS = WantedTags.of("SeriesInstanceUID", "Rows", "PixelSpacing");

    private static final WantedTags THREE_TAGS_FULL_WALK = THREE_TAGS.withFullWalk();

    @Param
    HeaderShape shape;

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
    public void setUp() throws IOException {
        header = shape.header();
        window = new MemoryWindow(header);
    }

    @TearDown
    public void tearDown() {
        parser.close();
    }

    /** The floor: every byte of the header is loaded once. */
    @Benchmark
    public int baselineSumOfBytes() {
        int sum = 0;
        for (byte b : header) {
            sum += b;
        }
        return sum;
    }

    /** What a scan does: all tags of geometry, and the judgement. */
    @Benchmark
    public Outcome geometry() throws IOException {
        geometry.begin();
        return geometry.finish(parser.parse(window, geometry.wanted(), geometry), parser);
    }

    /** Three top-level tags, stopping behind the last. */
    @Benchmark
    public int threeTagsEarlyStop() throws IOException {
        counter.bytes = 0;
        parser.parse(window, THREE_TAGS, counter);
        return counter.bytes;
    }

    /** The same three, walking on to the pixel data. */
    @Benchmark
    public int threeTagsFullWalk() throws IOException {
        counter.bytes = 0;
        parser.parse(window, THREE_TAGS_FULL_WALK, counter);
        return counter.bytes;
    }
}
