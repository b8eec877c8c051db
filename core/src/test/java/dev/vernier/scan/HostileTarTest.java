package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.Packed;
import dev.vernier.dicom.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tar archives that are cut, or hold what is no plain file: an outcome for each, and what could be read is kept. */
@Timeout(60)
class HostileTarTest extends ArchivesOfSlices {

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
                Scans.problems(tally).get(1));
        ArchiveTally withoutEnd =
                scan("end.tar", Arrays.copyOf(tar, 5 * (512 + 512 * ((slice(0).length + 511) / 512))));
        assertEquals(5, withoutEnd.files(Outcome.OK));
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

    /** Were it read as far as it goes, the archive would be cut short. */
    @Test
    void aNameOfGigabytesIsNotKept() throws IOException {
        TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
        name.setSize(1L << 31);
        byte[] header = new byte[512];
        name.writeEntryHeader(header);
        byte[] some = new byte[1 << 20];
        Arrays.fill(some, (byte) 'n');
        Path file = temp.resolve("name.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            ByteArrayOutputStream slice = new ByteArrayOutputStream();
            put(new TarArchiveOutputStream(slice), "slice", slice(0)); // not ended: more follows
            slice.writeTo(out);
            out.write(header);
            out.write(some);
        }
        ArchiveTally tally = Scans.byOneThread(file);

        assertEquals(1, tally.files(Outcome.OK));
        assertEquals(Map.of("UNREADABLE_ARCHIVE", 1L), tally.problemCounts());
        assertTrue(
                Scans.problems(tally).get(0).contains("headers do not end"),
                Scans.problems(tally).toString());
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
                Scans.problems(tally));
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
            assertEquals(List.of("UNREADABLE 1: it is stored with holes"), Scans.problems(tally), options);
        }
    }

    /** As archives of git begin. */
    @Test
    void aGlobalHeaderChangesNoNameAndNoPlace() throws Exception {
        byte[] comment = "18 comment=of all\n".getBytes(StandardCharsets.US_ASCII);
        TarArchiveEntry global = new TarArchiveEntry("pax_global_header", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER);
        global.setSize(comment.length);
        byte[] blocks = new byte[1_024];
        global.writeEntryHeader(blocks);
        System.arraycopy(comment, 0, blocks, 512, comment.length);
        Path folder = Files.createDirectory(temp.resolve("global"));
        String name = "\u75C5\u4EBA-\u00E4";
        run("sh", "-c", "cd \"$0\" && printf x >\"$1\" && truncate -s 3M \"$1\"", folder.toString(), "1" + name);
        Files.writeString(folder.resolve("2" + name), "some words that are no header of anything");
        Files.write(folder.resolve("3"), slice(0));
        for (String first : List.of("1" + name, "2" + name)) {
            Path tar = temp.resolve("global.tar");
            String second = first.startsWith("1") ? "2" + name : "1" + name;
            run(
                    "sh",
                    "-c",
                    "cd \"$0\" && tar -S --format=pax -cf \"$1\" \"$2\" \"$3\" 3",
                    folder.toString(),
                    tar.toString(),
                    first,
                    second);
            byte[] rest = Files.readAllBytes(tar);
            byte[] whole = Arrays.copyOf(blocks, blocks.length + rest.length);
            System.arraycopy(rest, 0, whole, blocks.length, rest.length);
            ArchiveTally tally = scan("git.tar", whole);

            assertEquals(1, tally.files(Outcome.OK), first);
            assertEquals(
                    List.of("NOT_DICOM 2" + name + ": ", "UNREADABLE 1" + name + ": it is stored with holes"),
                    Scans.problems(tally),
                    first);
        }
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), String.join(" ", command));
    }

    /** To see whether a program is a self-extracting archive takes a look at its end. */
    @Test
    void sizesNearTwoToThe63rdAreSizesLikeOthers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry first = new TarArchiveEntry("first");
            first.setSize(100_000);
            tar.putArchiveEntry(first);
            tar.write(new byte[100_000]);
            tar.closeArchiveEntry();
        }
        byte[] whole = bytes.toByteArray();
        byte[] start = Arrays.copyOf(whole, 512 + 100_352); // rounded up to blocks of 512
        for (long size : new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 511, 1L << 62, 1L << 32, (1L << 31) + 1}) {
            ByteArrayOutputStream archive = new ByteArrayOutputStream();
            archive.write(start);
            TarArchiveOutputStream tar = new TarArchiveOutputStream(archive);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
            TarArchiveEntry program = new TarArchiveEntry("program");
            program.setSize(size);
            tar.putArchiveEntry(program);
            tar.write("MZ".getBytes(StandardCharsets.US_ASCII));
            tar.write(new byte[1_000]);
            tar.flush();
            ArchiveTally tally = scan("huge.tar", archive.toByteArray());

            assertEquals(2, tally.files(Outcome.NOT_DICOM), () -> size + ": " + Scans.problems(tally));
            assertEquals(
                    "UNREADABLE_ARCHIVE .: the archive is cut short: its last file is not whole",
                    Scans.problems(tally).get(2));
        }
    }
}
