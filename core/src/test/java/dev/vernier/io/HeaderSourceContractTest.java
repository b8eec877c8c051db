package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.SharedData;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Parsed;
import dev.vernier.dicom.Samples;
import dev.vernier.dicom.WantedTags;
import dev.vernier.io.Strategies.Strategy;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every strategy must do, whatever its window: exactly what parsing the whole file from memory does. */
class HeaderSourceContractTest {

    private static final int PIXEL_SPACING = 0x00280030;
    private static final WantedTags EARLY = WantedTags.of("MediaStorageSOPClassUID", "Modality", "PixelSpacing");
    private static final WantedTags DEEP = WantedTags.of(
            "TransferSyntaxUID",
            "Manufacturer",
            "ReferencedImageSequence/PixelSpacing",
            "(0019,1010)",
            "(0019,1020)/PixelSpacing",
            "(0029,1010)",
            "ImageOrientationPatient",
            "PixelSpacing",
            "SharedFunctionalGroupsSequence",
            "SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing",
            "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient");

    @TempDir
    Path folder;

    static List<Strategy> strategies() {
        return Strategies.all();
    }

    static List<Strategy> ordinaryStrategies() {
        return Strategies.ordinary();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file.dcm"), bytes);
    }

    private static Parsed parse(HeaderSource source, HeaderParser parser, Path file, WantedTags wanted)
            throws IOException {
        source.open(file, false);
        try {
            return Parsed.of(new SourceView(source), wanted, parser);
        } finally {
            source.closeFile(parser.filePosition());
        }
    }

    private static void assertSameAsInMemory(HeaderSource source, HeaderParser parser, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (WantedTags wanted : List.of(EARLY, DEEP, DEEP.withFullWalk())) {
            String expected = Parsed.of(bytes, wanted).everything();
            assertEquals(expected, parse(source, parser, file, wanted).everything(), file::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void generatedFilesAreReadAsFromMemory(Strategy strategy) throws IOException {
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            for (Map.Entry<String, byte[]> sample : Samples.all().entrySet()) {
                assertSameAsInMemory(source, parser, file(sample.getValue()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void realFilesAreReadAsFromMemory(Strategy strategy) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(SharedData.dicom(""))) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        int step = Strategies.ordinary().stream().anyMatch(s -> s.name().equals(strategy.name())) ? 1 : 9;
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            for (int i = 0; i < files.size(); i += step) {
                assertSameAsInMemory(source, parser, files.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void filesAsLongAsAWindow(Strategy strategy) throws IOException {
        int size = 4 << 10;
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            for (int length : new int[] {size - 9, size - 8, size - 1, size, size + 1, size + 7, size + 8, 2 * size}) {
                byte[] bytes = paddedTo(length);
                assertEquals(length, bytes.length);
                Path file = file(bytes);
                assertSameAsInMemory(source, parser, file);
                parse(source, parser, file, EARLY).expect(Outcome.OK).expectSpacing(0.5, 0.25);
            }
        }
    }

    /** A file whose last bytes are those of PixelSpacing. */
    private static byte[] paddedTo(int length) {
        int without = paddedBy(0).length;
        return paddedBy(length - without);
    }

    private static byte[] paddedBy(int bytes) {
        return Samples.explicit()
                .element(0x00080060, "CS", "CT")
                .elementHeader(0x00191010, "OB", bytes)
                .raw(new byte[bytes])
                .element(PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void emptyFile(Strategy strategy) throws IOException {
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            parse(source, parser, file(new byte[0]), EARLY).expect(Outcome.EMPTY);
            parse(source, parser, file(new byte[] {8}), EARLY).expect(Outcome.NOT_DICOM);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void missingFileAndDirectoryThrowAndTheSourceGoesOn(Strategy strategy) throws IOException {
        Path good = file(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile());
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            for (int i = 0; i < 2; i++) {
                assertThrows(NoSuchFileException.class, () -> parse(source, parser, folder.resolve("missing"), EARLY));
                assertThrows(IOException.class, () -> parse(source, parser, folder, EARLY));
                parse(source, parser, good, EARLY).expect(Outcome.OK).expectSpacing(0.5, 0.25);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ordinaryStrategies")
    void symbolicLinksAreFollowedOnlyIfTold(Strategy strategy) throws IOException {
        Path good = file(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile());
        Path link = Files.createSymbolicLink(folder.resolve("link.dcm"), good);
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            assertThrows(IOException.class, () -> source.open(link, false));
            source.closeFile(0);
            source.open(link, true);
            Parsed.of(new SourceView(source), EARLY, parser).expect(Outcome.OK).expectSpacing(0.5, 0.25);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void closingTwiceAndOpeningTwiceIsHarmless(Strategy strategy) throws IOException {
        Path file = file(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile());
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            source.closeFile(0);
            source.open(file, false);
            source.load(0, 10);
            source.open(file, false);
            assertEquals(0, source.limit());
            Parsed.of(new SourceView(source), EARLY, parser).expect(Outcome.OK);
            source.closeFile(10);
            source.closeFile(10);
            assertEquals(0, source.limit());
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void loadSaysHowMuchThereIs(Strategy strategy) throws IOException {
        byte[] bytes = new byte[1_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Path file = file(bytes);
        try (HeaderSource source = strategy.open()) {
            source.open(file, false);
            assertEquals(1_000, source.size());
            int[] offsets = {0, 5, 990, 3, 999, 1_000, 1_001, 100_000, 500, 0};
            for (int offset : offsets) {
                for (int length : new int[] {1, 12, 600}) {
                    int count = source.load(offset, length);
                    assertTrue(count >= Math.min(length, Math.max(0, 1_000 - offset)), "at " + offset);
                    assertTrue(count <= Math.max(0, 1_000 - offset), "at " + offset);
                    for (int i = 0; i < count; i++) {
                        assertEquals(bytes[offset + i], source.buffer().get((int) (offset - source.base()) + i));
                    }
                }
            }
            long beyond = 5_000_000_000L;
            assertEquals(0, source.load(beyond, 8));
            assertEquals(8, Math.min(8, source.load(992, 8)));
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void filesReadsAndBytesAreCounted(Strategy strategy) throws IOException {
        Path file = file(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile());
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            assertEquals("0 0 0", source.filesOpened() + " " + source.reads() + " " + source.bytesRead());
            parse(source, parser, file, EARLY);
            long reads = source.reads();
            long bytes = source.bytesRead();
            assertTrue(reads > 0 && bytes > 0);
            assertEquals(1, source.filesOpened());
            parse(source, parser, file, EARLY);
            assertEquals(2, source.filesOpened());
            assertTrue(source.reads() > reads && source.bytesRead() > bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void fileThatShrinksWhileItIsReadNeverGivesFalseValues(Strategy strategy) throws IOException {
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            int errors = ShrinkingFile.read(folder.resolve("shrinking.dcm"), source, parser, 60);
            assertTrue(errors == 0 || source instanceof MappedSource, errors + " errors");
            assertSameAsInMemory(source, parser, file(Samples.dose().toFile()));
        }
    }

    /** A wanted tag behind a private element of 1.9 GB, in a sparse file. */
    @ParameterizedTest
    @MethodSource("strategies")
    void gigabytesAreJumpedOver(Strategy strategy) throws IOException {
        long length = 1_900_000_000L;
        byte[] start = Samples.explicit()
                .element(0x00080060, "CS", "CT")
                .elementHeader(0x00191010, "OB", length)
                .toFile();
        byte[] end = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(PIXEL_SPACING, "DS", "0.5\\0.25")
                .elementHeader(0x7FE00010, "OW", 100_000_000)
                .toByteArray();
        Path file = folder.resolve("huge.dcm");
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(start));
            channel.write(ByteBuffer.wrap(end), start.length + length);
            channel.write(ByteBuffer.wrap(new byte[1]), start.length + length + end.length + 100_000_000 - 1);
        }
        try (HeaderSource source = strategy.open();
                HeaderParser parser = new HeaderParser()) {
            parse(source, parser, file, EARLY).expect(Outcome.OK).expectSpacing(0.5, 0.25);
            assertTrue(parser.filePosition() <= start.length, "learns from what lies before the gap only");
            if (Strategies.ordinary().stream().anyMatch(s -> s.name().equals(strategy.name()))) {
                assertTrue(source.reads() <= 3, source.reads() + " reads");
            }
            if (source instanceof PositionedSource) {
                assertTrue(source.bytesRead() <= 3 * 4_096, source.bytesRead() + " bytes");
            }
        }
        Files.delete(file);
    }
}
