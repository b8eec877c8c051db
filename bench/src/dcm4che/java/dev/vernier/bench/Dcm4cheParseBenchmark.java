package dev.vernier.bench;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.io.DicomInputStream;
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

/** Our parser and dcm4che's on the same bytes in memory, both up to the pixel data: one run shows the ratio. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Dcm4cheParseBenchmark {

    private static final WantedTags THREE_TAGS =
            WantedTags.of("SeriesInstanceUID", "Rows", "Columns").withFullWalk();
    /** Tag, VR and length of pixel data: neither parser reads beyond the tag. */
    private static final byte[] PIXEL_DATA = {(byte) 0xE0, 0x7F, 0x10, 0, 'O', 'W', 0, 0, 0, 0, 0, 0};

    @Param
    HeaderShape shape;

    private final HeaderParser parser = new HeaderParser();
    private final InstanceGeometry geometry = new InstanceGeometry(SpacingRules.DEFAULT, List.of());
    private final SumOfNumbers sum = new SumOfNumbers();
    private byte[] header;
    private ByteWindow window;

    /** Rows and columns. */
    private static final class SumOfNumbers implements ElementSink {
        private final double[] number = new double[1];
        private double total;

        @Override
        public void value(int slot, ElementValue value) {
            if (value.isBinaryNumber() && value.numbers(number) > 0) {
                total += number[0];
            }
        }
    }

    @Setup
    public void setUp() throws IOException {
        byte[] bytes = shape.header();
        header = Arrays.copyOf(bytes, bytes.length + PIXEL_DATA.length);
        System.arraycopy(PIXEL_DATA, 0, header, bytes.length, PIXEL_DATA.length);
        window = new MemoryWindow(header);
    }

    @TearDown
    public void tearDown() {
        parser.close();
    }

    /** Every element up to the pixel data; rows and columns are asked for. */
    @Benchmark
    public double dcm4cheUpToPixelData() throws IOException {
        try (DicomInputStream stream = new DicomInputStream(new ByteArrayInputStream(header))) {
            Attributes dataset = stream.readDataset(Tag.PixelData);
            return dataset.getInt(Tag.Rows, 0) + dataset.getInt(Tag.Columns, 0);
        }
    }

    /** Every element at top level up to the pixel data; rows and columns are asked for. */
    @Benchmark
    public double vernierUpToPixelData() throws IOException {
        sum.total = 0;
        parser.parse(window, THREE_TAGS, sum);
        return sum.total;
    }

    /** What a scan does: all tags of geometry, and the judgement. */
    @Benchmark
    public Outcome vernierGeometry() throws IOException {
        geometry.begin();
        return geometry.finish(parser.parse(window, geometry.wanted(), geometry), parser);
    }
}
