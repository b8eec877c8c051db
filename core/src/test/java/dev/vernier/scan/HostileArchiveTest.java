package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.NiftiFile;
import dev.vernier.Packed;
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
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives that are cut, damaged, encrypted, or made to do harm: an outcome for each, and what could be read is kept. */
@Timeout(180)
class HostileArchiveTest {

    private static final int CENTRAL_HEADER = 0x02014B50;

    @TempDir
    private Path temp;

    private static byte[] slice(double z) {
        return DicomFile.slice(z).series("A").toBytes();
    }

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

    private ArchiveTally scan(String name, byte[] content) throws IOException {
        return Scans.of(Files.write(temp.resolve(name), content));
    }

    private static List<String> problems(ArchiveTally tally) {
        return tally.problems().stream()
                .map(problem -> problem.code() + " " + problem.path() + ": " + problem.detail())
                .toList();
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
                problems(tally));
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
    void ofACutTarArchiveWhatCameBeforeIsKept() throws IOException {
        Path folder = temp.resolve("set");
        for (int i = 0; i < 5; i++) {
            Files.createDirectories(folder);
            Files.write(folder.resolve("f" + i), slice(i));
        }
        byte[] tar = Files.readAllBytes(Packed.TAR_GNU.pack(folder));
        int inTheFourth = 3 * (512 + 512 * ((slice(0).length + 511) / 512)) + 512 + 250;
        ArchiveTally tally = scan("cut.tar", Arrays.copyOf(tar, inTheFourth));

        assertEquals(3, tally.files(Outcome.OK));
        assertEquals(1, tally.files(Outcome.TRUNCATED));
        assertEquals(
                "UNREADABLE_ARCHIVE .: the archive is cut short: its last file is not whole",
                problems(tally).get(1));
        ArchiveTally withoutEnd =
                scan("end.tar", Arrays.copyOf(tar, 5 * (512 + 512 * ((slice(0).length + 511) / 512))));
        assertEquals(5, withoutEnd.files(Outcome.OK));
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void everyPrefixIsWholeOrAProblem(Packed packed) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("set"));
        Files.write(folder.resolve("a"), slice(0));
        Files.write(folder.resolve("b"), NiftiFile.one().toBytes());
        byte[] archive = Files.readAllBytes(packed.pack(folder));
        for (int length = 1; length < archive.length; length += length < 1_100 ? 1 : 61) {
            ArchiveTally tally = scan("prefix", Arrays.copyOf(archive, length));
            long read = tally.files(Outcome.OK) + tally.files(Outcome.NIFTI);
            assertTrue(read == 2 || !tally.problemCounts().isEmpty(), "length " + length + ": " + text(tally));
        }
    }

    /** Whether a cut file can be used is the header reader's to say: on the border of an element it may be, a byte later it may not. */
    @Test
    void aFileThatATarArchiveIsCutInIsJudgedLikeTheSameFileCut() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("set"));
        byte[] slice = slice(0);
        Files.write(folder.resolve("a"), slice);
        byte[] tar = Files.readAllBytes(Packed.TAR_GNU.pack(folder));
        for (int length = 1; length < slice.length; length++) {
            ArchiveTally alone = scan("alone", Arrays.copyOf(slice, length));
            ArchiveTally inTar = scan("tar", Arrays.copyOf(tar, 512 + length));
            for (Outcome outcome : Outcome.values()) {
                assertEquals(alone.files(outcome), inTar.files(outcome), length + ": " + outcome);
            }
            assertEquals(1, inTar.problemCounts().get(Problem.UNREADABLE_ARCHIVE), "length " + length);
        }
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void flippedBitsGiveSomeAnswerTheSameForAnyThreads(Packed packed) throws IOException {
        Path folder = temp.resolve("set");
        for (int i = 0; i < 6; i++) {
            DicomFile.slice(i).series("S" + i).write(folder.resolve("d" + i % 2 + "/" + "long".repeat(40) + i));
        }
        byte[] archive = Files.readAllBytes(packed.pack(folder));
        Random random = new Random(11);
        for (int round = 0; round < 120; round++) {
            byte[] damaged = archive.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                // Also near the end, where a zip archive has its directory.
                int near = random.nextBoolean() ? damaged.length : Math.min(900, damaged.length);
                damaged[damaged.length - 1 - random.nextInt(near)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(temp.resolve("damaged"), damaged);
            assertEquals(
                    text(Scans.of(Scans.options(false, 1, file))),
                    text(Scans.of(Scans.options(false, 3, file))),
                    "round " + round);
        }
    }

    private static String text(ArchiveTally tally) {
        return problems(tally)
                + tally.problemCounts().toString()
                + Scans.filesOfSeries(tally)
                + Arrays.stream(Outcome.values())
                        .map(outcome -> String.valueOf(tally.files(outcome)))
                        .collect(Collectors.joining(" "));
    }

    @Test
    void sizesThatLieDecideNoMemoryAndNoOutcomeButTheirOwn() throws IOException {
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
        for (int i = 0; i < 40; i++) {
            files.put("f" + i, slice);
        }
        byte[] zip = zip(files);
        for (int at = 100_000; at < zip.length - 10_000; at += slice.length) {
            zip[at] ^= (byte) 0xFF;
        }

        assertEquals(40, scan("damaged.zip", zip).files(Outcome.OK));
    }

    @Test
    void aHeaderBehindMegabytesOfDeflatedZerosIsNotInflatedFor() throws IOException {
        Path file = temp.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("bomb"));
            bomb(zip);
            zip.putNextEntry(new ZipEntry("slice"));
            zip.write(slice(0));
        }
        ArchiveTally tally = Scans.of(file);

        assertEquals(1, tally.files(Outcome.OK));
        assertEquals(
                List.of("UNREADABLE bomb: its header reaches beyond the 64 MiB that are unpacked"), problems(tally));
    }

    /** A private value of 100 MiB before all that is wanted. */
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
        header.putInt(at + 8, 100 << 20);
        out.write(slice, 0, at + 12);
        for (int i = 0; i < 100; i++) {
            out.write(new byte[1 << 20]);
        }
        out.write(slice, at + 14, slice.length - at - 14);
    }

    @Test
    void aNameOfGigabytesIsNotKept() throws IOException {
        Path file = temp.resolve("name.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            put(tar, "slice", slice(0));
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(1L << 31);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
            tar.putArchiveEntry(name);
            byte[] some = new byte[1 << 20];
            Arrays.fill(some, (byte) 'n');
            for (int i = 0; i < 1 << 11; i++) { // deflates to 2 MiB
                tar.write(some);
            }
            tar.closeArchiveEntry();
        }
        ArchiveTally tally = Scans.of(file);

        assertEquals(1, tally.files(Outcome.OK));
        assertEquals(Map.of("UNREADABLE_ARCHIVE", 1L), tally.problemCounts());
        assertTrue(
                problems(tally).get(0).contains("headers do not end"),
                problems(tally).toString());
    }

    @Test
    void linksDevicesAndFilesWithHolesAreToldAndNotRead() throws IOException {
        Path file = temp.resolve("odd.tar");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(file))) {
            put(tar, "a/slice", slice(0));
            for (byte type : new byte[] {
                TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_CHR, 'V', 'M'
            }) {
                TarArchiveEntry entry = new TarArchiveEntry("odd" + (char) type, type);
                if (type == TarConstants.LF_SYMLINK || type == TarConstants.LF_LINK) {
                    entry.setLinkName("a/slice");
                }
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
            put(tar, "b", slice(1));
        }
        ArchiveTally tally = Scans.of(file);

        assertEquals(2, tally.files(Outcome.OK));
        assertEquals(
                List.of(
                        "LINK_NOT_FOLLOWED odd1: a second name, in the archive, of a file before it",
                        "LINK_NOT_FOLLOWED odd2: ",
                        "UNREADABLE odd3: not a regular file",
                        "UNREADABLE odd6: not a regular file",
                        "UNREADABLE oddM: it is the rest of a file in another archive"),
                problems(tally));
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    @Test
    void filesWithHolesAreRefusedAndWhatFollowsIsRead() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("sparse"));
        run("sh", "-c", "cd \"$0\" && printf x >1 && truncate -s 3M 1 && printf y >>1", folder.toString());
        Files.write(folder.resolve("2"), slice(0));
        for (String options : List.of("--format=gnu", "--format=pax", "--format=pax --sparse-version=0.1")) {
            Path tar = temp.resolve("sparse.tar");
            run("sh", "-c", "cd \"$0\" && tar -S " + options + " -cf \"$1\" 1 2", folder.toString(), tar.toString());
            ArchiveTally tally = Scans.of(tar);

            assertEquals(1, tally.files(Outcome.OK), options);
            assertEquals(List.of("UNREADABLE 1: it is stored with holes"), problems(tally), options);
        }
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), String.join(" ", command));
    }

    @Test
    void anEmptyArchiveHoldsNothing() throws IOException {
        ArchiveTally tally = scan("empty.zip", zip(Map.of()));

        assertEquals(0, tally.files());
        assertEquals(Map.of(), tally.problemCounts());
    }

    @Test
    void withoutTheLibraryAnArchiveIsRefusedInOneLineAndFoldersAreScanned() throws Exception {
        Path folder = temp.resolve("set");
        DicomFile.slice(0).series("A").write(folder.resolve("a"));
        Path zip = Packed.ZIP_STORED.pack(folder);
        Files.copy(zip, folder.resolve("inner.zip"));

        assertEquals(
                "2 files, 1 read, 1 folders, {NOT_DICOM=1}\n",
                ScanProcess.run("true", List.of(), 2, folder, "commons-compress"));
        String refused = ScanProcess.run("true", List.of(), 2, zip, "commons-compress");
        assertTrue(
                refused.contains(zip + ": it is a zip archive: to scan it, add org.apache.commons:commons-compress"),
                refused);
    }
}
