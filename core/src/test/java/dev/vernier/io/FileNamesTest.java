package dev.vernier.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes of names to text and back. */
class FileNamesTest {

    private static String text(int... bytes) {
        byte[] name = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            name[i] = (byte) bytes[i];
        }
        return FileNames.text(name, 0, name.length);
    }

    @Test
    void utf8IsShownAsItIs() {
        for (String name : new String[] {"IM0001", "größer", "検査", "😀", "a\\b", "\uFFFD"}) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            assertEquals(name, FileNames.text(bytes, 0, bytes.length));
        }
    }

    @Test
    void bytesThatAreNoTextAreShownOneByOne() {
        assertEquals("x\\xFC", text('x', 0xFC));
        assertEquals("\\xE2\\x82x", text(0xE2, 0x82, 'x'));
        assertEquals("x\\xE2\\x82", text('x', 0xE2, 0x82));
        assertEquals("\\xC0\\xAF", text(0xC0, 0xAF));
        assertEquals("\\xED\\xA0\\x80", text(0xED, 0xA0, 0x80));
    }

    @Test
    void differentNamesOfBytesBeyondAsciiAreShownDifferently() {
        Random random = new Random(1);
        Map<String, String> shown = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            byte[] name = new byte[1 + random.nextInt(6)];
            for (int j = 0; j < name.length; j++) {
                name[j] = (byte) (0x80 | random.nextInt(0x80));
            }
            String bytes = new String(name, StandardCharsets.ISO_8859_1);
            String other = shown.put(FileNames.text(name, 0, name.length), bytes);
            assertEquals(other == null ? bytes : other, bytes);
        }
    }

    @Test
    void aPathsBytesAreThoseOfItsText() {
        for (String path : new String[] {"/", "/a/b", "a/b", "/größer/検査", "/a b%20c", "/😀/x"}) {
            assertArrayEquals(
                    Path.of(path).toString().getBytes(StandardCharsets.UTF_8), FileNames.bytes(Path.of(path)), path);
        }
    }

    @Test
    void aPathOfTextHasItsBytes() {
        for (String text : List.of("/a/b.dcm", "/\u00e4/\u4e2d 50%.dcm", "/a\u0308/\ud83d\ude00?#")) {
            assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), FileNames.bytes(FileNames.path(text)));
        }
    }
}
