package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Truncation, padding, and lengths that lead beyond the file. */
class FileEndTest {

    private static final String[] WANTED = {"Modality", "SliceThickness", "PixelSpacing", "(0040,0002)"};

    private static DicomBytes start() {
        return Samples.explicit().element(Tag.MODALITY, "CS", "CT").element(Tag.SLICE_THICKNESS, "DS", "2.5");
    }

    @Test
    void endsBetweenTwoElements() {
        Parsed parsed = Parsed.of(start().toFile(), WANTED).expect(Outcome.OK, ParseEnd.END_OF_DATA);
        assertEquals(start().toFile().length, parsed.position());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 9, 511, 4_096, 100_000})
    void trailingZerosArePadding(int count) {
        byte[] file = Samples.concat(start().toFile(), new byte[count]);
        Parsed.of(file, WANTED).expect(Outcome.OK, ParseEnd.END_OF_DATA);
    }

    @Test
    void trailingZerosAndFFFCPadding() {
        byte[] file = start().element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0xFFFCFFFC, "OB", new byte[500])
                .raw(new byte[33])
                .toFile();
        Parsed.of(file, WANTED).expect(Outcome.OK, ParseEnd.PIXEL_DATA).expectSpacing(0.5, 0.25);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x55, 0xAA, 0xFF})
    void garbageBehindTheDatasetNeverLoops(int filler) {
        byte[] garbage = new byte[10_000];
        Arrays.fill(garbage, (byte) filler);
        byte[] file = start().element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .raw(garbage)
                .toFile();
        Parsed.of(file, WANTED).expectSpacing(0.5, 0.25);
    }

    @Test
    void cutInsideAnElementHeader() {
        byte[] file = start().toFile();
        byte[] longer = start().element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25").toFile();
        for (int rest = 1; rest < 8; rest++) {
            byte[] cut = Arrays.copyOf(longer, file.length + rest);
            Parsed parsed = Parsed.of(cut, WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
            assertEquals(file.length, parsed.position());
            assertEquals(2.5, parsed.number("SliceThickness"));
        }
    }

    @Test
    void cutInsideAWantedValueIsTruncatedAtItsElementAndKeepsWhatWasReadBefore() {
        byte[] file = start().toFile();
        byte[] longer = start().element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25").toFile();
        for (int length = file.length + 8; length < longer.length; length++) {
            Parsed parsed = Parsed.of(Arrays.copyOf(longer, length), WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
            assertEquals(file.length, parsed.position());
            assertEquals(2.5, parsed.number("SliceThickness"));
            assertFalse(parsed.has("PixelSpacing"));
        }
    }

    @Test
    void cutInsideASkippedValueIsTruncatedAtItsElement() {
        byte[] file = start().toFile();
        byte[] longer = start().element(0x00191010, "OB", new byte[1_000]).toFile();
        for (int length : new int[] {file.length + 12, file.length + 13, longer.length - 1}) {
            Parsed parsed = Parsed.of(Arrays.copyOf(longer, length), WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
            assertEquals(file.length, parsed.position());
        }
        Parsed.of(longer, WANTED).expect(Outcome.OK, ParseEnd.END_OF_DATA);
    }

    @Test
    void cutInsideASequenceIsTruncated() {
        for (boolean undefined : new boolean[] {true, false}) {
            byte[] file = start().sequence(
                            Samples.REFERENCED_IMAGES, undefined, item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                    .toFile();
            for (int length = start().toFile().length + 12; length < file.length; length++) {
                Parsed.of(Arrays.copyOf(file, length), WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
            }
        }
    }

    @Test
    void cutBehindTheLastWantedTagIsNotNoticed() {
        byte[] file = start().element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .elementHeader(0x7FE00010, "OW", 1_000_000)
                .toFile();
        Parsed.of(file, "PixelSpacing").expect(Outcome.OK, ParseEnd.LAST_WANTED).expectSpacing(0.5, 0.25);
        Parsed.of(file, WANTED).expect(Outcome.OK, ParseEnd.PIXEL_DATA).expectSpacing(0.5, 0.25);
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000, 0x7FFFFFFF, 0x80000000L, 0xFFFFFFFEL})
    void lengthOfGigabytesInASmallFileAllocatesNothing(long length) {
        byte[] skipped = start().elementHeader(0x00191010, "OB", length)
                .raw(new byte[100])
                .toFile();
        MemoryWindow window = new MemoryWindow(64).open(skipped);
        Parsed parsed = Parsed.of(window, WantedTags.of(WANTED)).expect(Outcome.TRUNCATED, ParseEnd.CUT);
        assertEquals(start().toFile().length, parsed.position());
        assertEquals(140, window.largestRequest(), "the first look at the file");

        byte[] wanted = Samples.implicit()
                .element(Tag.MODALITY, "CS", "CT")
                .elementHeader(Tag.PIXEL_SPACING, "DS", length)
                .raw(new byte[100])
                .toFile();
        Parsed.of(window.open(wanted), WantedTags.of(WANTED)).expect(Outcome.TRUNCATED, ParseEnd.CUT);
        assertEquals(140, window.largestRequest());
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 100_000, 2_000_000, 0x7FFFFFFF, 0xFFFFFFFEL})
    void lastWantedValueThatLeadsBeyondTheFileIsCut(long length) {
        for (String vr : new String[] {"OB", "UT", "UN", "SQ"}) {
            for (int tag : new int[] {Tag.PIXEL_SPACING, Tag.PIXEL_MEASURES_SEQUENCE}) {
                byte[] file =
                        start().elementHeader(tag, vr, length).raw(new byte[50]).toFile();
                for (String path : new String[] {Tag.toString(tag), Tag.toString(tag) + "/Rows"}) {
                    Parsed parsed = Parsed.of(file, "Modality", path);
                    assertTrue(parsed.outcome() != Outcome.OK, parsed::everything);
                    assertTrue(parsed.position() <= file.length, parsed::everything);
                    assertEquals("CT", parsed.text("Modality"));
                }
            }
        }
    }

    @Test
    void fileOfFullLengthWhoseTailIsZeroIsTruncatedInTheWantedSequence() {
        for (boolean undefined : new boolean[] {true, false}) {
            byte[] file = Samples.enhanced(DicomSyntax.EXPLICIT_LITTLE_ENDIAN, undefined)
                    .toFile();
            byte[] tailless = Arrays.copyOf(Arrays.copyOf(file, file.length - 128 - 12 - 100), file.length);
            String path = "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient";
            Parsed.of(file, path).expect(Outcome.OK);
            Parsed parsed = Parsed.of(tailless, path);
            assertTrue(
                    parsed.outcome() == Outcome.TRUNCATED || parsed.outcome() == Outcome.MALFORMED, parsed::everything);
        }
    }

    @Test
    void wantedValueOfMegabytesIsPassedOverAndNothingIsWrongWithIt() {
        byte[] file = start().element(0x00191010, "OB", new byte[DatasetWalker.MAX_VALUE_BYTES + 2])
                .element(0x00191011, "OB", new byte[DatasetWalker.MAX_VALUE_BYTES])
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed parsed = Parsed.of(file, "(0019,1010)", "(0019,1011)", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25)
                .expectRepaired(false);
        assertTrue(parsed.tooLong());
        assertFalse(parsed.has("(0019,1010)"));
        assertEquals(2, parsed.events().size());
    }

    @Test
    void oddLengths() {
        byte[] file = Samples.explicit()
                .elementHeader(Tag.MODALITY, "CS", 3)
                .raw((byte) 'C', (byte) 'T', (byte) ' ')
                .elementHeader(Tag.PIXEL_SPACING, "DS", 7)
                .raw("0.5\\.25".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .toFile();
        Parsed parsed =
                Parsed.of(file, "Modality", "PixelSpacing").expect(Outcome.OK).expectSpacing(0.5, 0.25);
        assertEquals("CT", parsed.text("Modality"));
    }

    @Test
    void emptyValues() {
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "CS", "")
                .element(Tag.SLICE_THICKNESS, "DS", "")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed parsed = Parsed.of(file, WANTED).expectSpacing(0.5, 0.25);
        assertEquals(Double.NaN, parsed.number("SliceThickness"));
        assertEquals("", parsed.text("Modality"));
    }
}
