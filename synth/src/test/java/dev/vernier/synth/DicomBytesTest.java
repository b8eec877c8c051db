package dev.vernier.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class DicomBytesTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void elementsOfEachLayout() {
        assertBytes("1000 1000 504e 0400 41 5e 42 20", explicit().element(0x00100010, "PN", "A^B"));
        assertBytes("1000 1000 04000000 41 5e 42 20", implicit().element(0x00100010, "PN", "A^B"));
        assertBytes("0010 0010 504e 0004 41 5e 42 20", bigEndian().element(0x00100010, "PN", "A^B"));
        assertBytes("e07f 1000 4f57 0000 02000000 0102", explicit().element(0x7FE00010, "OW", new byte[] {1, 2}));
        assertBytes("7fe0 0010 4f57 0000 00000002 0102", bigEndian().element(0x7FE00010, "OW", new byte[] {1, 2}));
    }

    @Test
    void paddingFollowsTheVr() {
        assertBytes("0800 1800 5549 0400 312e3200", explicit().element(0x00080018, "UI", "1.2"));
        assertBytes("0900 0110 4f42 0000 02000000 0700", explicit().element(0x00091001, "OB", new byte[] {7}));
        assertBytes("2800 3000 4453 0400 302e3520", explicit().element(0x00280030, "DS", "0.5"));
        assertBytes("2800 3000 4453 0000", explicit().element(0x00280030, "DS"));
        assertBytes("07", explicit().raw((byte) 7));
    }

    @Test
    void numbersAreBinaryOrDecimalText() {
        assertBytes("2800 1000 5553 0400 0002 ffff", explicit().element(0x00280010, "US", 512, 65535));
        assertBytes("0028 0010 5553 0002 0200", bigEndian().element(0x00280010, "US", 512));
        assertBytes("1900 0410 534c 0400 feffffff", explicit().element(0x00191004, "SL", -2));
        assertBytes("1900 0410 554c 0400 ffffffff", explicit().element(0x00191004, "UL", 4294967295L));
        assertBytes("0019 1005 4644 0008 3ff0000000000000", bigEndian().element(0x00191005, "FD", 1));
        assertBytes("1900 0510 4644 0800 000000000000f03f", explicit().element(0x00191005, "FD", 1));
        assertBytes("1900 0610 464c 0400 0000803f", explicit().element(0x00191006, "FL", 1));
        assertBytes("2000 6591 4154 0400 2000 5690", explicit().element(0x00209165, "AT", 0x00209056));
        assertText("0.46875\\0.410156", explicit().element(0x00280030, "DS", 0.46875, 0.410156));
        assertText("-12\\100000", explicit().element(0x00200013, "IS", -12, 1e5));
        assertText("-1234.5678901235", explicit().element(0x00200032, "DS", -1234.56789012345678));
        assertText("0 ", explicit().element(0x00200032, "DS", -1e-12));
    }

    @Test
    void sequencesOfDefinedAndUndefinedLength() {
        assertBytes(
                "0800 4011 5351 0000 14000000 feff 00e0 0c000000 0800 5511 5549 0400 312e3200",
                explicit().sequence(0x00081140, false, item -> item.element(0x00081155, "UI", "1.2")));
        assertBytes(
                "0800 4011 ffffffff feff 00e0 ffffffff 0800 5511 04000000 312e3200"
                        + "feff 0de0 00000000 feff dde0 00000000",
                implicit().sequence(0x00081140, true, item -> item.element(0x00081155, "UI", "1.2")));
        assertBytes(
                "0008 1140 5351 0000 00000008 fffe e000 00000000", bigEndian().sequence(0x00081140, false, item -> {}));
        assertBytes("0800 4011 5351 0000 00000000", explicit().sequence(0x00081140, false));
    }

    @Test
    void lengthsMayLie() {
        assertBytes("2800 3000 4453 fe7f", explicit().elementHeader(0x00280030, "DS", 0x7FFE));
        assertBytes(
                "0800 4011 5351 0000 ffffffff feff 00e0 00000000",
                explicit()
                        .elementHeader(0x00081140, "SQ", DicomBytes.UNDEFINED_LENGTH)
                        .item(false, item -> {}));
        assertThrows(IllegalArgumentException.class, () -> explicit().elementHeader(0x00280030, "DS", 0x10000));
        assertThrows(IllegalArgumentException.class, () -> explicit().elementHeader(0x7FE00010, "OW", 1L << 32));
    }

    @Test
    void fileHasPreambleAndMetaGroup() {
        DicomBytes dataset = bigEndian()
                .element(0x00080016, "UI", "1.2.3")
                .element(0x00080018, "UI", "1.2.34")
                .sequence(0x00081140, false, item -> item.element(0x00080018, "UI", "9.9"));
        byte[] file = dataset.toFile();
        assertArrayEquals(new byte[128], Arrays.copyOf(file, 128));
        assertEquals("DICM", new String(file, 128, 4, StandardCharsets.US_ASCII));
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int datasetStart = 144 + buffer.getInt(140);
        assertArrayEquals(dataset.toByteArray(), Arrays.copyOfRange(file, datasetStart, file.length));
        String meta = new String(file, 132, datasetStart - 132, StandardCharsets.ISO_8859_1);
        assertEquals(1, meta.split("1\\.2\\.840\\.10008\\.1\\.2\\.2\0", -1).length - 1, "transfer syntax");
        assertEquals(1, meta.split("UI\6\0001\\.2\\.3\0", -1).length - 1, "class");
        assertEquals(1, meta.split("UI\6\0001\\.2\\.34", -1).length - 1, "instance, not a nested one");
        assertArrayEquals(dataset.toByteArray(), dataset.toFile(false));
    }

    @Test
    void deflatedFileInflatesToItsDataset() throws Exception {
        DicomBytes dataset = new DicomBytes(DicomSyntax.DEFLATED_LITTLE_ENDIAN);
        for (int i = 0; i < 1000; i++) {
            dataset.element(0x00091001 + i, "LO", "value " + i);
        }
        byte[] stored = dataset.toFile(false);
        assertEquals(0, stored.length % 2);
        Inflater inflater = new Inflater(true);
        inflater.setInput(stored);
        byte[] inflated = new byte[dataset.size() + 1];
        assertEquals(dataset.size(), inflater.inflate(inflated));
        inflater.end();
        assertArrayEquals(dataset.toByteArray(), Arrays.copyOf(inflated, dataset.size()));
    }

    @Test
    void clearKeepsNothing() {
        DicomBytes bytes = explicit().element(0x00100010, "PN", "A^B").clear();
        assertEquals(0, bytes.size());
        assertBytes("1000 2000 4c4f 0200 4142", bytes.element(0x00100020, "LO", "AB"));
    }

    private static void assertBytes(String hex, DicomBytes actual) {
        assertEquals(hex.replace(" ", ""), HEX.formatHex(actual.toByteArray()));
    }

    private static void assertText(String value, DicomBytes actual) {
        byte[] all = actual.toByteArray();
        assertEquals(value, new String(all, 8, all.length - 8, StandardCharsets.US_ASCII));
    }

    private static DicomBytes explicit() {
        return new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    private static DicomBytes implicit() {
        return new DicomBytes(DicomSyntax.IMPLICIT_LITTLE_ENDIAN);
    }

    private static DicomBytes bigEndian() {
        return new DicomBytes(DicomSyntax.EXPLICIT_BIG_ENDIAN);
    }
}
