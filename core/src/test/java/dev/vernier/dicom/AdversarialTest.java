package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to cost time or memory: each has its outcome after bounded work. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AdversarialTest {

    private static final int MILLION = 1_000_000;
    private static final WantedTags WANTED =
            WantedTags.of("Modality", "ReferencedImageSequence/PixelSpacing", "PixelSpacing", "(7FDF,0010)");

    private static final byte[] UNDEFINED_SEQUENCE = HexFormat.of().parseHex("08004011" + "53510000" + "ffffffff");
    private static final byte[] UNDEFINED_ITEM = HexFormat.of().parseHex("feff00e0ffffffff");
    private static final byte[] EMPTY_ITEM = HexFormat.of().parseHex("feff00e000000000");

    private static DicomBytes start() {
        return Samples.explicit().element(Tag.MODALITY, "CS", "CT");
    }

    private static byte[] repeat(int times, byte[]... parts) {
        byte[] unit = Samples.concat(parts);
        byte[] all = new byte[Math.multiplyExact(times, unit.length)];
        for (int i = 0; i < times; i++) {
            System.arraycopy(unit, 0, all, i * unit.length, unit.length);
        }
        return all;
    }

    @Test
    void aMillionNestedItemsOfUndefinedLength() {
        byte[] file =
                start().raw(repeat(MILLION, UNDEFINED_SEQUENCE, UNDEFINED_ITEM)).toFile();
        MemoryWindow window = new MemoryWindow(4_096).open(file);
        Parsed parsed = Parsed.of(window, WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
        assertEquals("CT", parsed.text("Modality"));
        assertTrue(window.bytesLoaded() <= 8_192, "given up at the depth it follows");
    }

    @Test
    void aMillionNestedItemsOfDefinedLength() {
        int depth = MILLION;
        byte[] nested = new byte[20 * depth];
        ByteBuffer buffer = ByteBuffer.wrap(nested).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < depth; i++) {
            int inside = 20 * (depth - i - 1);
            buffer.put(UNDEFINED_SEQUENCE, 0, 8)
                    .putInt(inside + 8)
                    .put(UNDEFINED_ITEM, 0, 4)
                    .putInt(inside);
        }
        byte[] file = start().raw(nested)
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        Parsed.of(file, "PixelSpacing").expect(Outcome.OK).expectSpacing(0.5, 0.25);
        Parsed.of(file, "ReferencedImageSequence/Rows", "PixelSpacing")
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
    }

    @Test
    void aMillionSequencesThatLeadBeyondTheFileNested() {
        byte[] beyond = HexFormat.of().parseHex("08004011" + "53510000" + "f0ffffff" + "feff00e0" + "f0ffffff");
        Parsed.of(start().raw(repeat(MILLION, beyond)).toFile(), WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
    }

    @Test
    void aMillionSequencesThatLeadBeyondTheFileInARow() {
        byte[] beyond = HexFormat.of().parseHex("08004011" + "53510000" + "f0ffffff" + "feff00e0" + "00000000");
        byte[] file = start().raw(repeat(MILLION, beyond))
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", new byte[4])
                .toFile();
        MemoryWindow window = new MemoryWindow(1 << 16).open(file);
        Parsed.of(window, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25).expectRepaired(true);
        assertTrue(window.bytesLoaded() < 3L * file.length, window.bytesLoaded() + " of " + file.length);
    }

    @Test
    void fourGigabytesOfEmptyItems() {
        byte[] start = start().raw(UNDEFINED_SEQUENCE).toFile();
        RepeatingWindow window = new RepeatingWindow(start, EMPTY_ITEM, 1L << 32);
        Parsed parsed = Parsed.of(window, WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
        assertEquals(start.length + 8L * DatasetWalker.MAX_ELEMENTS, parsed.position(), 1_000);
    }

    @Test
    void fourGigabytesOfEmptyElements() {
        byte[] empty = Samples.explicit().element(0x00091001, "LO", "").toByteArray();
        RepeatingWindow window = new RepeatingWindow(start().toFile(), empty, 1L << 32);
        Parsed.of(window, WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
        Parsed.of(new RepeatingWindow(empty, empty, 1L << 32), WANTED).expect(Outcome.NOT_DICOM);
    }

    @Test
    void fourGigabytesOfMetaElements() {
        byte[] empty = Samples.explicit().element(0x00020016, "AE", "").toByteArray();
        RepeatingWindow window = new RepeatingWindow(empty, empty, 1L << 32);
        Parsed.of(window, WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
        assertTrue(window.bytesLoaded() < 1 << 20);
    }

    @Test
    void fourGigabytesOfElementsJustOverAWindowEach() {
        byte[] large =
                Samples.explicit().element(0x00091001, "OB", new byte[70_000]).toByteArray();
        RepeatingWindow window = new RepeatingWindow(start().toFile(), large, 1L << 32);
        Parsed.of(window, WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
        assertTrue(window.loads() < (1L << 32) / large.length + 10, window.loads() + " loads");
    }

    @Test
    void millionsOfStrayDelimiters() {
        byte[] delimiters = HexFormat.of().parseHex("feff0de000000000feffdde000000000");
        byte[] file = start().raw(repeat(MILLION, delimiters))
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        MemoryWindow window = new MemoryWindow(1 << 16).open(file);
        Parsed.of(window, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
        assertTrue(window.bytesLoaded() < 2L * file.length);
    }

    @ParameterizedTest
    @ValueSource(longs = {0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFEL, 0xFFFFFFFFL})
    void lengthsOfGigabytesAnywhere(long length) {
        for (String vr : new String[] {"SQ", "UN", "OB", "UT"}) {
            for (int tag : new int[] {0x00080006, Samples.REFERENCED_IMAGES, 0x00091010, Tag.PIXEL_SPACING}) {
                byte[] element =
                        Samples.explicit().elementHeader(tag, vr, length).toByteArray();
                byte[] item =
                        Samples.explicit().elementHeader(Tag.ITEM, "", length).toByteArray();
                byte[][] files = {
                    start().raw(element).raw(new byte[100]).toFile(),
                    start().raw(element)
                            .raw(item)
                            .raw(element)
                            .raw(item)
                            .raw(element)
                            .toFile(),
                    start().raw(UNDEFINED_SEQUENCE)
                            .raw(UNDEFINED_ITEM)
                            .raw(element)
                            .raw(new byte[100])
                            .toFile(),
                    start().raw(UNDEFINED_SEQUENCE).raw(item).raw(element).toFile(),
                };
                for (byte[] file : files) {
                    MemoryWindow window = new MemoryWindow(256).open(file);
                    Outcome outcome = Parsed.of(window, WANTED).outcome();
                    assertTrue(outcome != Outcome.NOT_DICOM && outcome != Outcome.EMPTY, outcome::toString);
                    assertTrue(window.largestRequest() <= 256, "asks for " + window.largestRequest());
                    assertTrue(window.loads() < 40, window.loads() + " loads");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPLICIT_LITTLE_ENDIAN", "IMPLICIT_LITTLE_ENDIAN"})
    void deflateBombsOfEveryKind(DicomSyntax inside) {
        byte[] meta = Samples.explicit()
                .fileMeta(Samples.CT, "1.2", "1.2.840.10008.1.2.1.99")
                .toByteArray();
        byte[] start = new DicomBytes(inside).element(Tag.MODALITY, "CS", "CT").toByteArray();
        byte[] item = new DicomBytes(inside)
                .element(Tag.MODALITY, "CS", "CT")
                .elementHeader(Samples.REFERENCED_IMAGES, "SQ", DicomBytes.UNDEFINED_LENGTH)
                .elementHeader(Tag.ITEM, "", 0xF0000000L)
                .toByteArray();
        byte[] value = new DicomBytes(inside)
                .element(Tag.MODALITY, "CS", "CT")
                .elementHeader(0x00091010, "UN", 0xF0000000L)
                .toByteArray();
        for (byte[] header : List.of(start, item, value)) {
            byte[] bomb = Samples.deflateBomb(header, 100L * MILLION);
            assertTrue(bomb.length < 100_000, "1:1000");
            Parsed parsed = Parsed.of(Samples.concat(meta, bomb), WANTED);
            assertEquals(header == start ? Outcome.OK : Outcome.MALFORMED, parsed.outcome());
            assertEquals("CT", parsed.text("Modality"));
        }
    }

    @Test
    void tenThousandWantedTags() {
        int count = 10_000;
        DicomBytes bytes = Samples.explicit();
        List<TagPath> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bytes.element(0x00091000 + 2 * i, "IS", Integer.toString(i));
            paths.add(TagPath.of(0x00091000 + 2 * (count - 1 - i)));
        }
        byte[] file = Samples.explicit().raw(bytes.toByteArray()).toFile();
        Parsed parsed = Parsed.of(file, WantedTags.of(paths)).expect(Outcome.OK, ParseEnd.LAST_WANTED);
        assertEquals(count, parsed.events().size());
        for (int i = 0; i < count; i++) {
            assertEquals(i, parsed.number(TagPath.of(0x00091000 + 2 * i).toString()));
        }
    }

    @Test
    void tenThousandWantedTagsInADescendingFile() {
        int count = 10_000;
        DicomBytes bytes = Samples.explicit();
        List<TagPath> paths = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            bytes.element(0x00091000 + 2 * i, "IS", Integer.toString(i));
            paths.add(TagPath.of(0x00091000 + 2 * i));
        }
        byte[] file = Samples.explicit().raw(bytes.toByteArray()).toFile();
        Parsed.of(file, WantedTags.of(paths)).expect(Outcome.OK, ParseEnd.LAST_WANTED);
        Parsed full = Parsed.of(file, WantedTags.of(paths).withFullWalk()).expect(Outcome.OK, ParseEnd.END_OF_DATA);
        assertEquals(count, full.events().size());
    }

    @Test
    void zerosEndlessly() {
        byte[] file = Arrays.copyOf(start().toFile(), 50 * MILLION);
        MemoryWindow window = new MemoryWindow(4_096).open(file);
        Parsed.of(window, WANTED).expect(Outcome.OK, ParseEnd.END_OF_DATA);
        assertTrue(window.loads() <= 2);
    }

    @Test
    void implicitElementsInExplicitDataWithoutEnd() {
        byte[] element = Samples.implicit().element(0x00091010, "LO", "").toByteArray();
        byte[] file = start().raw(repeat(MILLION, element))
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toFile();
        MemoryWindow window = new MemoryWindow(1 << 16).open(file);
        Parsed.of(window, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
        assertTrue(window.bytesLoaded() < 2L * file.length);
    }
}
