package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.dicom.BufferWindow;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.WantedTags;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;

class HeaderParseBenchmarkTest extends BenchmarkBodies<HeaderParseBenchmark> {

    @Override
    Stream<HeaderParseBenchmark> benchmarks() {
        return Arrays.stream(HeaderShape.values()).map(shape -> {
            HeaderParseBenchmark benchmark = new HeaderParseBenchmark();
            benchmark.shape = shape;
            return benchmark;
        });
    }

    @Override
    void check(HeaderParseBenchmark benchmark, String body, Object answer) throws IOException {
        switch (body) {
            case "baselineSumOfBytes" -> assertEquals(sum(benchmark.shape.header()), answer);
            case "geometry" -> assertEquals(Outcome.OK, answer);
            case "threeTagsEarlyStop", "threeTagsFullWalk", "threeTagsOneByOne" ->
                assertEquals(bytesOfThreeTags(benchmark.shape), answer);
            default -> unknown(body);
        }
    }

    private static int sum(byte[] bytes) {
        int sum = 0;
        for (byte b : bytes) {
            sum += b;
        }
        return sum;
    }

    private static int bytesOfThreeTags(HeaderShape shape) throws IOException {
        HeaderValues values = values(shape, "SeriesInstanceUID", "Rows", "PixelSpacing");
        return values.bytes(0).length + values.bytes(1).length + values.bytes(2).length;
    }

    /** Rows and columns. */
    static double rowsAndColumns(HeaderShape shape) throws IOException {
        HeaderValues values = values(shape, "Rows", "Columns");
        return values.number(0) + values.number(1);
    }

    /** Top-level values; the classic shapes are one slice, so what is read of one of them holds for all. */
    private static HeaderValues values(HeaderShape shape, String... paths) throws IOException {
        HeaderShape same = switch (shape) {
            case ENHANCED_SHARED, ENHANCED_PER_FRAME -> shape;
            default -> HeaderShape.CLASSIC_EXPLICIT;
        };
        HeaderValues values = new HeaderValues(WantedTags.of(paths));
        values.begin();
        try (HeaderParser parser = new HeaderParser()) {
            parser.parse(new BufferWindow(ByteBuffer.wrap(same.header())), values.wanted(), values);
        }
        return values;
    }
}
