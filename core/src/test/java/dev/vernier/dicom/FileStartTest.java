package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a data set begins: preamble, file meta information, or neither. */
class FileStartTest {

    private static final String[] WANTED = {"MediaStorageSOPClassUID", "TransferSyntaxUID", "Modality", "PixelSpacing"};

    private static DicomBytes dataset(DicomBytes bytes) {
        return bytes.element(Tag.SOP_CLASS_UID, "UI", Samples.CT)
                .element(Tag.MODALITY, "CS", "CT")
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .element(0x7FE00010, "OW", new byte[8]);
    }

    private static byte[] withoutPreamble(byte[] file) {
        return Arrays.copyOfRange(file, 132, file.length);
    }

    private static void put(byte[] target, int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            target[at + i] = (byte) bytes[i];
        }
    }

    @Test
    void wholeFile() {
        Parsed file = Parsed.of(dataset(Samples.explicit()).toFile(), WANTED)
                .expect(Outcome.OK, ParseEnd.LAST_WANTED)
                .expectSpacing(0.5, 0.25)
                .expectRepaired(false);
        assertEquals(Samples.CT, file.text("MediaStorageSOPClassUID"));
        assertEquals("1.2.840.10008.1.2.1", file.text("TransferSyntaxUID"));
        assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, file.syntax());
    }

    @Test
    void noPreamble() {
        Parsed.of(withoutPreamble(dataset(Samples.explicit()).toFile()), WANTED)
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
    }

    @Test
    void magicWithoutPreamble() {
        byte[] file = dataset(Samples.explicit()).toFile();
        Parsed.of(Arrays.copyOfRange(file, 128, file.length), WANTED)
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
    void bareDataset(DicomSyntax syntax) {
        Parsed file = Parsed.of(dataset(new DicomBytes(syntax)).toFile(false), WANTED)
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
        assertEquals(syntax.name(), file.syntax().name());
    }

    @ParameterizedTest
    @EnumSource(names = {"IMPLICIT_LITTLE_ENDIAN", "EXPLICIT_LITTLE_ENDIAN", "EXPLICIT_BIG_ENDIAN"})
    void magicWithoutGroup2(DicomSyntax syntax) {
        byte[] magic = Arrays.copyOf(dataset(Samples.explicit()).toFile(), 132);
        Parsed.of(Samples.concat(magic, dataset(new DicomBytes(syntax)).toFile(false)), WANTED)
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
    }

    @Test
    void group2InImplicitVr() {
        byte[] meta = Samples.implicit()
                .element(0x00020000, "UL", 4711)
                .element(0x00020002, "UI", Samples.CT)
                .element(0x00020010, "UI", "1.2.840.10008.1.2")
                .toByteArray();
        byte[] magic = Arrays.copyOf(dataset(Samples.explicit()).toFile(), 132);
        byte[] data = dataset(Samples.implicit()).toByteArray();
        for (byte[] file : new byte[][] {Samples.concat(magic, meta, data), Samples.concat(meta, data)}) {
            Parsed parsed = Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
            assertEquals(Samples.CT, parsed.text("MediaStorageSOPClassUID"));
        }
    }

    @Test
    void group2BigEndianLikeItsDataset() {
        byte[] file = Samples.bigEndian()
                .element(0x00020010, "UI", "1.2.840.10008.1.2.2")
                .raw(dataset(Samples.bigEndian()).toByteArray())
                .toByteArray();
        Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 5_000, -1})
    void wrongGroupLength(int length) {
        for (DicomSyntax syntax : DicomSyntax.values()) {
            byte[] file = dataset(new DicomBytes(syntax)).toFile();
            put(file, 140, length, length >> 8, length >> 16, length >> 24);
            Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
        }
    }

    @Test
    void preambleByChanceBeforeABareDataset() {
        // a data set in which bytes 128 to 131 are DICM: part of a text
        byte[] text = new byte[200];
        Arrays.fill(text, (byte) 'x');
        DicomBytes bytes = Samples.explicit()
                .element(0x00080005, "CS", "ISO_IR 100")
                .element(0x00081080, "LO", text)
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25");
        byte[] file = bytes.toByteArray();
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, file, 128, 4);
        Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
    }

    @Test
    void anyPreamble() {
        byte[] file = dataset(Samples.explicit()).toFile();
        put(file, 0, 'I', 'I', 42, 0, 8, 0, 0, 0); // TIFF
        Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
        put(file, 0, 'M', 'M', 0, 42, 0, 0, 0, 8);
        Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
        Arrays.fill(file, 0, 128, (byte) 0xFF);
        Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
    }

    @Test
    void preambleThatLooksLikeAnImplicitGroupLengthOfAnotherLengthIsAPreamble() {
        byte[] file = dataset(Samples.explicit()).toFile();
        put(file, 0, 8, 0, 0, 0, 5, 0, 0, 0);
        Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
    }

    @Test
    void firstElementMayBeASequence() {
        byte[] file = Samples.explicit()
                .sequence(0x00080006, true, item -> item.element(0x00080100, "SH", "en"))
                .element(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .toByteArray();
        Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 131, 132, 140, 5_000})
    void zerosAreNotDicom(int length) {
        Parsed file = Parsed.of(new byte[length], WANTED).expect(Outcome.NOT_DICOM, null);
        assertEquals(0, file.position());
    }

    @Test
    void noBytesAreEmpty() {
        Parsed.of(new byte[0], WANTED).expect(Outcome.EMPTY, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# README\n\nThis folder holds images.\n",
                "{\"json\": true}",
                "\0\0\0\1Bud1\0\0\20\0", // .DS_Store
                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", // Thumbs.db
                "PK\3\4\24\0\0\0\10\0",
                "\\1\0\0abcdefgh", // NIfTI
                "\10\0\0\0\6\0\0\0abcdefghijklmnop" // two integers
            })
    void junkIsNotDicom(String text) {
        byte[] junk = text.getBytes(StandardCharsets.ISO_8859_1);
        Parsed.of(junk, WANTED).expect(Outcome.NOT_DICOM);
        Parsed.of(Arrays.copyOf(junk, 500), WANTED).expect(Outcome.NOT_DICOM);
    }

    @Test
    void preambleAndMagicAndNothingElseIsTruncated() {
        byte[] file = Arrays.copyOf(dataset(Samples.explicit()).toFile(), 132);
        assertEquals(
                132,
                Parsed.of(file, WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT).position());
    }

    @Test
    void magicBeforeZerosIsTruncated() {
        byte[] file = Arrays.copyOf(Arrays.copyOf(dataset(Samples.explicit()).toFile(), 132), 4_000);
        Parsed.of(file, WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
    }

    @Test
    void metaAndNothingElseIsTruncated() {
        byte[] file = Samples.explicit().toFile();
        Parsed parsed = Parsed.of(file, WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
        assertTrue(parsed.has("TransferSyntaxUID"));
        assertFalse(parsed.has("Modality"));
        assertEquals(file.length, parsed.position());
    }

    @Test
    void nothingButMetaIsEnoughForThoseWhoWantNoMore() {
        byte[] file = Samples.explicit().toFile();
        Parsed parsed = Parsed.of(file, "MediaStorageSOPClassUID", "TransferSyntaxUID")
                .expect(Outcome.OK, ParseEnd.LAST_WANTED);
        assertEquals("1.2.840.10008.1.2.1", parsed.text("TransferSyntaxUID"));
    }

    @Test
    void metaElementCutByTheEndOfTheFileIsTruncatedThere() {
        byte[] file = Samples.explicit().toFile();
        Parsed parsed = Parsed.of(Arrays.copyOf(file, 150), WANTED).expect(Outcome.TRUNCATED, ParseEnd.CUT);
        assertEquals(144, parsed.position());
    }

    @Test
    void metaElementOfUndefinedLengthIsMalformed() {
        byte[] file = Samples.explicit()
                .element(0x00020010, "UI", "1.2.840.10008.1.2.1")
                .elementHeader(0x00020102, "OB", DicomBytes.UNDEFINED_LENGTH)
                .raw(new byte[40])
                .toByteArray();
        assertEquals(
                28 - 1,
                Parsed.of(file, WANTED)
                                .expect(Outcome.MALFORMED, ParseEnd.BROKEN)
                                .position()
                        - 1);
    }

    @Test
    void endlessMetaIsMalformed() {
        DicomBytes bytes = Samples.explicit();
        for (int i = 0; i < 20_000; i++) {
            bytes.element(0x00020016, "AE", "");
        }
        Parsed.of(bytes.toByteArray(), WANTED).expect(Outcome.MALFORMED, ParseEnd.BROKEN);
    }

    @Test
    void firstOfTwoTransferSyntaxesCounts() {
        byte[] file = Samples.explicit()
                .element(0x00020010, "UI", "1.2.840.10008.1.2.1")
                .element(0x00020010, "UI", "1.2.840.10008.1.2.1.99")
                .raw(dataset(Samples.explicit()).toByteArray())
                .toByteArray();
        Parsed parsed = Parsed.of(file, WANTED).expect(Outcome.OK).expectSpacing(0.5, 0.25);
        assertTrue(parsed.duplicates());
        assertEquals("1.2.840.10008.1.2.1", parsed.text("TransferSyntaxUID"));
    }

    @Test
    void commandGroupBeforeTheDatasetIsPassedOver() {
        byte[] magic = Arrays.copyOf(dataset(Samples.explicit()).toFile(), 132);
        byte[] command = Samples.implicit()
                .element(0x00000002, "UI", Samples.CT)
                .element(0x00000100, "US", 1)
                .toByteArray();
        Parsed.of(Samples.concat(magic, command, dataset(Samples.implicit()).toByteArray()), WANTED)
                .expect(Outcome.OK)
                .expectSpacing(0.5, 0.25);
    }
}
