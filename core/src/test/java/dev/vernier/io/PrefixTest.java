package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.MemoryWindow;
import dev.vernier.dicom.Parsed;
import dev.vernier.dicom.RealFiles;
import dev.vernier.dicom.Samples;
import dev.vernier.dicom.WantedTags;
import dev.vernier.io.Strategies.Strategy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every beginning of files of some forty kinds: an answer, the same through every strategy, and no more work than there are bytes. */
class PrefixTest {

    private static final int REAL_FILES = 16;
    /** Up to here each byte is a cut, then each of so many. */
    private static final int EVERY_BYTE_UP_TO = 3_000;

    private static final int STEP = 211;
    private static final int LONGEST = 40_000;
    private static final WantedTags WANTED = WantedTags.of(
                    "MediaStorageSOPClassUID",
                    "SOPClassUID",
                    "SeriesInstanceUID",
                    "PixelSpacing",
                    "SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing",
                    "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient")
            .withFullWalk();

    @TempDir
    private Path folder;

    private static List<byte[]> files() throws IOException {
        List<byte[]> files = new ArrayList<>(Samples.all().values());
        for (Path real : RealFiles.some(REAL_FILES)) {
            byte[] bytes = Files.readAllBytes(real);
            files.add(bytes.length > LONGEST ? Samples.cut(bytes, LONGEST) : bytes);
        }
        return files;
    }

    private static int shorter(int length) {
        return length > EVERY_BYTE_UP_TO ? Math.max(EVERY_BYTE_UP_TO, length - STEP) : length - 1;
    }

    static List<Strategy> strategies() {
        return Strategies.ordinary();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void everyPrefixIsReadFromAFileAsFromMemory(Strategy strategy) throws IOException {
        Path file = folder.resolve("prefix.dcm");
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser();
                HeaderParser inMemory = new HeaderParser()) {
            for (byte[] bytes : files()) {
                Files.write(file, bytes);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    for (int length = bytes.length; length >= 0; length = shorter(length)) {
                        channel.truncate(length);
                        MemoryWindow whole = new MemoryWindow().open(bytes, length);
                        String expected = Parsed.of(whole, WANTED, inMemory).everything();
                        source.open(file, false);
                        String actual = Parsed.of(new SourceView(source), WANTED, parser)
                                .everything();
                        source.closeFile(parser.filePosition());
                        assertEquals(expected, actual, "cut at " + length);
                    }
                }
            }
        }
    }

    @Test
    void everyPrefixTakesWorkInProportionToItsLength() throws IOException {
        try (HeaderParser parser = new HeaderParser();
                HeaderParser inMemory = new HeaderParser()) {
            MemoryWindow tiny = new MemoryWindow(16);
            for (byte[] bytes : files()) {
                for (int length = bytes.length; length >= 0; length = shorter(length)) {
                    MemoryWindow whole = new MemoryWindow().open(bytes, length);
                    String expected = Parsed.of(whole, WANTED, inMemory).everything();
                    assertEquals(
                            expected,
                            Parsed.of(tiny.open(bytes, length), WANTED, parser).everything(),
                            "cut at " + length);
                    assertTrue(tiny.loads() <= 64 + 2L * length, tiny.loads() + " loads for " + length + " bytes");
                }
            }
        }
    }
}
