package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** Reads a file as scans do, and for other tags by other windows; whatever it holds, that must have an outcome and end soon. */
final class Readers implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SMALL_WINDOW = 512;
    private static final WantedTags NESTED = WantedTags.of(
                    "TransferSyntaxUID",
                    "ReferencedSeriesSequence/ReferencedImageSequence/ReferencedSOPInstanceUID",
                    "ReferencedImageSequence/PixelSpacing",
                    "(0019,1010)",
                    "(0019,1020)/PixelSpacing",
                    "PixelSpacing",
                    "(0040,A730)/(0040,A160)",
                    "(0004,1220)/PatientID",
                    "SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing",
                    "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient",
                    "(7FDF,0010)")
            .withFullWalk();

    private final HeaderParser parser = new HeaderParser();
    private final InstanceGeometry geometry = new InstanceGeometry(
            SpacingRules.DEFAULT,
            List.of(TagPath.parse("Modality"), TagPath.parse("Manufacturer"), TagPath.parse("Rows")));
    private final HeaderValues values = new HeaderValues(NESTED);
    private final MemoryWindow whole = new MemoryWindow();
    private final MemoryWindow small = new MemoryWindow(SMALL_WINDOW);
    private long longestNanos;

    /** Reads the first {@code size} of these bytes as scans do. */
    Outcome readAsScansDo(byte[] bytes, int size) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        geometry.begin();
        Outcome parsed = parser.parse(whole.open(bytes, size), geometry.wanted(), geometry);
        Outcome outcome = geometry.finish(parsed, parser);
        longestNanos = Math.max(longestNanos, THREADS.getCurrentThreadCpuTime() - start);
        assertNotNull(outcome);
        check(size, parsed);
        return outcome;
    }

    /** Reads nested tags of the whole of the header through a small window, and all that there is to know of them. */
    void readOtherwise(byte[] bytes, int size) throws IOException {
        String answer = answer(whole, bytes, size);
        assertEquals(answer, answer(small, bytes, size), "the window must not matter");
        long bound = 4L * size + 64 * SMALL_WINDOW;
        assertTrue(small.bytesLoaded() <= bound, small.bytesLoaded() + " bytes loaded of " + size);
        for (int slot = 0; slot < NESTED.size(); slot++) {
            values.numbers(slot);
            values.texts(slot);
        }
    }

    private String answer(MemoryWindow window, byte[] bytes, int size) throws IOException {
        values.begin();
        Outcome outcome = parser.parse(window.open(bytes, size), values.wanted(), values);
        check(size, outcome);
        return outcome + " " + parser.end() + " at " + parser.position() + " behind " + Tag.toString(parser.lastTag())
                + " " + parser.repaired() + " " + parser.duplicates() + " " + parser.transferSyntax();
    }

    private void check(int size, Outcome parsed) {
        assertNotNull(parsed);
        boolean inflated = parser.transferSyntax() == TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN;
        long bound = inflated ? InflatingWindow.MAX_INFLATED_BYTES + (1 << 20) : size;
        assertTrue(
                parser.position() >= 0 && parser.position() <= bound, "ends at " + parser.position() + " of " + size);
        assertTrue(parser.filePosition() >= 0 && parser.filePosition() <= size + 12, "needs " + parser.filePosition());
    }

    /** Processor time in nanoseconds of the slowest file that was read as scans do. */
    long longestNanos() {
        return longestNanos;
    }

    void forgetTheSlowest() {
        longestNanos = 0;
    }

    @Override
    public void close() {
        parser.close();
    }
}
