package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Duplicates, tags out of order, and where the walk stops. */
class ElementOrderTest {

    private static final int FLOAT_PIXELS = 0x7FE00008;
    private static final int DOUBLE_PIXELS = 0x7FE00009;

    @Test
    void duplicateTagFirstOneCounts() {
        byte[] file = Samples.explicit()
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(Tag.PIXEL_SPACING, "DS", "9\\8")
                .element(0x00280100, "US", 16)
                .toFile();
        Parsed parsed = Parsed.of(file, "PixelSpacing", "BitsAllocated")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertTrue(parsed.duplicates());
        assertEquals(2, parsed.events().size());
    }

    @Test
    void duplicateFarBehindIsNoticedByAFullWalk() {
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x00400002, "DA", "20200101")
                .element(Tag.MODALITY, "CS", "MR")
                .toFile();
        assertFalse(Parsed.of(file, "Modality", "PixelSpacing").duplicates());
        Parsed parsed =
                Parsed.of(file, WantedTags.of("Modality", "PixelSpacing").withFullWalk());
        assertTrue(parsed.duplicates());
        assertEquals("CT", parsed.text("Modality"));
    }

    @Test
    void duplicateInsideAnItemIsSeenOfEachItemAlone() {
        DicomBytes twice = Samples.explicit()
                .sequence(
                        Samples.REFERENCED_IMAGES,
                        true,
                        item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8"),
                        item -> item.element(Tag.PIXEL_SPACING, "DS", "7\\6"));
        String path = "ReferencedImageSequence/PixelSpacing";
        Parsed parsed = Parsed.of(twice.element(Tag.ROWS, "US", 1).toFile(), path, "Rows");
        assertFalse(parsed.duplicates());
        assertEquals(2 + 1, parsed.events().size());

        DicomBytes once = Samples.explicit()
                .sequence(
                        Samples.REFERENCED_IMAGES,
                        true,
                        item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8").element(Tag.PIXEL_SPACING, "DS", "7\\6"));
        Parsed duplicate = Parsed.of(once.element(Tag.ROWS, "US", 1).toFile(), path, "Rows");
        assertTrue(duplicate.duplicates());
        assertEquals("9.0 8.0", duplicate.numbers(path));
    }

    @Test
    void secondSequenceOfTheSameTagIsADuplicate() {
        byte[] file = Samples.explicit()
                .sequence(Samples.REFERENCED_IMAGES, true, item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .sequence(Samples.REFERENCED_IMAGES, true, item -> item.element(Tag.PIXEL_SPACING, "DS", "7\\6"))
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed parsed = Parsed.of(file, "ReferencedImageSequence/PixelSpacing", "PixelSpacing")
                .expectSpacing(0.5, 0.25);
        assertTrue(parsed.duplicates());
        assertEquals("9.0 8.0", parsed.numbers("ReferencedImageSequence/PixelSpacing"));
    }

    @Test
    void outOfOrderTagNeedsFullWalk() {
        byte[] file = Samples.explicit()
                .element(0x00280100, "US", 16)
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        WantedTags wanted = WantedTags.of("PixelSpacing");
        Parsed early = Parsed.of(file, wanted).expect(Outcome.OK, ParseEnd.LAST_WANTED);
        assertFalse(early.has("PixelSpacing"));
        Parsed.of(file, wanted.withFullWalk())
                .expect(Outcome.OK, ParseEnd.END_OF_DATA)
                .expectSpacing(0.5, 0.25);
    }

    @Test
    void outOfOrderTagBeforeTheLastWantedOneIsFoundAnyway() {
        byte[] file = Samples.explicit()
                .element(Tag.ROWS, "US", 512)
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed parsed = Parsed.of(file, "Modality", "Rows", "PixelSpacing").expectSpacing(0.5, 0.25);
        assertEquals("CT", parsed.text("Modality"));
        assertEquals(512, parsed.number("Rows"));
    }

    @Test
    void fullWalkFindsTagsOutOfOrderInItemsToo() {
        byte[] file = Samples.explicit()
                .sequence(
                        Samples.REFERENCED_IMAGES,
                        false,
                        item -> item.element(0x00280100, "US", 16).element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .toFile();
        String path = "ReferencedImageSequence/PixelSpacing";
        assertFalse(Parsed.of(file, path).has(path));
        assertEquals(
                "9.0 8.0", Parsed.of(file, WantedTags.of(path).withFullWalk()).numbers(path));
    }

    private static final WantedTags FULLY =
            WantedTags.of("Modality", "PixelSpacing").withFullWalk();

    private static DicomBytes behindPixels(DicomBytes bytes) {
        return bytes.element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25");
    }

    @Test
    void fullWalkFindsTagsBehindNativePixelsOfEveryKind() {
        for (DicomSyntax syntax : DicomSyntax.values()) {
            byte[] file = behindPixels(new DicomBytes(syntax)
                            .element(Tag.MODALITY, "CS", "CT")
                            .element(0x7FE00010, "OW", new byte[100_000]))
                    .element(0xFFFCFFFC, "OB", new byte[10])
                    .toFile();
            MemoryWindow window = new MemoryWindow(4096).open(file);
            Parsed parsed = Parsed.of(window, FULLY)
                    .expect(Outcome.OK, ParseEnd.PIXEL_DATA)
                    .expectSpacing(0.5, 0.25);
            assertEquals("CT", parsed.text("Modality"));
            assertTrue(syntax.deflated() || window.bytesLoaded() < 20_000, "pixels are jumped over");
            assertFalse(Parsed.of(file, "Modality", "PixelSpacing").has("PixelSpacing"));
        }
    }

    @Test
    void fullWalkPassesEncapsulatedPixelsByTheirItems() {
        byte[] lookingLikeTheEnd = {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0};
        DicomBytes bytes = Samples.explicit()
                .element(Tag.MODALITY, "CS", "CT")
                .elementHeader(0x7FE00010, "OB", DicomBytes.UNDEFINED_LENGTH)
                .elementHeader(Tag.ITEM, "", 0)
                .elementHeader(Tag.ITEM, "", 8)
                .raw(lookingLikeTheEnd)
                .elementHeader(Tag.ITEM, "", 70_000)
                .raw(new byte[70_000])
                .elementHeader(Tag.SEQUENCE_DELIMITATION, "", 0);
        Parsed.of(behindPixels(bytes).toFile(Samples.JPEG), FULLY)
                .expect(Outcome.OK, ParseEnd.PIXEL_DATA)
                .expectSpacing(0.5, 0.25)
                .expectRepaired(false);
    }

    @Test
    void fullWalkThatMeetsDamageInOrBehindPixelsEndsThereAsIfItHadStoppedBefore() {
        byte[] file = behindPixels(
                        Samples.explicit().element(Tag.MODALITY, "CS", "CT").element(0x7FE00010, "OW", new byte[1_000]))
                .toFile();
        for (int length = file.length - 1_000; length < file.length; length += 7) {
            Parsed cut = Parsed.of(Arrays.copyOf(file, length), FULLY).expect(Outcome.OK, ParseEnd.PIXEL_DATA);
            assertEquals("CT", cut.text("Modality"));
            assertFalse(cut.has("PixelSpacing"));
        }
        byte[] junk = new byte[200];
        Arrays.fill(junk, (byte) 0x55);
        Parsed.of(Samples.concat(file, junk), FULLY)
                .expect(Outcome.OK, ParseEnd.PIXEL_DATA)
                .expectSpacing(0.5, 0.25);
        Parsed.of(Samples.concat(file, new byte[200]), FULLY)
                .expect(Outcome.OK, ParseEnd.PIXEL_DATA)
                .expectSpacing(0.5, 0.25);
    }

    @Test
    void stopsBehindTheLastWantedTag() {
        byte[] file = Samples.explicit()
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .elementHeader(0x00280100, "SQ", DicomBytes.UNDEFINED_LENGTH)
                .raw((byte) 1, (byte) 2)
                .toFile();
        Parsed.of(file, "PixelSpacing").expect(Outcome.OK, ParseEnd.LAST_WANTED).expectSpacing(0.5, 0.25);
    }

    @Test
    void stopsBeforeThePixelsOfWhateverKind() {
        for (int tag : new int[] {FLOAT_PIXELS, DOUBLE_PIXELS, 0x7FE00010, 0x7FE10010, 0x80010010, 0xFFFCFFFC}) {
            byte[] file = Samples.explicit()
                    .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                    .elementHeader(tag, "OF", 4_000_000_000L)
                    .toFile();
            Parsed parsed = Parsed.of(file, "PixelSpacing", "(7001,0010)")
                    .expect(Outcome.OK, ParseEnd.PIXEL_DATA)
                    .expectSpacing(0.5, 0.25);
            assertEquals(file.length - 12, parsed.position());
        }
    }

    @Test
    void tagsAreComparedUnsigned() {
        byte[] file = Samples.explicit()
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FDF0010, "LO", "last")
                .toFile();
        Parsed parsed = Parsed.of(file, "PixelSpacing", "(7FDF,0010)").expectSpacing(0.5, 0.25);
        assertEquals("last", parsed.text("(7FDF,0010)"));
    }

    @Test
    void lastTagIsTheLastOneOfTheTopLevel() {
        byte[] file = Samples.explicit()
                .element(Tag.MODALITY, "CS", "CT")
                .sequence(Samples.REFERENCED_IMAGES, true, item -> item.element(Tag.PIXEL_SPACING, "DS", "9\\8"))
                .toFile();
        assertEquals(Samples.REFERENCED_IMAGES, Parsed.of(file, "PixelSpacing").lastTag());
    }

    @Test
    void nothingWantedIsFoundAtOnce() {
        Parsed.of(Samples.explicit().element(Tag.ROWS, "US", 1).toFile(), new String[0])
                .expect(Outcome.OK, ParseEnd.LAST_WANTED);
    }

    @Test
    void aSinkMayLoseInterest() throws Exception {
        byte[] file = Samples.classic(dev.vernier.synth.DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .toFile();
        List<Integer> seen = new ArrayList<>();
        ElementSink sink = new ElementSink() {
            @Override
            public void value(int slot, ElementValue value) {
                seen.add(slot);
            }

            @Override
            public boolean wants(int slot) {
                return slot < 2 || seen.isEmpty();
            }
        };
        try (HeaderParser parser = new HeaderParser()) {
            WantedTags wanted = WantedTags.of("Modality", "SliceThickness", "Rows", "PixelSpacing");
            assertEquals(Outcome.OK, parser.parse(MemoryWindow.of(file), wanted, sink));
            assertEquals(ParseEnd.LAST_WANTED, parser.end());
            assertTrue(Integer.compareUnsigned(parser.lastTag(), Tag.ROWS) < 0);
        }
        assertEquals(List.of(0, 1), seen);
    }

    @Test
    void oneParserReadsAnyFileForAnyTags() throws Exception {
        try (HeaderParser parser = new HeaderParser()) {
            List<WantedTags> sets = List.of(
                    WantedTags.of("PixelSpacing"),
                    WantedTags.of("SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing", "Modality"),
                    WantedTags.of("Modality", "Rows", "(0019,1010)").withFullWalk());
            for (int round = 0; round < 3; round++) {
                for (byte[] file : Samples.all().values()) {
                    for (WantedTags wanted : sets) {
                        assertEquals(
                                Parsed.of(file, wanted).everything(),
                                Parsed.of(MemoryWindow.of(file), wanted, parser).everything());
                    }
                }
            }
        }
    }
}
