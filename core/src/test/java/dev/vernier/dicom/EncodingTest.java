package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfer syntaxes, true and lying, and elements that are encoded unlike their neighbours. */
class EncodingTest {

    private static final String[] WANTED = {
        "Modality", "SliceThickness", "SeriesInstanceUID", "NumberOfFrames", "Rows", "Columns", "PixelSpacing"
    };
    private static final String IMPLICIT_UID = "1.2.840.10008.1.2";
    private static final String EXPLICIT_UID = "1.2.840.10008.1.2.1";
    private static final String BIG_ENDIAN_UID = "1.2.840.10008.1.2.2";

    private static Parsed expectClassic(byte[] file) {
        Parsed parsed = Parsed.of(file, WANTED)
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25)
                .expectRepaired(false);
        assertEquals("CT", parsed.text("Modality"));
        assertEquals(2.5, parsed.number("SliceThickness"));
        assertEquals("1.2.3.5", parsed.text("SeriesInstanceUID"));
        assertEquals(512, parsed.number("Rows"));
        assertEquals(256, parsed.number("Columns"));
        return parsed;
    }

    @ParameterizedTest
    @EnumSource
    void everySyntax(DicomSyntax syntax) {
        assertEquals(
                TransferSyntax.valueOf(syntax.deflated() ? "DEFLATED_EXPLICIT_LITTLE_ENDIAN" : syntax.name()),
                expectClassic(Samples.classic(syntax).toFile()).syntax());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.113619.5.2", "1.2.840.10008.1.20"})
    void privateImplicitSyntaxesOfGeAndPapyrus(String uid) {
        expectClassic(Samples.classic(DicomSyntax.IMPLICIT_LITTLE_ENDIAN).toFile(uid));
    }

    @Test
    void anyOtherSyntaxIsExplicitLittleEndian() {
        expectClassic(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile("1.2.3.4.5.6"));
        expectClassic(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile(Samples.JPEG));
        expectClassic(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile(""));
    }

    @Test
    void encapsulatedPixelData() {
        Parsed.of(Samples.encapsulated(), "PixelSpacing", "(0099,0002)")
                .expect(Outcome.OK, ParseEnd.PIXEL_DATA)
                .expectSpacing(0.5, 0.25);
    }

    @Test
    void liesSaysExplicitIsImplicit() {
        expectClassic(Samples.classic(DicomSyntax.IMPLICIT_LITTLE_ENDIAN).toFile(EXPLICIT_UID));
        expectClassic(Samples.classic(DicomSyntax.IMPLICIT_LITTLE_ENDIAN).toFile(Samples.JPEG));
        expectClassic(Samples.classic(DicomSyntax.IMPLICIT_LITTLE_ENDIAN).toFile("1.2.840.10008.1.2.1.99"));
    }

    @Test
    void liesSaysImplicitIsExplicit() {
        expectClassic(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile(IMPLICIT_UID));
    }

    @Test
    void liesAboutByteOrder() {
        expectClassic(Samples.classic(DicomSyntax.EXPLICIT_BIG_ENDIAN).toFile(EXPLICIT_UID));
        expectClassic(Samples.classic(DicomSyntax.EXPLICIT_BIG_ENDIAN).toFile(IMPLICIT_UID));
        expectClassic(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile(BIG_ENDIAN_UID));
        expectClassic(Samples.classic(DicomSyntax.IMPLICIT_LITTLE_ENDIAN).toFile(BIG_ENDIAN_UID));
    }

    @Test
    void implicitDatasetWhoseFirstGroupLooksBigEndian() {
        byte[] file = Samples.implicit()
                .element(0x3F030010, "LO", "ACME")
                .element(0x3F031010, "LO", "last")
                .toFile();
        Parsed parsed = Parsed.of(file, "(3F03,1010)").expect(Outcome.OK);
        assertEquals("last", parsed.text("(3F03,1010)"));
    }

    @Test
    void saysDeflatedIsNot() {
        expectClassic(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).toFile("1.2.840.10008.1.2.1.99"));
    }

    @Test
    void implicitElementInsideExplicitData() {
        byte[] implicitElement =
                Samples.implicit().element(0x00181030, "LO", "protocol").toByteArray();
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "CS", "CT")
                .raw(Samples.implicit()
                        .element(Tag.SLICE_THICKNESS, "DS", "2.5")
                        .toByteArray())
                .raw(implicitElement)
                .raw(Samples.implicit()
                        .element(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.5")
                        .toByteArray())
                .element(Tag.ROWS, "US", 512)
                .raw(Samples.implicit().element(Tag.COLUMNS, "US", 256).toByteArray())
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        expectClassic(file);
    }

    @Test
    void firstElementImplicitInsideExplicitData() {
        byte[] file = Samples.explicit()
                .raw(Samples.implicit().element(0x00080000, "UL", 100).toByteArray())
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed.of(file, "Modality", "PixelSpacing").expect(Outcome.OK).expectSpacing(0.5, 0.25);
    }

    @Test
    void implicitSequenceInsideExplicitData() {
        byte[] sequence = Samples.implicit()
                .sequence(Samples.REFERENCED_IMAGES, true, item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .toByteArray();
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "CS", "CT")
                .raw(sequence)
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed.of(file, "PixelSpacing").expect(Outcome.OK).expectSpacing(0.5, 0.25);
        assertEquals(
                "9.0 8.0",
                Parsed.of(file, "ReferencedImageSequence/PixelSpacing")
                        .numbers("ReferencedImageSequence/PixelSpacing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "\0\0", "??", "--"})
    void blankVrHasA16BitLengthWhereNo32BitOneFits(String vr) {
        DicomBytes bytes = Samples.explicit().element(Tag.MODALITY, "CS", "CT");
        byte[] element =
                Samples.explicit().element(Tag.SLICE_THICKNESS, "DS", "2.5").toByteArray();
        element[4] = (byte) vr.charAt(0);
        element[5] = (byte) vr.charAt(1);
        byte[] file =
                bytes.raw(element).element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25").toFile();
        Parsed parsed = Parsed.of(file, "SliceThickness", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertEquals(2.5, parsed.number("SliceThickness"));
    }

    @Test
    void firstElementWithABlankVr() {
        byte[] element = Samples.explicit().element(Tag.MODALITY, "CS", "CT").toByteArray();
        element[4] = ' ';
        element[5] = ' ';
        byte[] file = Samples.explicit()
                .raw(element)
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed parsed =
                Parsed.of(file, "Modality", "PixelSpacing").expect(Outcome.OK).expectSpacing(0.5, 0.25);
        assertEquals("CT", parsed.text("Modality"));
    }

    // ----- VRs that PS3.5 does not know

    private static Parsed withUnknownVr(byte... rest) {
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "CS", "CT")
                .raw((byte) 0x18, (byte) 0, (byte) 0x10, (byte) 0, (byte) 'Z', (byte) 'Z')
                .raw(rest)
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        return Parsed.of(file, "ContrastBolusAgent", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
    }

    @Test
    void unknownVrWithAShortLength() {
        assertEquals(
                "Gado", withUnknownVr(new byte[] {4, 0, 'G', 'a', 'd', 'o'}).text("ContrastBolusAgent"));
    }

    @Test
    void unknownVrWithALongLength() {
        byte[] rest = {0, 0, 4, 0, 0, 0, 'G', 'a', 'd', 'o'};
        assertEquals("Gado", withUnknownVr(rest).text("ContrastBolusAgent"));
    }

    @Test
    void unknownVrEmptyInTheShortForm() {
        assertEquals("", withUnknownVr(new byte[] {0, 0}).text("ContrastBolusAgent"));
    }

    @Test
    void unknownVrEmptyInTheLongForm() {
        assertEquals("", withUnknownVr(new byte[] {0, 0, 0, 0, 0, 0}).text("ContrastBolusAgent"));
    }

    @Test
    void unknownVrOfUndefinedLengthIsWalkedByItsItems() {
        byte[] items = Samples.explicit()
                .item(true, item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0)
                .toByteArray();
        withUnknownVr(Samples.concat(HexFormat.of().parseHex("0000ffffffff"), items));
    }

    @Test
    void firstElementWithAnUnknownVr() {
        byte[] file = Samples.explicit()
                .raw(HexFormat.of().parseHex("08000500"))
                .raw((byte) 'Z', (byte) 'Y', (byte) 2, (byte) 0, (byte) 'A', (byte) 'B')
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed.of(file, "PixelSpacing").expect(Outcome.OK).expectSpacing(0.5, 0.25);
    }

    // ----- UN

    @Test
    void unDefinedLengthIsWhatTheDictionarySays() {
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "UN", "CT")
                .element(Tag.ROWS, "UN", new byte[] {0, 2})
                .element(Tag.PIXEL_SPACING, "UN", "0.5\\0.25")
                .toFile();
        Parsed parsed = Parsed.of(file, "Modality", "Rows", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertEquals("CT", parsed.text("Modality"));
        assertEquals(512, parsed.number("Rows"));
    }

    @Test
    void unValueIsLittleEndianEvenInBigEndianData() {
        byte[] file = Samples.bigEndian()
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.ROWS, "UN", new byte[] {0, 2})
                .element(Tag.COLUMNS, "US", 256)
                .toFile();
        Parsed parsed = Parsed.of(file, "Rows", "Columns").expect(Outcome.OK);
        assertEquals(512, parsed.number("Rows"));
        assertEquals(256, parsed.number("Columns"));
    }

    private static byte[] withUnSequence(DicomSyntax syntax, byte[] content, boolean undefinedLength) {
        DicomBytes bytes = new DicomBytes(syntax).element(Tag.MODALITY, "CS", "CT");
        bytes.elementHeader(
                Samples.REFERENCED_IMAGES, "UN", undefinedLength ? DicomBytes.UNDEFINED_LENGTH : content.length);
        bytes.raw(content);
        if (undefinedLength) {
            bytes.raw(HexFormat.of().parseHex("feffdde000000000"));
        }
        return bytes.element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25").toFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
    void unDefinedLengthIsImplicitLittleEndianInsideBigEndian(DicomSyntax syntax) {
        byte[] implicitItems = Samples.implicit()
                .item(true, item -> item.element(Tag.ROWS, "US", 300).element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .item(false, item -> item.element(Tag.ROWS, "US", 301))
                .toByteArray();
        byte[] explicitItems = Samples.explicit()
                .item(true, item -> item.element(Tag.ROWS, "US", 300).element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .item(false, item -> item.element(Tag.ROWS, "US", 301))
                .toByteArray();
        for (byte[] items : new byte[][] {implicitItems, explicitItems}) {
            for (boolean undefined : new boolean[] {true, false}) {
                byte[] file = withUnSequence(syntax, items, undefined);
                Parsed.of(file, "PixelSpacing")
                        .expect(Outcome.OK)
                        .expectSpacing(0.5, 0.25)
                        .expectRepaired(false);
                Parsed inside = Parsed.of(
                                file,
                                "ReferencedImageSequence/Rows",
                                "ReferencedImageSequence/PixelSpacing",
                                "PixelSpacing")
                        .expect(Outcome.OK)
                        .expectSpacing(0.5, 0.25)
                        .expectRepaired(false);
                assertEquals(300, inside.number("ReferencedImageSequence/Rows"));
                assertEquals("9.0 8.0", inside.numbers("ReferencedImageSequence/PixelSpacing"));
            }
        }
    }

    @Test
    void sequenceInsideUnInsideASequence() {
        byte[] nested = Samples.implicit()
                .item(
                        true,
                        item -> item.sequence(
                                        Samples.REFERENCED_SERIES,
                                        true,
                                        inner -> inner.element(Tag.PIXEL_SPACING, "DS", "7\\6"))
                                .element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .toByteArray();
        byte[] file = withUnSequence(DicomSyntax.EXPLICIT_BIG_ENDIAN, nested, true);
        String path = "ReferencedImageSequence/ReferencedSeriesSequence/PixelSpacing";
        Parsed parsed = Parsed.of(file, path, "ReferencedImageSequence/PixelSpacing", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertEquals("7.0 6.0", parsed.numbers(path));
        assertEquals("9.0 8.0", parsed.numbers("ReferencedImageSequence/PixelSpacing"));
    }

    // ----- numbers

    @ParameterizedTest
    @EnumSource(names = {"EXPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
    void binaryNumbersOfEveryVr(DicomSyntax syntax) {
        byte[] file = new DicomBytes(syntax)
                .element(Tag.MODALITY, "CS", "CT")
                .element(0x00191001, "US", 65_535)
                .element(0x00191002, "SS", -2)
                .element(0x00191003, "UL", 4_294_967_295.0)
                .element(0x00191004, "SL", -3)
                .element(0x00191005, "FL", 0.5, -0.25)
                .element(0x00191006, "FD", 0.1)
                .element(0x00191007, "SV", -5)
                .element(0x00191008, "UV", 6)
                .element(0x00191009, "AT", 0x00280030)
                .toFile();
        String[] tags = new String[9];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = "(0019,100" + (i + 1) + ")";
        }
        Parsed parsed = Parsed.of(file, tags).expect(Outcome.OK);
        assertEquals("65535.0", parsed.numbers(tags[0]));
        assertEquals("-2.0", parsed.numbers(tags[1]));
        assertEquals("4.294967295E9", parsed.numbers(tags[2]));
        assertEquals("-3.0", parsed.numbers(tags[3]));
        assertEquals("0.5 -0.25", parsed.numbers(tags[4]));
        assertEquals("0.1", parsed.numbers(tags[5]));
        assertEquals("-5.0", parsed.numbers(tags[6]));
        assertEquals("6.0", parsed.numbers(tags[7]));
        assertEquals("", parsed.numbers(tags[8]));
    }

    @Test
    void integerStringsMayHaveAPointAndDecimalStringsAComma() {
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.NUMBER_OF_FRAMES, "IS", "1.0")
                .element(Tag.PIXEL_SPACING, "DS", "0,5\\0,25")
                .toFile();
        Parsed parsed = Parsed.of(file, "NumberOfFrames", "PixelSpacing").expectSpacing(0.5, 0.25);
        assertEquals(1, parsed.number("NumberOfFrames"));
    }

    // ----- deflate

    @Test
    void deflatedWithAZlibHeader() {
        expectClassic(Samples.zlibHeaded(Samples.classic(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)));
    }

    @Test
    void deflatedImplicitOrBigEndianIsReadAsItIs() {
        expectClassic(Samples.zlibHeaded(Samples.classic(DicomSyntax.IMPLICIT_LITTLE_ENDIAN)));
        expectClassic(Samples.zlibHeaded(Samples.classic(DicomSyntax.EXPLICIT_BIG_ENDIAN)));
    }

    @Test
    void deflatedIsInflatedNoFurtherThanNeeded() throws IOException {
        byte[] noise = new byte[2_000_000];
        new Random(1).nextBytes(noise);
        byte[] file = new DicomBytes(DicomSyntax.DEFLATED_LITTLE_ENDIAN)
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", noise)
                .toFile();
        MemoryWindow window = new MemoryWindow(4096).open(file);
        try (HeaderParser parser = new HeaderParser()) {
            Parsed.of(window, WantedTags.of(WANTED), parser).expect(Outcome.OK).expectSpacing(0.5, 0.25);
            assertTrue(parser.filePosition() < 16_384, "read up to " + parser.filePosition());
        }
        assertTrue(window.bytesLoaded() <= 16_384, "loaded " + window.bytesLoaded());
    }

    @Test
    void deflatedValueBehindALargeOneIsFound() {
        byte[] file = new DicomBytes(DicomSyntax.DEFLATED_LITTLE_ENDIAN)
                .element(Tag.MODALITY, "CS", "CT")
                .element(0x00191010, "OB", new byte[3_000_000])
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed.of(file, "PixelSpacing").expect(Outcome.OK).expectSpacing(0.5, 0.25);
    }

    @Test
    void deflatedBeginningWithALongImplicitElement() {
        byte[] first =
                Samples.implicit().element(0x00080001, "UN", new byte[10_000]).toByteArray();
        byte[] dataset = Samples.explicit()
                .raw(first)
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toByteArray();
        Parsed parsed = Parsed.of(
                        Samples.concat(deflatedMeta(), Samples.deflate(dataset, true)), "(0008,0001)", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertTrue(parsed.has("(0008,0001)"), "looking ahead must not lose the beginning");
    }

    @Test
    void deflatedStreamThatIsCorruptBehindWhatIsReadDoesNotMatter() {
        byte[] stream = Samples.deflate(
                Samples.explicit()
                        .element(Tag.MODALITY, "CS", "CT")
                        .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                        .element(0x7FE00010, "OW", new byte[10])
                        .toByteArray(),
                false);
        stream[stream.length - 1] ^= 1; // the checksum
        Parsed.of(Samples.concat(deflatedMeta(), stream), WANTED).expect(Outcome.OK, ParseEnd.LAST_WANTED);
        Parsed.of(Samples.concat(deflatedMeta(), stream), "PixelSpacing", "(7FDF,0010)")
                .expect(Outcome.OK, ParseEnd.PIXEL_DATA);
    }

    @Test
    void deflateBombIsGivenUpAtTheBound() {
        byte[] header = Samples.explicit()
                .element(Tag.MODALITY, "CS", "CT")
                .elementHeader(0x00191010, "OB", 0xF0000000L)
                .toByteArray();
        byte[] bomb = Samples.deflateBomb(header, 200_000_000);
        assertTrue(bomb.length < 200_000, "1:" + 200_000_000 / bomb.length);
        byte[] meta = deflatedMeta();
        Parsed parsed = Parsed.of(Samples.concat(meta, bomb), WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
        assertEquals("CT", parsed.text("Modality"));
        Parsed.of(Samples.concat(meta, Samples.deflateBomb(new byte[0], 200_000_000)), WANTED)
                .expect(Outcome.OK, ParseEnd.END_OF_DATA);
    }

    private static byte[] deflatedMeta() {
        return Samples.explicit()
                .fileMeta(Samples.CT, "1.2", "1.2.840.10008.1.2.1.99")
                .toByteArray();
    }

    @Test
    void corruptDeflateIsMalformedAndKeepsWhatWasReadBefore() {
        byte[] noise = new byte[100_000];
        new Random(2).nextBytes(noise);
        byte[] stream = Samples.deflate(
                Samples.explicit()
                        .element(Tag.MODALITY, "CS", "CT")
                        .element(0x00191010, "OB", noise)
                        .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                        .toByteArray(),
                true);
        Arrays.fill(stream, 50_000, stream.length, (byte) 0xFF);
        Parsed parsed =
                Parsed.of(Samples.concat(deflatedMeta(), stream), WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
        assertEquals("CT", parsed.text("Modality"));
    }

    @Test
    void whatIsInflatedBeforeTheCorruptByteIsRead() {
        byte[] stream = Samples.deflate(
                Samples.explicit()
                        .element(Tag.MODALITY, "CS", "CT")
                        .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                        .toByteArray(),
                true);
        stream[0] &= ~1; // not the last block: one of a reserved type follows
        byte[] broken = Samples.concat(Arrays.copyOf(stream, stream.length - 1), new byte[] {-1, -1, -1, -1, -1});
        Parsed.of(Samples.concat(deflatedMeta(), broken), WANTED).expectSpacing(0.5, 0.25);
    }

    @Test
    void deflatedFileCutBetweenTwoElementsIsTruncated() {
        DicomBytes bytes = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN).element(Tag.MODALITY, "CS", "CT");
        // a stored block, not marked as the last one, and nothing behind it
        byte[] block = bytes.toByteArray();
        byte[] stream =
                Samples.concat(new byte[] {0, (byte) block.length, 0, (byte) ~block.length, (byte) 0xFF}, block);
        byte[] meta = deflatedMeta();
        Parsed parsed = Parsed.of(Samples.concat(meta, stream), WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
        assertEquals("CT", parsed.text("Modality"));
    }

    @Test
    void deflatedWithNothingBehindTheMeta() {
        byte[] meta = deflatedMeta();
        Parsed.of(meta, WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
        Parsed.of(Samples.concat(meta, new byte[] {3, 0, 0, 0, 0, 0, 0, 0, 0}), WANTED)
                .expect(Outcome.OK, ParseEnd.END_OF_DATA);
    }

    @Test
    void presetDictionaryIsMalformed() {
        byte[] meta = deflatedMeta();
        byte[] stream = {0x78, (byte) 0xBB, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        Parsed.of(Samples.concat(meta, stream), WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
    }
}
