package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.NiftiFile;
import dev.vernier.Packed;
import dev.vernier.SharedData;
import dev.vernier.dicom.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What may hold images and is not opened is told by its format; old, labelled and self-extracting archives are roots
 * like others.
 */
@Timeout(60)
class ContainersTest {

    private static final int TAR_BLOCK = 512;
    private static final int TAR_MAGIC_AT = 257;
    private static final int TAR_TYPE_AT = 156;

    @TempDir
    private Path temp;

    private Path inner;

    @BeforeEach
    void writeWhatIsPacked() throws IOException {
        inner = temp.resolve("inner");
        DicomFile.slice(0).series("A").write(inner.resolve("a/1"));
        DicomFile.slice(1.5).series("A").write(inner.resolve("a/2"));
    }

    private Map<String, byte[]> containers() throws IOException {
        byte[] zip = Files.readAllBytes(Packed.ZIP_DEFLATED.pack(inner));
        byte[] tar = Files.readAllBytes(Packed.TAR_GNU.pack(inner));
        Map<String, byte[]> files = new TreeMap<>();
        files.put("a zip archive", zip);
        files.put("a tar archive", withoutMagic(tar));
        files.put("a gzipped tar archive", NiftiFile.gzip(withoutMagic(tar)));
        files.put("a gzipped zip archive", NiftiFile.gzip(zip));
        files.put("a self-extracting zip archive", selfExtracting(zip));
        files.put("a 7z archive", begun(0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C));
        files.put("a RAR archive", begun('R', 'a', 'r', '!', 0x1A, 7));
        files.put("an xz file", begun(0xFD, '7', 'z', 'X', 'Z', 0));
        files.put("a bzip2 file", begun('B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59));
        files.put("a Zstandard file", begun(0x28, 0xB5, 0x2F, 0xFD));
        files.put("an LZ4 file", begun(4, 0x22, 0x4D, 0x18));
        files.put("an lzip file", begun('L', 'Z', 'I', 'P', 1));
        files.put("a file made by compress", begun(0x1F, 0x9D));
        return files;
    }

    @Test
    void belowAFolderEachIsAFindingThatNamesItsFormat() throws IOException {
        assertEachIsTold(Scans.of(folderOfContainers()));
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void insideAnArchiveToo(Packed packed) throws IOException {
        assertEachIsTold(Scans.of(packed.pack(folderOfContainers())));
    }

    private Path folderOfContainers() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("set"));
        for (Map.Entry<String, byte[]> each : containers().entrySet()) {
            Files.write(folder.resolve(each.getKey()), each.getValue());
        }
        return folder;
    }

    private void assertEachIsTold(ArchiveTally tally) throws IOException {
        List<String> expected = new ArrayList<>();
        for (String format : containers().keySet()) {
            boolean opened = List.of(
                            "a zip archive", "a tar archive", "a gzipped tar archive", "a self-extracting zip archive")
                    .contains(format);
            expected.add("NOT_OPENED " + format + ": " + format + ", which is not opened here: unpack it"
                    + (opened ? ", or name it as a root of 'vernier scan'" : ""));
        }
        assertEquals(expected, Scans.problems(tally));
        assertEquals(Map.of("NOT_OPENED", (long) expected.size()), tally.problemCounts());
        assertEquals(expected.size(), tally.files(Outcome.NOT_DICOM));
        assertEquals(expected.size(), tally.files());
    }

    @Test
    void whatOnlyLooksLikeOneIsNoSuchFinding() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("set"));
        Files.writeString(folder.resolve("script"), "#!/bin/sh\necho PK\5\6 and more\n");
        Files.write(folder.resolve("program"), Arrays.copyOf("MZ".getBytes(StandardCharsets.US_ASCII), 90_000));
        Files.writeString(folder.resolve("text"), "BZh9 is how a bzip2 file begins. ".repeat(40));
        byte[] wrongSum = withoutMagic(Files.readAllBytes(Packed.TAR_GNU.pack(inner)));
        wrongSum[3]++;
        Files.write(folder.resolve("almost-tar"), wrongSum);
        Files.write(folder.resolve("zeros"), new byte[3_000]);

        assertEquals(Map.of("NOT_DICOM", 5L), Scans.of(folder).problemCounts());
    }

    @Test
    void anArchiveWithoutMagicALabelledAndASelfExtractingOneAreRoots() throws IOException {
        byte[] tar = Files.readAllBytes(Packed.TAR_GNU.pack(inner));
        byte[] zip = Files.readAllBytes(Packed.ZIP_DEFLATED.pack(inner));
        Map<String, byte[]> roots = Map.of(
                "v7", withoutMagic(tar),
                "v7.gz", NiftiFile.gzip(withoutMagic(tar)),
                "labelled", labelled(tar),
                "labelled.gz", NiftiFile.gzip(labelled(tar)),
                "sfx", selfExtracting(zip),
                "sfx-stored", selfExtracting(Files.readAllBytes(Packed.ZIP_STORED.pack(inner))));
        for (Map.Entry<String, byte[]> each : roots.entrySet()) {
            ArchiveTally tally = Scans.of(Files.write(temp.resolve(each.getKey()), each.getValue()));

            assertEquals(Map.of("A", 2L), Scans.filesOfSeries(tally), each.getKey());
            assertEquals(Map.of("A", "a"), Scans.folders(tally), each.getKey());
            assertEquals(Map.of(), tally.problemCounts(), each.getKey());
        }
    }

    @Test
    void realArchivesAreReadOrNamed() throws IOException {
        Path roots = SharedData.path("attack/roots");
        for (String name : List.of("sfx.zip", "v7.tar")) {
            assertEquals(3, Scans.of(roots.resolve(name)).files(Outcome.OK), name);
        }
        for (String name : List.of("a.tar.bz2", "a.tar.xz")) {
            List<String> problems = Scans.problems(Scans.of(roots.resolve(name)));
            assertTrue(problems.get(0).startsWith("NOT_OPENED " + name + ": a"), problems.toString());
        }
    }

    /** As tar wrote it before POSIX: what is behind the magic is zero, and the sum is of that. */
    private static byte[] withoutMagic(byte[] tar) {
        byte[] old = tar.clone();
        for (int at = 0; at + TAR_BLOCK <= old.length; at += TAR_BLOCK) {
            if (new String(old, at + TAR_MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar")) {
                Arrays.fill(old, at + TAR_MAGIC_AT, at + TAR_BLOCK, (byte) 0);
                sum(old, at);
            }
        }
        return old;
    }

    /** With the header of a volume that GNU tar writes first where it is given a label. */
    private static byte[] labelled(byte[] tar) {
        byte[] labelled = new byte[TAR_BLOCK + tar.length];
        System.arraycopy(tar, 0, labelled, TAR_BLOCK, tar.length);
        System.arraycopy("backup of May".getBytes(StandardCharsets.US_ASCII), 0, labelled, 0, 13);
        System.arraycopy("00000000000".getBytes(StandardCharsets.US_ASCII), 0, labelled, 124, 11);
        labelled[TAR_TYPE_AT] = 'V';
        sum(labelled, 0);
        return labelled;
    }

    private static void sum(byte[] tar, int at) {
        Arrays.fill(tar, at + 148, at + 156, (byte) ' ');
        int sum = 0;
        for (int i = 0; i < TAR_BLOCK; i++) {
            sum += tar[at + i] & 0xFF;
        }
        byte[] digits = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, tar, at + 148, digits.length);
    }

    private static byte[] selfExtracting(byte[] zip) throws IOException {
        ByteArrayOutputStream program = new ByteArrayOutputStream();
        program.write("MZ".getBytes(StandardCharsets.US_ASCII));
        program.write(new byte[70_000]);
        program.write(zip);
        return program.toByteArray();
    }

    private static byte[] begun(int... magic) {
        byte[] file = new byte[1_000];
        for (int i = 0; i < file.length; i++) {
            file[i] = (byte) (i < magic.length ? magic[i] : 31 * i + 7);
        }
        return file;
    }
}
