package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Implicit or explicit is decided by the chain of several elements, not by two bytes that happen to be letters. */
class ChainProbeTest {

    private static final String IMPLICIT_UID = "1.2.840.10008.1.2";
    private static final String EXPLICIT_UID = "1.2.840.10008.1.2.1";
    private static final String DEFLATED_UID = "1.2.840.10008.1.2.1.99";
    private static final String[] WANTED = {"Modality", "PixelSpacing"};
    private static final int LENGTH_THAT_READS_DT = 0x5444;

    private static byte[] filled(int length, int filler) {
        byte[] value = new byte[length];
        Arrays.fill(value, (byte) filler);
        return value;
    }

    private static DicomBytes rest(DicomBytes bytes) {
        return bytes.element(Tag.MODALITY, "CS", "CT")
                .element(Tag.MANUFACTURER, "LO", "ACME")
                .element(Tag.SLICE_THICKNESS, "DS", "2.5")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", new byte[64]);
    }

    /** Whatever window the file is seen through. */
    private static void expect(byte[] file, TransferSyntax syntax) {
        String whole = null;
        for (int window : new int[] {8, 64, 1_000, 20_000, 30_000, Integer.MAX_VALUE}) {
            Parsed parsed = Parsed.of(new MemoryWindow(window).open(file), WantedTags.of(WANTED))
                    .expect(Outcome.OK)
                    .expectSpacing(0.5, 0.25);
            assertEquals("CT", parsed.text("Modality"));
            assertEquals(syntax, parsed.syntax());
            whole = whole == null ? parsed.everything() : whole;
            assertEquals(whole, parsed.everything(), "window of " + window);
        }
    }

    private static void expectImplicit(UnaryOperator<DicomBytes> start) {
        DicomBytes dataset = rest(start.apply(Samples.implicit()));
        byte[] implicit = dataset.toFile(IMPLICIT_UID);
        expect(implicit, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        expect(dataset.toFile(EXPLICIT_UID), TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        expect(dataset.toByteArray(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, ' ', 'A', 'S', 0xFF})
    void lengthOfTheFirstElementThatReadsDt(int filler) {
        expectImplicit(bytes -> bytes.element(0x00080001, "UN", filled(LENGTH_THAT_READS_DT, filler)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x4853, 0x424F, 0x4E55, 0x5153, 0x200A, 0x2020})
    void lengthsThatReadAsOtherVrsOrBlanks(int length) {
        expectImplicit(bytes -> bytes.element(0x00080001, "UN", filled(length, 'x')));
        expectImplicit(bytes -> bytes.element(0x00080005, "CS", "ISO_IR 100")
                .element(0x00080008, "UN", filled(length, 1))
                .element(0x00080012, "UN", filled(length, 2)));
    }

    @Test
    void lengthThatReadsDtOfAnElementFurtherOnInAFileThatLies() {
        byte[] file = rest(Samples.implicit()
                        .element(0x00080005, "CS", "ISO_IR 100")
                        .element(0x00080008, "CS", "A"))
                .element(0x7FE10010, "OB", new byte[2])
                .toFile(EXPLICIT_UID);
        expect(file, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
        byte[] later = Samples.implicit()
                .element(0x00080005, "CS", "ISO_IR 100")
                .element(0x00080008, "CS", "A")
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.MANUFACTURER, "LO", "ACME")
                .element(0x00091010, "UN", new byte[LENGTH_THAT_READS_DT])
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile(EXPLICIT_UID);
        expect(later, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void explicitDataThatAreSaidToBeImplicitInAFileLargeEnoughForAnyLength() {
        byte[] pixels = new byte[3_000_000]; // "CS" and a length of 16 would be 1.1 million
        byte[] file = Samples.explicit()
                .element(0x00080005, "CS", "ISO_IR 100ABCDEF")
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", pixels)
                .toFile(IMPLICIT_UID);
        expect(file, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void implicitElementAmongTheFirstOfExplicitDataInAFileLargeEnoughForAnyLength() {
        byte[] file = Samples.explicit()
                .element(0x00080005, "CS", "AB")
                .raw(Samples.implicit().element(0x00080008, "CS", "ORIGINAL").toByteArray())
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", new byte[3_000_000])
                .toFile();
        expect(file, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void bothReadingsAreAChainTheMetaHeaderDecides() {
        // Explicit: an empty DT and then elements. Implicit: one element whose value they are, and then the same again.
        DicomBytes inside = Samples.explicit()
                .element(0x00080005, "CS", "AB")
                .element(Tag.MODALITY, "CS", "MR")
                .element(0x00080070, "LO", "inside")
                .element(0x00081030, "LO", "no");
        byte[] value = Arrays.copyOf(inside.toByteArray(), LENGTH_THAT_READS_DT);
        DicomBytes dataset =
                rest(Samples.implicit().element(0x00080001, "UN", value).element(0x00080005, "CS", "AB"));
        Parsed implicit = Parsed.of(dataset.toFile(IMPLICIT_UID), WANTED);
        assertEquals(
                TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
                implicit.expectSpacing(0.5, 0.25).syntax());
        Parsed explicit = Parsed.of(dataset.toFile(EXPLICIT_UID), WANTED);
        assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, explicit.syntax());
        assertEquals("MR", explicit.text("Modality"));
    }

    @Test
    void neitherReadingIsAChainTheMetaHeaderDecides() {
        byte[] explicit = Samples.explicit()
                .raw(Samples.implicit().element(0x00080005, "CS", "AB").toByteArray())
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile(EXPLICIT_UID);
        expect(explicit, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    @Test
    void dataSetsOfFewElementsAreChainsToTheirEnd() {
        byte[] padding = new byte[100];
        for (String uid : new String[] {IMPLICIT_UID, EXPLICIT_UID}) {
            for (DicomSyntax syntax :
                    new DicomSyntax[] {DicomSyntax.IMPLICIT_LITTLE_ENDIAN, DicomSyntax.EXPLICIT_LITTLE_ENDIAN}) {
                byte[] two = new DicomBytes(syntax)
                        .element(Tag.MODALITY, "CS", "CT")
                        .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                        .toFile(uid);
                expect(two, TransferSyntax.valueOf(syntax.name()));
                expect(Samples.concat(two, padding), TransferSyntax.valueOf(syntax.name()));
            }
        }
    }

    @Test
    void deflatedDataWhoseFirstLengthReadsDtKeepTheirBeginning() {
        byte[] dataset = rest(Samples.implicit().element(0x00080001, "UN", filled(LENGTH_THAT_READS_DT, 7)))
                .toByteArray();
        byte[] meta =
                Samples.explicit().fileMeta(Samples.CT, "1.2", DEFLATED_UID).toByteArray();
        byte[] file = Samples.concat(meta, Samples.deflate(dataset, true));
        Parsed parsed = Parsed.of(file, "(0008,0001)", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertTrue(parsed.has("(0008,0001)"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lengthInAnItemOfUnThatReadsDt(boolean deflated) {
        byte[] items = Samples.implicit()
                .item(
                        true,
                        item -> item.element(0x00080001, "UN", filled(LENGTH_THAT_READS_DT, 'x'))
                                .element(Tag.MODALITY, "CS", "MR")
                                .element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .item(false, item -> item.element(0x00080001, "UN", filled(LENGTH_THAT_READS_DT, 1)))
                .toByteArray();
        DicomBytes dataset = new DicomBytes(
                        deflated ? DicomSyntax.DEFLATED_LITTLE_ENDIAN : DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(Tag.MODALITY, "CS", "CT")
                .elementHeader(Samples.REFERENCED_IMAGES, "UN", items.length)
                .raw(items)
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25");
        String nested = "ReferencedImageSequence/PixelSpacing";
        Parsed parsed = Parsed.of(dataset.toFile(), nested, "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25)
                .expectRepaired(false);
        assertEquals("9.0 8.0", parsed.numbers(nested));
    }

    @Test
    void commonFileIsReadOnceAndNoFurtherThanBefore() throws IOException {
        byte[] file = Samples.explicit()
                .element(0x00080005, "CS", "ISO_IR 100")
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", new byte[3_000_000])
                .toFile();
        MemoryWindow window = new MemoryWindow(4096).open(file);
        try (HeaderParser parser = new HeaderParser()) {
            Parsed.of(window, WantedTags.of(WANTED), parser).expect(Outcome.OK);
            assertTrue(parser.filePosition() < 1_000, "needed " + parser.filePosition());
        }
        assertEquals(1, window.loads());
    }
}
