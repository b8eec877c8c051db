package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Samples;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mappings end when they are told to, not when the collector comes round to it. */
class UnmappingTest {

    /** Above the 65,530 mappings that Linux allows a process. */
    private static final int FILES = 100_000;

    /** Enough for the code that meets the fault to be interpreted first, and compiled later. */
    private static final int SHRINKING_ROUNDS = 1_000;

    @TempDir
    Path folder;

    private Path sample() throws IOException {
        return Files.write(
                folder.resolve("mapped.dcm"),
                Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile());
    }

    private static long mappingsOf(Path file) throws IOException {
        Path maps = Path.of("/proc/self/maps");
        assumeTrue(Files.exists(maps));
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.endsWith(file.getFileName().toString()))
                    .count();
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void oneHundredThousandFilesLeaveNoMapping() throws IOException {
        Path file = sample();
        try (HeaderSource source = new MappedSource()) {
            for (int i = 0; i < FILES; i++) {
                source.open(file, false);
                source.load(0, 140);
                if (i == 0) {
                    assertEquals(1, mappingsOf(file));
                }
                source.closeFile(140);
            }
            assertEquals(0, mappingsOf(file));
            assertEquals(FILES, source.reads());
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void filesThatShrinkWhileMappedHarmNothingElse() throws IOException {
        try (HeaderSource source = new MappedSource();
                HeaderParser parser = new HeaderParser()) {
            Path file = folder.resolve("shrinking.dcm");
            int errors = ShrinkingFile.read(file, source, parser, SHRINKING_ROUNDS);
            assertTrue(errors > 0, "no fault was met");
            assertEquals(0, mappingsOf(file));
        }
    }

    @Test
    void aMovedWindowLeavesOneMapping() throws IOException {
        Path file = sample();
        try (HeaderSource source = new MappedSource(16, FileMapping.best())) {
            source.open(file, false);
            for (int offset = 0; offset < 1_000; offset += 10) {
                source.load(offset, 8);
                assertEquals(1, mappingsOf(file));
            }
        }
        assertEquals(0, mappingsOf(file));
    }

    @Test
    void theOldWayOfUnmappingWorksWhereTheNewOneIsMissing() throws IOException {
        assumeTrue(Runtime.version().feature() < 22, "later ones warn of sun.misc.Unsafe");
        Path file = sample();
        CleanerMapping mapping = new CleanerMapping();
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = mapping.map(channel, 128, 4);
            assertEquals('D', buffer.get(0));
            assertEquals(1, mappingsOf(file));
            mapping.unmap();
            mapping.unmap();
            assertEquals(0, mappingsOf(file));
        }
    }

    @Test
    void theNewWayIsChosenFromJava22On() {
        assertEquals(Runtime.version().feature() >= 22, ArenaMapping.isAvailable());
        assertEquals(ArenaMapping.isAvailable(), FileMapping.best() instanceof ArenaMapping);
    }
}
