package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is in a gzipped file can be looked at in any order, whatever headers and empty members are in the way, and
 * within bounds.
 */
@Timeout(60)
class GzipWindowTest {

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int CHECK = 2;

    private final GzipWindow window = new GzipWindow();

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void anyOrderOfLooksSeesTheSameBytes() throws IOException {
        Random random = new Random(7);
        byte[] content = new byte[700_001];
        random.nextBytes(content);
        Arrays.fill(content, 100_000, 400_000, (byte) 'v');
        byte[] file =
                concat(gzip(Arrays.copyOf(content, 123_456)), gzip(Arrays.copyOfRange(content, 123_456, 700_001)));
        open(file);
        long at = 0;
        for (int look = 0; look < 150; look++) {
            // Mostly onwards: each step back inflates all of it once more, which has a bound.
            at = look % 3 == 2 ? random.nextInt(content.length) : Math.min(content.length, at + random.nextInt(5_000));
            int length = random.nextInt(70_000);
            if (look % 5 == 0) {
                assertFalse(window.endsBefore(at));
            }
            int available = window.load(at, length);
            assertTrue(window.base() <= at);
            assertTrue(available >= Math.min(length, content.length - at), available + " at " + at);
            byte[] seen = new byte[available];
            window.buffer().get((int) (at - window.base()), seen);
            assertEquals(ByteBuffer.wrap(content, (int) at, available), ByteBuffer.wrap(seen));
        }
        assertNull(window.prematureEnd());
        assertEquals(content.length, window.size());
        assertFalse(window.endsBefore(content.length));
        assertTrue(window.endsBefore(content.length + 1));
    }

    @Test
    void goingBackWithoutEndIsGivenUp() throws IOException {
        open(gzip(new byte[1 << 20]));
        int looks = 0;
        while (window.load((1 << 20) - 10, 10) >= 10 && window.load(0, 10) >= 10) {
            looks++;
        }
        assertTrue(looks >= 200 && looks < 300, "looks: " + looks);
        assertEquals(ParseEnd.BROKEN, window.prematureEnd());
    }

    @Test
    void headersOfAnyLengthAreSteppedOver() throws IOException {
        byte[] text = filled(3_000_000, 'n');
        for (int flags : new int[] {0, EXTRA, NAME, COMMENT, CHECK, EXTRA | NAME | COMMENT | CHECK, NAME | COMMENT}) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flags, 1, 2, 3, 4, 5, 6});
            if ((flags & EXTRA) != 0) {
                file.write(new byte[] {(byte) 0xFF, (byte) 0xFF});
                file.write(filled(65_535, 0));
            }
            for (int each : new int[] {NAME, COMMENT}) {
                if ((flags & each) != 0) {
                    file.write(text, 0, each == NAME ? 100_000 : text.length);
                    file.write(0);
                }
            }
            file.write(new byte[(flags & CHECK) == 0 ? 0 : 2]);
            byte[] body = gzip("content".getBytes("US-ASCII"));
            file.write(body, 10, body.length - 10);
            open(file.toByteArray());

            assertEquals("content", text(), "flags " + flags);
            assertNull(window.prematureEnd());
        }
    }

    @Test
    void emptyMembersAndPaddingAreSteppedOver() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 100_000; i++) {
            file.write(gzip(new byte[0]));
        }
        file.write(gzip("con".getBytes("US-ASCII")));
        file.write(gzip(new byte[0]));
        file.write(gzip("tent".getBytes("US-ASCII")));
        file.write(new byte[1_000]);
        open(file.toByteArray());

        assertEquals("content", text());
        assertNull(window.prematureEnd());
    }

    @Test
    void whatInflatesToNothingWithoutEndIsGivenUp() throws IOException {
        byte[] members = repeated(gzip(new byte[0]), 20_000_000);
        byte[] comment = concat(new byte[] {0x1F, (byte) 0x8B, 8, COMMENT, 0, 0, 0, 0, 0, 0}, filled(20_000_000, 'c'));
        byte[] emptyBlock = {0, 0, 0, (byte) 0xFF, (byte) 0xFF};
        byte[] blocks =
                concat(new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0}, repeated(emptyBlock, 20_000_000));
        for (byte[] file : new byte[][] {members, comment, blocks}) {
            open(file);

            assertEquals(0, window.load(0, 1));
            assertEquals(ParseEnd.BROKEN, window.prematureEnd());
            assertTrue(window.inputPosition() < 5_000_000, "read: " + window.inputPosition());
        }
    }

    @Test
    void aBombIsGivenUpAtTheBound() throws IOException {
        byte[] bomb = concat(
                new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0}, Samples.deflateBomb(new byte[0], 200_000_000));
        open(bomb);

        assertTrue(window.load(1 << 20, 4) >= 4);
        assertNull(window.prematureEnd());
        assertTrue(window.endsBefore(150_000_000));
        assertEquals(ParseEnd.BROKEN, window.prematureEnd());
        assertEquals(InflatingWindow.MAX_INFLATED_BYTES, window.size());
    }

    @Test
    void theEndIsCutOrBrokenOnlyIfSomebodyCameToIt() throws IOException {
        byte[] random = new byte[200_000];
        new Random(3).nextBytes(random);
        byte[] whole = gzip(random);
        open(Arrays.copyOf(whole, 150_000));
        window.load(0, 100_000);
        assertNull(window.prematureEnd());
        assertTrue(window.load(0, 180_000) < 180_000);
        assertEquals(ParseEnd.CUT, window.prematureEnd());

        open(Arrays.copyOf(whole, 5));
        assertEquals(0, window.load(0, 1));
        assertEquals(ParseEnd.CUT, window.prematureEnd());

        whole[2] = 7; // a method that nobody has
        open(whole);
        assertEquals(0, window.load(0, 1));
        assertEquals(ParseEnd.BROKEN, window.prematureEnd());
    }

    private void open(byte[] file) throws IOException {
        window.reset(new BufferWindow(ByteBuffer.wrap(file)));
    }

    private String text() throws IOException {
        byte[] all = new byte[window.load(0, 1_000)];
        window.buffer().get((int) -window.base(), all);
        return new String(all, "US-ASCII");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] filled(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] repeated(byte[] piece, int bytes) {
        byte[] all = new byte[bytes / piece.length * piece.length];
        for (int at = 0; at < all.length; at += piece.length) {
            System.arraycopy(piece, 0, all, at, piece.length);
        }
        return all;
    }

    private static byte[] concat(byte[] a, byte[] b) {
        return Samples.concat(a, b);
    }
}
