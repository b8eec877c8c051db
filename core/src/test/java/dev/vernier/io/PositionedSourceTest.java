package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Parsed;
import dev.vernier.dicom.Samples;
import dev.vernier.dicom.WantedTags;
import dev.vernier.synth.DicomBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the window grows within a file, and what it learns from one for the next. */
class PositionedSourceTest {

    private static final WantedTags WANTED = WantedTags.of("Modality", "PixelSpacing");

    @TempDir
    Path folder;

    private final HeaderParser parser = new HeaderParser();
    private final PositionedSource source = new PositionedSource(new ChannelHandle());

    /** Reads and bytes that one file cost. */
    private record Cost(long reads, long bytes) {}

    private Cost read(Path file, Outcome expected) throws IOException {
        long reads = source.reads();
        long bytes = source.bytesRead();
        source.open(file, false);
        Parsed.of(new SourceView(source), WANTED, parser).expect(expected);
        source.closeFile(parser.filePosition());
        return new Cost(source.reads() - reads, source.bytesRead() - bytes);
    }

    /** A header of small private elements that ends exactly at {@code headerBytes}, with pixels behind it. */
    private Path withHeader(int headerBytes) throws IOException {
        int wanted = headerBytes - header(new byte[0][]).length;
        int elements = Math.max(1, wanted / 200);
        byte[][] values = new byte[elements][];
        int left = wanted - 12 * elements;
        for (int i = 0; i < elements; i++) {
            values[i] = new byte[left / (elements - i)];
            left -= values[i].length;
        }
        byte[] header = header(values);
        assertEquals(headerBytes, header.length);
        Path file = folder.resolve("header" + headerBytes + ".dcm");
        return Files.write(file, Samples.concat(header, new byte[600_000]));
    }

    private static byte[] header(byte[][] privateValues) {
        DicomBytes bytes = Samples.explicit().element(0x00080060, "CS", "CT");
        for (byte[] value : privateValues) {
            bytes.elementHeader(0x00191010, "OB", value.length).raw(value);
        }
        return bytes.element(0x00280030, "DS", "0.5\\0.25")
                .elementHeader(0x7FE00010, "OW", 600_000)
                .toFile();
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 4_084, 4_090, 4_096, 4_100, 8_190, 12_288, 12_290, 20_000, 65_536, 130_000, 262_000})
    void theSecondFileOfAShapeCostsOneRead(int headerBytes) throws IOException {
        Path file = withHeader(headerBytes);
        read(file, Outcome.OK);
        for (int i = 0; i < 4; i++) {
            Cost cost = read(file, Outcome.OK);
            assertEquals(1, cost.reads());
            assertTrue(cost.bytes() < headerBytes + 2 * 4_096, cost.bytes() + " bytes for a header of " + headerBytes);
        }
    }

    @Test
    void windowsGrowWhileALongHeaderIsWalked() throws IOException {
        Cost cost = read(withHeader(500_000), Outcome.OK);
        assertTrue(cost.reads() <= 9, cost.reads() + " reads");
        assertTrue(cost.bytes() <= 2 * 500_000, cost.bytes() + " bytes");
    }

    @Test
    void theGuessIsBounded() throws IOException {
        Path file = withHeader(500_000);
        read(file, Outcome.OK);
        Cost cost = read(file, Outcome.OK);
        assertTrue(cost.reads() <= 3, cost.reads() + " reads");
        Path small = withHeader(2_000);
        assertEquals(PositionedSource.MAX_GUESS_BYTES, read(small, Outcome.OK).bytes());
        assertEquals(2_560, read(small, Outcome.OK).bytes(), "what is needed, in multiples of 512, with some slack");
    }

    @Test
    void theGuessShrinksAgain() throws IOException {
        read(withHeader(100_000), Outcome.OK);
        read(withHeader(2_000), Outcome.OK);
        assertEquals(new Cost(1, 2_560), read(withHeader(2_000), Outcome.OK));
    }

    @ParameterizedTest
    @ValueSource(ints = {40_000, 200_000, 10_000_000})
    void aFarJumpDoesNotGrowTheGuess(int gap) throws IOException {
        byte[] header = Samples.explicit()
                .element(0x00080060, "CS", "CT")
                .element(0x00191010, "OB", new byte[gap])
                .element(0x00280030, "DS", "0.5\\0.25")
                .elementHeader(0x7FE00010, "OW", 600_000)
                .toFile();
        Path file = Files.write(folder.resolve("gap.dcm"), Samples.concat(header, new byte[600_000]));
        assertEquals(new Cost(2, 4_096 + 4_096), read(file, Outcome.OK));
        for (int i = 0; i < 4; i++) {
            assertEquals(new Cost(2, 512 + 4_096), read(file, Outcome.OK));
        }
    }

    @Test
    void headerBeforeAndBehindAGap() throws IOException {
        byte[] header = Samples.explicit()
                .element(0x00080060, "CS", "CT")
                .element(0x00091010, "OB", new byte[9_000])
                .element(0x00091011, "OB", new byte[200])
                .element(0x00191010, "OB", new byte[1_000_000])
                .element(0x00191011, "OB", new byte[300])
                .element(0x00280030, "DS", "0.5\\0.25")
                .elementHeader(0x7FE00010, "OW", 600_000)
                .toFile();
        Path file = Files.write(folder.resolve("gap.dcm"), Samples.concat(header, new byte[600_000]));
        read(file, Outcome.OK);
        for (int i = 0; i < 4; i++) {
            assertEquals(new Cost(2, 9_728 + 4_096), read(file, Outcome.OK));
        }
    }

    @Test
    void junkBetweenFilesTeachesNothing() throws IOException {
        Path file = withHeader(50_000);
        Path readme = Files.writeString(folder.resolve("README"), "no image");
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        read(file, Outcome.OK);
        read(readme, Outcome.NOT_DICOM);
        read(empty, Outcome.EMPTY);
        assertEquals(1, read(file, Outcome.OK).reads());
    }

    @Test
    void deflatedFilesAreLearntFromByTheirDeflatedBytes() throws IOException {
        byte[] noise = new byte[20_000];
        new java.util.Random(1).nextBytes(noise);
        byte[] bytes = new DicomBytes(dev.vernier.synth.DicomSyntax.DEFLATED_LITTLE_ENDIAN)
                .element(0x00080060, "CS", "CT")
                .element(0x00191010, "OB", noise)
                .element(0x00280030, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", new byte[1_000])
                .toFile();
        Path file = Files.write(folder.resolve("deflated.dcm"), bytes);
        read(file, Outcome.OK);
        assertEquals(1, read(file, Outcome.OK).reads());
    }
}
