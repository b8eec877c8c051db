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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
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
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Dcm4cheParseBenchmark {

    private static final WantedTags THREE_TAGS =
            WantedTags.of("SeriesInstanceUID", "Rows", "Columns").withFullWalk();

    @Param
    public HeaderShape shape;

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
    public void setUp() {
        header = shape.header();
        window = new BufferWindow(
                ByteBuffer.allocateDirect(header.length).put(header).flip());
    }

    @TearDown
    public void tearDown() {
        parser.close();
    }

    /** Every element up to the pixel data; rows and columns are asked for. */
    @Benchmark
    public double baselineDcm4cheUpToPixelData(FilesAndBytes counted) throws IOException {
        counted.add(1, header.length);
        try (DicomInputStream stream = new DicomInputStream(new ByteArrayInputStream(header))) {
            Attributes dataset = stream.readDataset(Tag.PixelData);
            return dataset.getInt(Tag.Rows, 0) + dataset.getInt(Tag.Columns, 0);
        }
    }

    /** Every element at top level up to the pixel data; rows and columns are asked for. */
    @Benchmark
    public double vernierUpToPixelData(FilesAndBytes counted) throws IOException {
        counted.add(1, header.length);
        sum.total = 0;
        parser.parse(window, THREE_TAGS, sum);
        return sum.total;
    }

    /** What a scan does: all tags of geometry, and the judgement. */
    @Benchmark
    public Outcome vernierGeometry(FilesAndBytes counted) throws IOException {
        counted.add(1, header.length);
        geometry.begin();
        return geometry.finish(parser.parse(window, geometry.wanted(), geometry), parser);
    }
}
