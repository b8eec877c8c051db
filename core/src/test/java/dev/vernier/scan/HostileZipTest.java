package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Zip archives that are damaged, encrypted, or made to do harm: an outcome for each, and what could be read is kept. */
@Timeout(60)
class HostileZipTest extends ArchivesOfSlices {

    private static final int CENTRAL_HEADER = 0x02014B50;

    /** Zips files in this order. */
    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    /** Of many names for one block of data, one is read. */
    @Test
    void noByteIsPartOfTwoFiles() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            files.put(String.format("f%03d", i), slice(i));
        }
        byte[] zip = zip(files);
        for (int i = 1; i < 300; i++) {
            patched(patched(zip, i, 42, 0), i, 44, 0); // where the file begins
        }
        ArchiveTally tally = scan("bomb.zip", zip);

        assertEquals(1, tally.files(Outcome.OK));
        assertEquals(299, tally.files(Outcome.UNREADABLE));
        assertEquals(
                "UNREADABLE f000: its data reach into those of the next file",
                Scans.problems(tally).get(0));
    }

    @Test
    void aFileThatClaimsTheRestOfTheArchiveCostsNoOther() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("before", "claims", "behind", "last")) {
            files.put(name, slice(files.size()));
        }
        ArchiveTally tally = scan("claim.zip", patched(zip(files), 1, 22, 0x7FFF));

        assertEquals(3, tally.files(Outcome.OK));
        assertEquals(List.of("UNREADABLE claims: its data reach into those of the next file"), Scans.problems(tally));
    }

    /** Changes the central header of the file that is the index-th of a zip. */
    private static byte[] patched(byte[] zip, int index, int at, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int found = -1;
        for (int i = 0; i < zip.length - 3; i++) {
            if (bytes.getInt(i) == CENTRAL_HEADER && ++found == index) {
                bytes.putShort(i + at, (short) value);
            }
        }
        assertTrue(found >= index);
        return zip;
    }

    @Test
    void namesAreOnlyShown() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String text = "no header of anything, whatever the name of it is";
        for (String name : List.of(
                "../../etc/passwd", "/root/a", "./b//c", "C:\\d", "\n\u001B[31m", "x/", "//", "n".repeat(5_000))) {
            files.put(name, name.endsWith("/") ? new byte[0] : text.getBytes(StandardCharsets.US_ASCII));
        }
        ArchiveTally tally = scan("names.zip", zip(files));
        List<String> paths =
                tally.problems().stream().map(Problem::path).sorted().toList();

        assertEquals(
                List.of("\n\u001B[31m", "../../etc/passwd", "C:/d", "b/c", "n".repeat(256) + "\u2026", "root/a"),
                paths);
        assertEquals(1, tally.files(Outcome.UNREADABLE));
        assertEquals(5, tally.files(Outcome.NOT_DICOM));
    }

    @Test
    void filesOfOneNameAreAllRead() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/1", slice(0));
        files.put("a/2", slice(1.5));
        byte[] zip = zip(files);
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("a/2", "a/1");

        assertEquals(
                2, scan("twice.zip", text.getBytes(StandardCharsets.ISO_8859_1)).files(Outcome.OK));
    }

    @Test
    void whatIsEncryptedOrCompressedOtherwiseIsRefusedAndTheRestIsRead() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of("read", "encrypted", "bzip2", "elsewhere")) {
            files.put(name, slice(files.size()));
        }
        byte[] zip = patched(patched(patched(zip(files), 1, 8, 1), 2, 10, 12), 3, 34, 1);
        ArchiveTally tally = scan("refused.zip", zip);

        assertEquals(1, tally.files(Outcome.OK));
        assertEquals(
                List.of(
                        "UNREADABLE bzip2: its compression method is 12: only stored and deflated files are read",
                        "UNREADABLE elsewhere: it is in another part of a split archive",
                        "UNREADABLE encrypted: it is encrypted"),
                Scans.problems(tally));
    }

    @Test
    void aZipArchiveWithoutItsDirectoryIsAProblemOfItsOwn() throws IOException {
        byte[] zip = zip(Map.of("a", slice(0)));
        ArchiveTally tally = scan("cut.zip", Arrays.copyOf(zip, zip.length - 30));

        assertEquals(0, tally.files());
        assertEquals(Map.of("UNREADABLE_ARCHIVE", 1L), tally.problemCounts());
        assertEquals(".", tally.problems().get(0).path());
    }

    @Test
    void sizesThatLieDecideNoOutcomeButTheirOwn() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("larger", slice(0));
        files.put("smaller", slice(1));
        byte[] zip = patched(patched(patched(zip(files), 0, 24, 0xFFF0), 0, 26, 0x7FFF), 1, 24, 200);
        ArchiveTally tally = scan("lies.zip", zip);

        assertEquals(1, tally.files(Outcome.OK));
        assertEquals(1, tally.files(Outcome.TRUNCATED));
    }

    @Test
    void damageBehindTheHeaderDoesNotMatter() throws IOException {
        byte[] pixels = new byte[200_000];
        new Random(4).nextBytes(pixels);
        byte[] slice =
                DicomFile.slice(0).series("A").bytes(0x7FE00010, "OW", pixels).toBytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            files.put("f" + i, slice);
        }
        byte[] zip = zip(files);
        for (int at = 100_000; at < zip.length - 10_000; at += slice.length) {
            zip[at] ^= (byte) 0xFF;
        }

        assertEquals(12, scan("damaged.zip", zip).files(Outcome.OK));
    }

    @Test
    void aHeaderBehindMegabytesOfDeflatedZerosIsNotInflatedFor() throws IOException {
        Path file = temp.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bomb"));
            zip.setLevel(Deflater.BEST_SPEED);
            bomb(zip);
            zip.putNextEntry(new ZipEntry("slice"));
            zip.write(slice(0));
        }
        ArchiveTally tally = Scans.of(file);

        assertEquals(1, tally.files(Outcome.OK));
        assertEquals(
                List.of("UNREADABLE bomb: its header reaches beyond the 64 MiB that are unpacked"),
                Scans.problems(tally));
    }

    /** A private value of 65 MiB before all that is wanted. */
    private static void bomb(OutputStream out) throws IOException {
        byte[] slice = DicomFile.slice(1)
                .series("B")
                .bytes(0x00091010, "OB", (byte) 1, (byte) 2)
                .toBytes();
        ByteBuffer header = ByteBuffer.wrap(slice).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (header.getInt(at) != 0x10100009) {
            at++;
        }
        header.putInt(at + 8, 65 << 20);
        out.write(slice, 0, at + 12);
        for (int i = 0; i < 65; i++) {
            out.write(new byte[1 << 20]);
        }
        out.write(slice, at + 14, slice.length - at - 14);
    }

    @Test
    void anEmptyArchiveHoldsNothing() throws IOException {
        ArchiveTally tally = scan("empty.zip", zip(Map.of()));

        assertEquals(0, tally.files());
        assertEquals(Map.of(), tally.problemCounts());
    }
}
