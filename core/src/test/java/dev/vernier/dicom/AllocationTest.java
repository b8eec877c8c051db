package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading a header makes no garbage: not for the parser, nor for what is kept of a single-frame image. */
class AllocationTest {

    private static final int FILES = 10_000;
    /** For a million files that is nothing, and a single object a file would be 16 times as much. */
    private static final long BYTES_OF_ALL_FILES = FILES;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final HeaderParser parser = new HeaderParser();

    /** A file in memory that is opened again and again: one window, made once. */
    private static final class FixedWindow implements ByteWindow {
        private final ByteBuffer buffer;

        FixedWindow(byte[] file) {
            buffer = ByteBuffer.allocateDirect(file.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(0, file);
        }

        @Override
        public ByteBuffer buffer() {
            return buffer;
        }

        @Override
        public long base() {
            return 0;
        }

        @Override
        public int limit() {
            return buffer.capacity();
        }

        @Override
        public int load(long offset, int length) {
            return (int) Math.max(0, buffer.capacity() - offset);
        }

        @Override
        public long size() {
            return buffer.capacity();
        }
    }

    private interface Reader {
        void read() throws IOException;
    }

    private static long allocatedByManyFiles(Reader reader) throws IOException {
        for (int i = 0; i < 3 * FILES; i++) {
            reader.read(); // warm-up: what is allocated once, and by code that is not yet compiled
        }
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < FILES; i++) {
            reader.read();
        }
        return THREADS.getThreadAllocatedBytes(thread) - before;
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPLICIT_LITTLE_ENDIAN", "IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
    void singleFrameImagesAllocateNothing(DicomSyntax syntax) throws IOException {
        FixedWindow window = new FixedWindow(Samples.classic(syntax).toFile());
        InstanceGeometry geometry = new InstanceGeometry(
                SpacingRules.DEFAULT, List.of(TagPath.parse("Modality"), TagPath.parse("Manufacturer")));
        long bytes = allocatedByManyFiles(() -> {
            geometry.begin();
            Outcome outcome = geometry.finish(parser.parse(window, geometry.wanted(), geometry), parser);
            assertEquals(Outcome.OK, outcome);
        });
        assertTrue(bytes <= BYTES_OF_ALL_FILES, bytes + " bytes for " + FILES + " files");
    }

    @ParameterizedTest
    @EnumSource
    void theParserAllocatesNothingForAnyFile(DicomSyntax syntax) throws IOException {
        FixedWindow window = new FixedWindow(Samples.enhanced(syntax, true).toFile());
        WantedTags wanted = WantedTags.of(
                "Modality",
                "PixelSpacing",
                "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient");
        double[] numbers = new double[3];
        ElementSink sink = (slot, value) -> value.numbers(numbers);
        long bytes = allocatedByManyFiles(() -> assertEquals(Outcome.OK, parser.parse(window, wanted, sink)));
        assertTrue(bytes <= BYTES_OF_ALL_FILES, bytes + " bytes for " + FILES + " files");
    }

    @Test
    void valuesAreKeptWithoutAllocation() throws IOException {
        FixedWindow window = new FixedWindow(
                Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile());
        HeaderValues values = new HeaderValues(WantedTags.of("Modality", "PixelSpacing", "(0019,1010)"));
        long bytes = allocatedByManyFiles(() -> {
            values.begin();
            parser.parse(window, values.wanted(), values);
            assertEquals(0.5, values.number(1));
        });
        assertTrue(bytes <= BYTES_OF_ALL_FILES, bytes + " bytes for " + FILES + " files");
    }

    @Test
    void textInAsciiCostsNothingForTheCharacterSetOfItsFile() throws IOException {
        FixedWindow window = new FixedWindow(new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(0x00080005, "CS", "ISO_IR 100".repeat(500))
                .element(0x00080060, "CS", "MR")
                .toFile());
        HeaderValues values = new HeaderValues(WantedTags.of("Modality"));
        long bytes = allocatedByManyFiles(() -> {
            values.begin();
            parser.parse(window, values.wanted(), values);
            assertEquals("MR", values.text(0));
        });
        assertTrue(bytes <= 1_000L * FILES, bytes + " bytes for " + FILES + " files");
    }

    @Test
    void brokenFilesAllocateNothingEither() throws IOException {
        byte[] file = Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile();
        FixedWindow cut = new FixedWindow(Samples.cut(file, file.length / 2));
        FixedWindow junk = new FixedWindow(new byte[5_000]);
        WantedTags wanted = WantedTags.of("PixelSpacing");
        ElementSink sink = (slot, value) -> {};
        long bytes = allocatedByManyFiles(() -> {
            assertEquals(Outcome.TRUNCATED, parser.parse(cut, wanted, sink));
            assertEquals(Outcome.NOT_DICOM, parser.parse(junk, wanted, sink));
        });
        assertTrue(bytes <= BYTES_OF_ALL_FILES, bytes + " bytes for " + FILES + " files");
    }
}
