package dev.vernier.bench;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import dev.vernier.dicom.DecimalString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bytes of a decimal string to a double; an operation is one number. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
@OperationsPerInvocation(DecimalStringBenchmark.NUMBERS)
public class DecimalStringBenchmark {

    static final int NUMBERS = 1_000;

    @Param
    public DecimalText text;

    /** All texts without a gap; text i is in [starts[i], starts[i + 1]). */
    private byte[] bytes;

    private final int[] starts = new int[NUMBERS + 1];
    private ByteBuffer buffer;

    @Setup
    public void write() {
        StringBuilder all = new StringBuilder();
        String[] texts = text.texts(NUMBERS);
        for (int i = 0; i < NUMBERS; i++) {
            all.append(texts[i]);
            starts[i + 1] = all.length();
        }
        bytes = all.toString().getBytes(StandardCharsets.ISO_8859_1);
        // Direct, as where files are read.
        buffer = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    /** The floor: every byte is loaded once. */
    @Benchmark
    public int baselineSumOfBytes() {
        int sum = 0;
        for (byte b : bytes) {
            sum += b;
        }
        return sum;
    }

    @Benchmark
    public double vernier() {
        double sum = 0;
        for (int i = 0; i < NUMBERS; i++) {
            sum += DecimalString.parse(buffer, starts[i], starts[i + 1]);
        }
        return sum;
    }

    /** A String, and the JDK's parser. */
    @Benchmark
    public double parseDouble() {
        double sum = 0;
        for (int i = 0; i < NUMBERS; i++) {
            int length = starts[i + 1] - starts[i];
            sum += Double.parseDouble(new String(bytes, starts[i], length, StandardCharsets.ISO_8859_1));
        }
        return sum;
    }

    /** Randelshofer's FastDoubleParser, on the bytes. */
    @Benchmark
    public double fastDoubleParser() {
        double sum = 0;
        for (int i = 0; i < NUMBERS; i++) {
            sum += JavaDoubleParser.parseDouble(bytes, starts[i], starts[i + 1] - starts[i]);
        }
        return sum;
    }
}
