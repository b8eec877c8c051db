package dev.vernier.bench;

import dev.vernier.dicom.BufferWindow;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.HeaderReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

/**
 * Opening, reading, parsing and closing a file that is in the page cache, by each reading strategy. Every thread has a file of its own;
 * {@code -t N} says how many there are.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ReadStrategyBenchmark {

    private static final int FIRST_BYTES = 4 << 10;

    @Param({"4096", "65536", "524288", "8388608", "52428800"})
    public int fileBytes;

    @Param
    public FileLayout layout;

    private final ByteBuffer firstBytes = ByteBuffer.allocateDirect(FIRST_BYTES);
    private final InstanceGeometry geometry = new InstanceGeometry(SpacingRules.DEFAULT, List.of());
    private final HeaderParser parser = new HeaderParser();
    private final HeaderReader positioned = new HeaderReader(ReadStrategy.POSITIONED);
    private final HeaderReader mapped = new HeaderReader(ReadStrategy.MAPPED);
    private final StreamWindow stream = new StreamWindow();
    private TempFolder folder;
    private Path file;

    /** A reader by calls of the C library. */
    @State(Scope.Thread)
    public static class NativeReader {

        private final HeaderReader reader = new HeaderReader(ReadStrategy.AUTO);

        @Setup
        public void requireNativeAccess() {
            if (!ReadStrategy.AUTO.newAccess().isNative()) {
                throw new IllegalStateException(
                        "This JVM cannot call the C library: measure on Linux and JDK 22 or newer, from the jar");
            }
        }

        @TearDown
        public void close() {
            reader.close();
        }
    }

    @Setup
    public void writeFile() throws IOException {
        folder = new TempFolder();
        file = folder.path().resolve("image.dcm");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(layout.file(fileBytes));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true); // only then can the page cache let go of it
        }
    }

    @TearDown
    public void deleteFile() throws IOException {
        parser.close();
        positioned.close();
        mapped.close();
        folder.close();
    }

    /** The floor: opens the file, reads 4 KB once, closes it; nothing is parsed. */
    @Benchmark
    public int baselineOpenAndReadOnce(FilesAndBytes counted) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int count = channel.read(firstBytes.clear(), 0);
            counted.add(1, count);
            return count;
        }
    }

    /** The file as a whole, as a notebook does it. */
    @Benchmark
    public Outcome wholeFile(FilesAndBytes counted) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        counted.add(1, bytes.length);
        geometry.begin();
        return parser.parse(new BufferWindow(ByteBuffer.wrap(bytes)), geometry.wanted(), geometry);
    }

    /** As a stream, 8 KB at a time. */
    @Benchmark
    public Outcome bufferedStream(FilesAndBytes counted) throws IOException {
        stream.open(file);
        try (stream) {
            geometry.begin();
            Outcome outcome = parser.parse(stream, geometry.wanted(), geometry);
            counted.add(1, stream.bytesRead());
            return outcome;
        }
    }

    @Benchmark
    public Outcome positioned(FilesAndBytes counted) {
        return read(positioned, counted);
    }

    @Benchmark
    public Outcome mapped(FilesAndBytes counted) {
        return read(mapped, counted);
    }

    @Benchmark
    public Outcome nativeCalls(NativeReader calls, FilesAndBytes counted) {
        return read(calls.reader, counted);
    }

    private Outcome read(HeaderReader reader, FilesAndBytes counted) {
        long before = reader.bytesRead();
        geometry.begin();
        Outcome outcome = reader.read(file, geometry.wanted(), geometry);
        counted.add(1, reader.bytesRead() - before);
        return outcome;
    }
}
