package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Samples;
import dev.vernier.dicom.TagPath;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.Strategies.Strategy;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading a file from disk, as a scan does it, allocates what opening a {@code FileChannel} allocates, and no more. */
class AllocationTest {

    private static final int FILES = 10_000;
    /** Opening takes 320 bytes where it is read, 900 to 1,150 where it is mapped, on Java 17 and 25. */
    private static final int MOST_BYTES = 2_048;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    static List<Strategy> strategies() {
        return Strategies.ordinary();
    }

    private interface Step {
        void run() throws IOException;
    }

    private static long bytesPerFile(Step step) throws IOException {
        for (int i = 0; i < 2 * FILES; i++) {
            step.run();
        }
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < FILES; i++) {
            step.run();
        }
        return (THREADS.getThreadAllocatedBytes(thread) - before) / FILES;
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aFileAllocatesWhatOpeningItCosts(Strategy strategy) throws IOException {
        Path file = Files.write(
                folder.resolve("file.dcm"),
                Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile());
        InstanceGeometry geometry = new InstanceGeometry(SpacingRules.DEFAULT, List.of(TagPath.parse("Modality")));
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            SourceView view = new SourceView(source);
            long opening = bytesPerFile(() -> {
                source.open(file, false);
                source.load(0, 140);
                source.confirm();
                source.closeFile(0);
            });
            long reading = bytesPerFile(() -> {
                source.open(file, false);
                geometry.begin();
                Outcome outcome = geometry.finish(parser.parse(view, geometry.wanted(), geometry), parser);
                source.closeFile(parser.filePosition());
                assertEquals(Outcome.OK, outcome);
            });
            // Code compiled meanwhile makes some bytes of difference either way; one object a file would make 16 or
            // more.
            assertTrue(reading <= opening + 64, reading + " bytes a file, where opening it takes " + opening);
            assertTrue(opening <= MOST_BYTES, opening + " bytes to open a file");
        }
    }
}
