package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scan makes of the parser's answer: truncation that matters, and DICOM without geometry. */
class ImageOutcomeTest {

    private static Outcome outcome(byte[] file) throws IOException {
        InstanceGeometry geometry = new InstanceGeometry(SpacingRules.DEFAULT, List.of());
        try (HeaderParser parser = new HeaderParser()) {
            return geometry.finish(parser.parse(MemoryWindow.of(file), geometry.wanted(), geometry), parser);
        }
    }

    @Test
    void imagesOfEveryKind() throws IOException {
        for (DicomSyntax syntax : DicomSyntax.values()) {
            assertEquals(Outcome.OK, outcome(Samples.classic(syntax).toFile()));
            assertEquals(Outcome.OK, outcome(Samples.enhanced(syntax, true).toFile()));
            assertEquals(Outcome.OK, outcome(Samples.enhanced(syntax, false).toFile()));
        }
        assertEquals(Outcome.OK, outcome(Samples.dose().toFile()));
        assertEquals(Outcome.OK, outcome(Samples.encapsulated()));
        assertEquals(Outcome.OK, outcome(Samples.unknownSequences()));
    }

    @Test
    void dicomWithoutGeometry() throws IOException {
        assertEquals(Outcome.NO_GEOMETRY, outcome(Samples.report()));
        assertEquals(Outcome.NO_GEOMETRY, outcome(Samples.directory()));
    }

    @Test
    void directoryCutShortIsStillNoGeometry() throws IOException {
        byte[] directory = Samples.directory();
        int classEnd = 132 + 12 + 14 + 8 + 20;
        for (int length = classEnd; length <= directory.length; length++) {
            assertEquals(Outcome.NO_GEOMETRY, outcome(Arrays.copyOf(directory, length)), "cut at " + length);
        }
    }

    @Test
    void classicImageCutBehindGroup0028IsWhole() throws IOException {
        DicomBytes classic = Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] file = classic.toFile();
        int pixels = file.length - 128 - 12;
        assertEquals(Outcome.OK, outcome(Arrays.copyOf(file, pixels + 8 + 4)));
        assertEquals(Outcome.OK, outcome(Arrays.copyOf(file, pixels + 40)));
        int bitsAllocated = pixels - 10;
        assertEquals(Outcome.TRUNCATED, outcome(Arrays.copyOf(file, bitsAllocated - 5)), "cut inside PixelSpacing");
    }

    @Test
    void enhancedImageCutBehindGroup0028IsTruncated() throws IOException {
        byte[] file = Samples.enhanced(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, true).toFile();
        assertEquals(Outcome.TRUNCATED, outcome(Arrays.copyOf(file, file.length - 200)));
    }

    @Test
    void imageThatEndsOnAnElementBoundaryBeforeGroup0028IsTruncated() throws IOException {
        byte[] file = Samples.explicit()
                .element(Tag.SOP_CLASS_UID, "UI", Samples.CT)
                .element(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                .toFile();
        assertEquals(Outcome.TRUNCATED, outcome(file));
        assertEquals(Outcome.TRUNCATED, outcome(Samples.concat(file, new byte[1_000])), "zeros for the rest");
    }

    @Test
    void imageWithoutSeries() throws IOException {
        byte[] file = Samples.explicit()
                .element(Tag.SOP_CLASS_UID, "UI", Samples.CT)
                .element(Tag.ROWS, "US", 4)
                .element(Tag.COLUMNS, "US", 8)
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", new byte[64])
                .toFile();
        assertEquals(Outcome.NO_SERIES, outcome(file));
    }

    @Test
    void floatAndDoublePixelsAreImagesToo() throws IOException {
        for (int tag : new int[] {0x7FE00008, 0x7FE00009, 0}) {
            DicomBytes bytes = Samples.explicit()
                    .element(Tag.SOP_CLASS_UID, "UI", Samples.CT)
                    .element(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                    .element(Tag.ROWS, "US", 4)
                    .element(Tag.COLUMNS, "US", 8)
                    .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25");
            if (tag != 0) {
                bytes.element(tag, "OF", new byte[128]);
            }
            assertEquals(Outcome.OK, outcome(bytes.toFile()));
        }
    }
}
