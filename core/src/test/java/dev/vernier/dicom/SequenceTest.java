package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nesting: tag paths, delimiters where they belong and where they do not, and sequences whose lengths are wrong. */
class SequenceTest {

    private static final String NESTED = "ReferencedImageSequence/PixelSpacing";
    private static final long UNDEFINED = DicomBytes.UNDEFINED_LENGTH;

    private static DicomBytes start(DicomSyntax syntax) {
        return new DicomBytes(syntax).element(Tag.MODALITY, "CS", "CT");
    }

    private static DicomBytes start() {
        return start(DicomSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    private static byte[] end(DicomBytes bytes) {
        return bytes.element(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.5")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", new byte[8])
                .toFile();
    }

    private static void nested(DicomBytes item) {
        item.element(Tag.SERIES_INSTANCE_UID, "UI", "9.9").element(Tag.PIXEL_SPACING, "DS", "9\\8");
    }

    /** Neither skipping nor walking into the sequence may disturb the top level. */
    private static Parsed expectTopLevel(byte[] file) {
        Parsed skipped = Parsed.of(file, "SeriesInstanceUID", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertEquals("1.2.3.5", skipped.text("SeriesInstanceUID"));
        Parsed walked = Parsed.of(file, NESTED, "SeriesInstanceUID", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertEquals("1.2.3.5", walked.text("SeriesInstanceUID"));
        return walked;
    }

    @ParameterizedTest
    @EnumSource
    void nestedPixelSpacingIsNotTheTopLevelOne(DicomSyntax syntax) {
        for (boolean undefined : new boolean[] {true, false}) {
            byte[] file = end(start(syntax)
                    .sequence(Samples.REFERENCED_IMAGES, undefined, SequenceTest::nested, SequenceTest::nested));
            Parsed walked = expectTopLevel(file).expectRepaired(false);
            assertEquals("9.0 8.0", walked.numbers(NESTED));
            assertFalse(walked.duplicates());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nestedSeriesInstanceUidInAReferencedSeriesSequence(DicomSyntax syntax) {
        byte[] file = end(start(syntax)
                .sequence(
                        Samples.REFERENCED_SERIES,
                        true,
                        series -> series.sequence(Samples.REFERENCED_IMAGES, true, SequenceTest::nested)
                                .element(Tag.SERIES_INSTANCE_UID, "UI", "9.9.9")));
        expectTopLevel(file).expectRepaired(false);
        assertEquals(
                "9.9.9",
                Parsed.of(file, "ReferencedSeriesSequence/SeriesInstanceUID")
                        .text("ReferencedSeriesSequence/SeriesInstanceUID"));
    }

    @Test
    void topLevelIsMissingWhereOnlyANestedOneExists() {
        byte[] file = start().sequence(Samples.REFERENCED_IMAGES, true, SequenceTest::nested)
                .toFile();
        Parsed parsed = Parsed.of(file, "SeriesInstanceUID", "PixelSpacing").expect(Outcome.OK, ParseEnd.END_OF_DATA);
        assertFalse(parsed.has("PixelSpacing"));
        assertFalse(parsed.has("SeriesInstanceUID"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itemsAreAnnounced(boolean undefined) {
        byte[] file = end(start().sequence(
                        Samples.REFERENCED_IMAGES, undefined, SequenceTest::nested, item -> {}, SequenceTest::nested));
        Parsed parsed = Parsed.of(file, "ReferencedImageSequence", "ReferencedImageSequence/SeriesInstanceUID");
        assertEquals(
                List.of(
                        "0 begins item 0",
                        "1 UI 392e3900",
                        "0 ends item",
                        "0 begins item 1",
                        "0 ends item",
                        "0 begins item 2",
                        "1 UI 392e3900",
                        "0 ends item"),
                parsed.events());
    }

    @Test
    void wantedSequenceWithoutWantedElementsIsSkippedAndReported() {
        byte[] file = end(start().sequence(Samples.REFERENCED_IMAGES, true, SequenceTest::nested));
        Parsed parsed =
                Parsed.of(file, "ReferencedImageSequence", "PixelSpacing").expectSpacing(0.5, 0.25);
        assertEquals("0 SQ ", parsed.events().get(0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void emptySequencesAndItems(boolean undefined) {
        expectTopLevel(end(start().sequence(Samples.REFERENCED_SERIES, undefined)
                        .sequence(Samples.REFERENCED_IMAGES, undefined, item -> {})))
                .expectRepaired(false);
    }

    @Test
    void itemsOfEitherLengthInASequenceOfEither() {
        byte[] mixed = Samples.explicit()
                .item(true, SequenceTest::nested)
                .item(false, SequenceTest::nested)
                .toByteArray();
        expectTopLevel(end(start().elementHeader(Samples.REFERENCED_IMAGES, "SQ", mixed.length)
                        .raw(mixed)))
                .expectRepaired(false);
        expectTopLevel(end(start().elementHeader(Samples.REFERENCED_IMAGES, "SQ", UNDEFINED)
                        .raw(mixed)
                        .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0)))
                .expectRepaired(false);
    }

    @Test
    void delimiterBytesInsideAValueDelimitNothing() {
        byte[] looksLikeTheEnd = Samples.explicit()
                .elementHeader(Tag.ITEM_DELIMITATION, "", 0)
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0)
                .element(Tag.PIXEL_SPACING, "DS", "7\\6")
                .toByteArray();
        byte[] file = end(start().sequence(
                        Samples.REFERENCED_IMAGES,
                        true,
                        item -> item.element(0x00091010, "OB", looksLikeTheEnd)
                                .element(Tag.PIXEL_SPACING, "DS", "9\\8")));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(false).numbers(NESTED));
    }

    @Test
    void pixelDataOfAnIconIsNoPixelData() {
        byte[] file = end(start().sequence(
                        Samples.REFERENCED_IMAGES,
                        true,
                        item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8").element(0x7FE00010, "OW", new byte[6])));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(false).numbers(NESTED));
    }

    @Test
    void fragmentsBeforeTheWantedTags() {
        byte[] file = end(start().elementHeader(0x00091010, "OB", UNDEFINED)
                .elementHeader(Tag.ITEM, "", 0)
                .elementHeader(Tag.ITEM, "", 6)
                .raw(new byte[6])
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0));
        expectTopLevel(file).expectRepaired(false);
    }

    // ----- lengths that are wrong

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void sequenceLongerThanItsParent(boolean undefinedItem, boolean implicit) {
        DicomSyntax syntax = implicit ? DicomSyntax.IMPLICIT_LITTLE_ENDIAN : DicomSyntax.EXPLICIT_LITTLE_ENDIAN;
        byte[] file = end(start(syntax)
                .sequence(
                        Samples.REFERENCED_IMAGES,
                        false,
                        item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8")
                                .elementHeader(Tag.PIXEL_MEASURES_SEQUENCE, "SQ", 5_000)
                                .item(undefinedItem, SequenceTest::nested)));
        assertEquals("9.0 8.0", expectTopLevel(file).numbers(NESTED));
        Parsed.of(file, "ReferencedImageSequence/PixelMeasuresSequence/Rows", "PixelSpacing")
                .expectSpacing(0.5, 0.25)
                .expectRepaired(true);
    }

    @Test
    void itemLongerThanItsSequence() {
        byte[] item =
                Samples.explicit().element(Tag.PIXEL_SPACING, "DS", "9\\8").toByteArray();
        byte[] file = end(start().elementHeader(Samples.REFERENCED_IMAGES, "SQ", item.length + 8)
                .elementHeader(Tag.ITEM, "", item.length + 30)
                .raw(item));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(true).numbers(NESTED));
    }

    @Test
    void valueLongerThanItsItem() {
        byte[] file = end(start().sequence(
                        Samples.REFERENCED_IMAGES,
                        false,
                        item -> item.elementHeader(Tag.PIXEL_SPACING, "DS", 40)
                                .raw("9\\8 ".getBytes(java.nio.charset.StandardCharsets.US_ASCII))));
        assertFalse(expectTopLevel(file).expectRepaired(true).has(NESTED));
    }

    @ParameterizedTest
    @ValueSource(longs = {3_000, 100_000_000, 0xFFFFFFFEL})
    void sequenceLongerThanTheFileIsWalkedByItsItems(long length) {
        for (DicomSyntax syntax : List.of(
                DicomSyntax.EXPLICIT_LITTLE_ENDIAN,
                DicomSyntax.IMPLICIT_LITTLE_ENDIAN,
                DicomSyntax.EXPLICIT_BIG_ENDIAN)) {
            byte[] file = end(start(syntax)
                    .elementHeader(Samples.REFERENCED_IMAGES, "SQ", length)
                    .item(false, SequenceTest::nested)
                    .item(true, SequenceTest::nested));
            assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(true).numbers(NESTED));
            Parsed.of(file, "PixelSpacing").expectRepaired(true);
        }
    }

    @Test
    void nestedSequenceLongerThanTheFile() {
        byte[] file = end(start().sequence(
                        Samples.REFERENCED_IMAGES,
                        true,
                        item -> item.element(Tag.SOP_INSTANCE_UID, "UI", "1.2")
                                .elementHeader(Samples.REFERENCED_SERIES, "SQ", 1_000_000)
                                .item(true, SequenceTest::nested)
                                .element(Tag.PIXEL_SPACING, "DS", "9\\8")));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(true).numbers(NESTED));
    }

    @Test
    void itemLongerThanTheFileIsWalkedToItsDelimiter() {
        byte[] item =
                Samples.explicit().element(Tag.PIXEL_SPACING, "DS", "9\\8").toByteArray();
        byte[] file = end(start().elementHeader(Samples.REFERENCED_IMAGES, "SQ", UNDEFINED)
                .elementHeader(Tag.ITEM, "", 0x7FFFFFFE)
                .raw(item)
                .elementHeader(Tag.ITEM_DELIMITATION, "", 0)
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(true).numbers(NESTED));
    }

    @Test
    void sequenceTooShortLeavesItemsThatAreSkippedWhole() {
        byte[] file = end(start().elementHeader(Samples.REFERENCED_IMAGES, "SQ", 0)
                .item(false, SequenceTest::nested)
                .item(true, SequenceTest::nested));
        assertFalse(expectTopLevel(file).expectRepaired(true).has(NESTED));
    }

    @Test
    void itemsOfAnotherByteOrderAreNeverTakenForTheTopLevel() {
        byte[] bigItems = Samples.bigEndian().item(true, SequenceTest::nested).toByteArray();
        byte[] file = end(start(DicomSyntax.EXPLICIT_BIG_ENDIAN)
                .elementHeader(Samples.REFERENCED_IMAGES, "UN", UNDEFINED)
                .raw(bigItems)
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0));
        expectTopLevel(file).expectRepaired(true);
    }

    // ----- delimiters that are missing, or too many

    @Test
    void strayDelimiters() {
        DicomBytes bytes = start();
        for (int tag : new int[] {Tag.ITEM_DELIMITATION, Tag.SEQUENCE_DELIMITATION}) {
            bytes.elementHeader(tag, "", 0);
        }
        bytes.sequence(Samples.REFERENCED_IMAGES, false, SequenceTest::nested)
                .elementHeader(Tag.ITEM_DELIMITATION, "", 0)
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0);
        assertEquals("9.0 8.0", expectTopLevel(end(bytes)).expectRepaired(true).numbers(NESTED));
    }

    @Test
    void strayItemDelimiterInsideAnItemOfDefinedLength() {
        byte[] file = end(start().sequence(
                        Samples.REFERENCED_IMAGES,
                        false,
                        item -> item.elementHeader(Tag.ITEM_DELIMITATION, "", 0)
                                .element(Tag.PIXEL_SPACING, "DS", "9\\8")
                                .elementHeader(Tag.ITEM_DELIMITATION, "", 0)));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(true).numbers(NESTED));
    }

    @Test
    void straySequenceDelimiterBehindASequenceOfDefinedLengthEndsNothing() {
        byte[] file = end(start().sequence(
                        Samples.REFERENCED_IMAGES,
                        true,
                        item -> item.sequence(Samples.REFERENCED_SERIES, false, SequenceTest::nested)
                                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0)
                                .element(Tag.SERIES_INSTANCE_UID, "UI", "9.9.9")
                                .element(Tag.PIXEL_SPACING, "DS", "9\\8")));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(true).numbers(NESTED));
        String path = "ReferencedImageSequence/ReferencedSeriesSequence/PixelSpacing";
        Parsed walked = Parsed.of(file, path, NESTED, "PixelSpacing").expectSpacing(0.5, 0.25);
        assertEquals("9.0 8.0", walked.numbers(path));
        assertEquals("9.0 8.0", walked.numbers(NESTED));
    }

    @Test
    void itemWithoutItsDelimiterEndsWhereTheNextBegins() {
        byte[] item =
                Samples.explicit().element(Tag.PIXEL_SPACING, "DS", "9\\8").toByteArray();
        byte[] file = end(start().elementHeader(Samples.REFERENCED_IMAGES, "SQ", UNDEFINED)
                .elementHeader(Tag.ITEM, "", UNDEFINED)
                .raw(item)
                .elementHeader(Tag.ITEM, "", UNDEFINED)
                .raw(item)
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(true).numbers(NESTED));
        Parsed announced = Parsed.of(file, "ReferencedImageSequence", NESTED);
        assertEquals("0 begins item 1", announced.events().get(3));
    }

    @Test
    void sequenceWithoutItsDelimiterEndsWhereAnElementBegins() {
        byte[] file = end(start().elementHeader(Samples.REFERENCED_IMAGES, "SQ", UNDEFINED)
                .item(true, SequenceTest::nested)
                .item(false, SequenceTest::nested));
        assertEquals("9.0 8.0", expectTopLevel(file).expectRepaired(true).numbers(NESTED));
    }

    @Test
    void sequenceWithoutItsDelimiterEndsWithTheItemAroundIt() {
        byte[] file = end(start().sequence(
                        Samples.REFERENCED_IMAGES,
                        false,
                        item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8")
                                .elementHeader(Tag.PIXEL_MEASURES_SEQUENCE, "SQ", UNDEFINED)
                                .item(true, SequenceTest::nested)));
        assertEquals("9.0 8.0", expectTopLevel(file).numbers(NESTED));
        Parsed.of(file, "ReferencedImageSequence/PixelMeasuresSequence/PixelSpacing", "PixelSpacing")
                .expectSpacing(0.5, 0.25)
                .expectRepaired(true);
    }

    @Test
    void paddingInsideAnItemOfDefinedLength() {
        for (int padding : new int[] {1, 4, 7, 8, 40}) {
            byte[] file = end(start().sequence(
                            Samples.REFERENCED_IMAGES,
                            false,
                            item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8")
                                    .raw(new byte[padding])));
            assertEquals("9.0 8.0", expectTopLevel(file).numbers(NESTED));
            Parsed.of(file, NESTED, "ReferencedImageSequence/(0028,0100)", "PixelSpacing")
                    .expectSpacing(0.5, 0.25)
                    .expectRepaired(true);
        }
    }

    @Test
    void zerosInAnItemOfUndefinedLengthAreMalformed() {
        byte[] file = start().elementHeader(Samples.REFERENCED_IMAGES, "SQ", UNDEFINED)
                .elementHeader(Tag.ITEM, "", UNDEFINED)
                .raw(new byte[1_000])
                .toFile();
        Parsed.of(file, "Modality", "PixelSpacing").expect(Outcome.MALFORMED, ParseEnd.BROKEN);
    }

    @Test
    void fragmentsWithoutItemsAreMalformedAndKeepWhatWasReadBefore() {
        byte[] file = start().elementHeader(0x00091010, "OB", UNDEFINED)
                .raw(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
                .toFile();
        Parsed parsed = Parsed.of(file, "Modality", "PixelSpacing").expect(Outcome.MALFORMED, ParseEnd.BROKEN);
        assertEquals("CT", parsed.text("Modality"));
        assertEquals(file.length - 10, parsed.position());
    }

    // ----- depth

    private static byte[] nestedTo(int depth) {
        DicomBytes bytes = start();
        for (int i = 0; i < depth; i++) {
            bytes.elementHeader(Samples.REFERENCED_IMAGES, "SQ", UNDEFINED).elementHeader(Tag.ITEM, "", UNDEFINED);
        }
        for (int i = 0; i < depth; i++) {
            bytes.elementHeader(Tag.ITEM_DELIMITATION, "", 0).elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0);
        }
        return end(bytes);
    }

    @Test
    void depth64IsFollowed() {
        expectTopLevel(nestedTo(64)).expectRepaired(false);
    }

    @Test
    void depthBeyond64IsMalformed() {
        Parsed parsed = Parsed.of(nestedTo(65), "Modality", "PixelSpacing").expect(Outcome.MALFORMED, ParseEnd.BROKEN);
        assertEquals("CT", parsed.text("Modality"));
        assertTrue(parsed.position() > 0);
    }
}
