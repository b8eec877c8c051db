package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.HeaderValues;
import dev.vernier.dicom.MemoryWindow;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.RealFiles;
import dev.vernier.dicom.Samples;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TagPath;
import dev.vernier.dicom.WantedTags;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.Strategies.Strategy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every prefix of some thirty files of different kinds: an outcome, the same through every strategy, for work that is linear in the
 * prefix. {@code -Dvernier.prefixes=all} cuts files at each of the first 20,480 bytes for every strategy; else that is done in memory,
 * and those on disk, which cost system calls, are cut at every 29th.
 */
class PrefixTest {

    private static final int EVERY_BYTE_UP_TO = 20 << 10;
    private static final int STEPS_BEYOND = 40;
    private static final int REAL_FILES = 12;
    private static final int DISK_STEP = "all".equals(System.getProperty("vernier.prefixes")) ? 1 : 29;
    private static final int BLOCK = PositionedSource.BLOCK_BYTES;
    private static final int SMALL_WINDOW = 64;
    /** Each prefix is read twice, for different tags. */
    private static final int PARSES = 2;

    private static final WantedTags DEEP = WantedTags.of(
                    "Modality",
                    "ReferencedImageSequence/PixelSpacing",
                    "PixelSpacing",
                    "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient")
            .withFullWalk();

    @TempDir
    Path folder;

    private final HeaderParser parser = new HeaderParser();
    private final HeaderValues values = new HeaderValues(DEEP);
    private final InstanceGeometry geometry =
            new InstanceGeometry(SpacingRules.DEFAULT, List.of(TagPath.parse("Manufacturer")));

    @TestFactory
    Stream<DynamicTest> everyPrefix() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(Samples.all());
        for (Path file : RealFiles.some(REAL_FILES)) {
            files.put(file.getParent().getFileName() + "/" + file.getFileName(), Files.readAllBytes(file));
        }
        return files.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> prefixesOf(file.getValue())));
    }

    private void prefixesOf(byte[] bytes) throws IOException {
        MemoryWindow whole = new MemoryWindow();
        MemoryWindow small = new MemoryWindow(SMALL_WINDOW);
        for (int length = 0; length <= bytes.length; length = next(bytes.length, length, 1)) {
            String expected = answer(whole.open(bytes, length));
            if (length % (length < BLOCK ? 1 : 7) == 0) {
                assertEquals(expected, answer(small.open(bytes, length)));
                long bound = PARSES * (4L * length + BLOCK);
                assertTrue(small.bytesLoaded() <= bound, small.bytesLoaded() + " bytes loaded of " + length);
                assertTrue(small.loads() <= PARSES * (8L + length), small.loads() + " loads of " + length);
            }
        }
        for (Strategy strategy : Strategies.ordinary()) {
            onDisk(bytes, strategy);
        }
    }

    private static int next(int size, int length, int step) {
        int beyond = length < EVERY_BYTE_UP_TO ? step : Math.max(step, (size - EVERY_BYTE_UP_TO) / STEPS_BEYOND);
        return length < size ? Math.min(size, length + beyond) : size + 1;
    }

    /** Cuts the file shorter and shorter. */
    private void onDisk(byte[] bytes, Strategy strategy) throws IOException {
        Path file = Files.write(folder.resolve("prefix.dcm"), bytes);
        MemoryWindow whole = new MemoryWindow();
        try (HeaderSource source = strategy.open();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int length : lengths(bytes.length, DISK_STEP)) {
                channel.truncate(length);
                long readBefore = source.bytesRead();
                source.open(file, false);
                String actual = answer(new SourceView(source));
                source.closeFile(parser.filePosition());
                assertEquals(answer(whole.open(bytes, length)), actual, () -> "cut at " + length);
                long read = source.bytesRead() - readBefore;
                assertTrue(read <= PARSES * (2L * length + BLOCK), read + " bytes read of " + length);
            }
        }
    }

    private static int[] lengths(int size, int step) {
        int[] ascending = Stream.iterate(0, length -> length <= size, length -> next(size, length, step))
                .mapToInt(n -> n)
                .toArray();
        int[] descending = new int[ascending.length];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = ascending[ascending.length - 1 - i];
        }
        return descending;
    }

    /** What a scan makes of the file, and what a full walk for nested tags does. */
    private String answer(ByteWindow window) throws IOException {
        geometry.begin();
        Outcome outcome = geometry.finish(parser.parse(window, geometry.wanted(), geometry), parser);
        assertNotNull(outcome);
        String scanned = outcome + where();
        values.begin();
        String walked = parser.parse(window, values.wanted(), values) + where();
        return scanned + "; " + walked + " " + values.text(0) + " " + values.text(2) + " " + values.text(3);
    }

    private String where() {
        return " " + parser.end() + " at " + parser.position() + " behind " + Tag.toString(parser.lastTag());
    }
}
