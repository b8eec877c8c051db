package dev.vernier.bench;

import dev.vernier.dicom.ByteWindow;
import dev.vernier.dicom.ElementSink;
import dev.vernier.dicom.ElementValue;
import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.TransferSyntax;
import dev.vernier.dicom.WantedTags;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthDataset;
import dev.vernier.synth.SynthOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Kinds of header that archives hold, each taken from the synthetic set that the tests scan. */
public enum HeaderShape {
    /** One slice, explicit little endian. */
    CLASSIC_EXPLICIT,
    /** One slice, implicit little endian. */
    CLASSIC_IMPLICIT,
    /** Many frames, PixelMeasures shared. */
    ENHANCED_SHARED,
    /** Many frames, PixelMeasures in every frame. */
    ENHANCED_PER_FRAME;

    private static final int MAX_HEADER_BYTES = 512 << 10;
    private static final WantedTags PROBE = WantedTags.of(
            "SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing",
            "PerFrameFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing");

    /** The smallest header of this kind in a fresh synthetic set, pixel data not included. */
    byte[] header() throws IOException {
        Path folder = Files.createTempDirectory("vernier-bench");
        try {
            SynthDataset.write(folder.resolve("set"), new SynthOptions(100, 8, 1, Profile.RSNA_IAD, 2), files -> {});
            try (Stream<Path> files = Files.walk(folder.resolve("set").resolve("series"))) {
                return files.filter(file -> file.toString().endsWith(".dcm"))
                        .sorted()
                        .map(HeaderShape::read)
                        .filter(bytes -> bytes.length > 0) // junk files are part of the set
                        .filter(bytes -> of(bytes) == this)
                        .min(Comparator.<byte[]>comparingInt(bytes -> bytes.length)
                                .thenComparing(Arrays::compare))
                        .orElseThrow();
            }
        } finally {
            delete(folder);
        }
    }

    private static HeaderShape of(byte[] bytes) {
        boolean[] found = new boolean[PROBE.size()];
        ElementSink sink = (slot, value) -> found[slot] = true;
        try (HeaderParser parser = new HeaderParser()) {
            parser.parse(new MemoryWindow(bytes), PROBE, sink);
            if (found[1]) {
                return ENHANCED_PER_FRAME;
            }
            if (found[0]) {
                return ENHANCED_SHARED;
            }
            return parser.transferSyntax() == TransferSyntax.IMPLICIT_LITTLE_ENDIAN
                    ? CLASSIC_IMPLICIT
                    : CLASSIC_EXPLICIT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file up to its pixel data. */
    private static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file);
                HeaderParser parser = new HeaderParser()) {
            byte[] bytes = in.readNBytes(MAX_HEADER_BYTES);
            ByteWindow window = new MemoryWindow(bytes);
            parser.parse(window, WantedTags.of("(7FE0,0000)").withFullWalk(), HeaderShape::ignore);
            return Arrays.copyOf(bytes, (int) parser.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ignore(int slot, ElementValue value) {
        // only the position of the pixel data is wanted
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
