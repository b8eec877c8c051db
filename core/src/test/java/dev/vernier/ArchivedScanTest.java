package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.cache.CacheCheck;
import dev.vernier.dicom.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of an archive is what is said of the folder that it was made of. */
@Timeout(300)
class ArchivedScanTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(Packed.class)
    void anArchiveSaysWhatItsFolderSays(Packed packed) throws IOException {
        for (int seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            Path folder = writeFolder(random, "set" + seed);
            List<Path> order = new ArrayList<>(Packed.paths(folder));
            if (seed > 1) {
                Collections.shuffle(order, random); // the files of a folder are then far from each other
            }
            Path archive = packed.pack(folder, order);
            for (String domain : List.of("Modality,ProtocolName", "folder:1", "folder:2")) {
                String expected = Archive.text(scan(folder, 2, domain));
                for (int threads = 0; threads <= 4; threads++) {
                    String where = "seed " + seed + ", threads " + threads + ", " + domain;
                    assertEquals(expected, Archive.text(scan(archive, threads, domain)), where);
                }
            }
        }
    }

    private static SpacingReport scan(Path root, int threads, String domain) throws IOException {
        return VoxelSpacing.builder()
                .root(root)
                .threads(threads)
                .domain(domain)
                .build()
                .scan();
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void realFilesSayTheSameFromAnArchive(Packed packed) throws IOException {
        for (String name : List.of("siemens_mosaic_gap", "deflated_and_odd", "enh_xa30_noSBS", "ct_series_dicomdir")) {
            Path original = SharedData.dicom(name);
            Path copy = Files.createDirectories(temp.resolve(name));
            for (Path path : Packed.paths(original)) {
                Path to = copy.resolve(original.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.write(to, Files.readAllBytes(path));
                }
            }
            assertEquals(
                    Archive.text(scan(copy, 2, "Modality")),
                    Archive.text(scan(packed.pack(copy), 2, "Modality")),
                    name);
        }
    }

    @Test
    void amongSeveralRootsPathsSayWhichArchiveAndFoldersCountBelowIt() throws IOException {
        Path folder = temp.resolve("plain");
        new Archive(folder).series("a/x", "F", DicomFile.stack(3, 1.5), file -> file);
        Path packed = temp.resolve("packed");
        new Archive(packed).series("b/y", "P", DicomFile.stack(4, 2.5), file -> file);
        NiftiFile.one().write(packed.resolve("b/v.nii.gz"));
        Files.writeString(packed.resolve("README"), "some words that are no header of anything");
        Path zip = Packed.ZIP_DEFLATED.pack(packed);
        Path tar = Packed.TAR_GZ.pack(packed);
        SpacingReport report = VoxelSpacing.builder()
                .root(folder)
                .root(zip)
                .root(tar)
                .domain("folder:1")
                .build()
                .scan();

        assertEquals(folder + "/a/x", Archive.series(report, "F").folder());
        assertEquals(
                List.of("a", "b"),
                report.domains().stream().map(DomainReport::domain).toList());
        assertEquals(
                new TreeSet<>(List.of("F", "P", zip + "!/b/v.nii.gz", tar + "!/b/v.nii.gz")),
                new TreeSet<>(
                        report.series().stream().map(SeriesReport::seriesUid).toList()));
        assertEquals(4, Archive.series(report, "P").spacing().instances()); // the same ones twice
        assertEquals(8, Archive.series(report, "P").spacing().files());
        assertTrue(Archive.findings(report).contains(" " + zip + "!/README NOT_DICOM"));
        assertTrue(Archive.findings(report).contains(" " + tar + "!/README NOT_DICOM"));
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void anUnchangedArchiveIsTakenFromTheCacheAsAWhole(Packed packed) throws IOException {
        Path folder = writeFolder(new Random(5), "set");
        Path archive = packed.pack(folder);
        settle(archive, 1);
        for (CacheCheck check : CacheCheck.values()) {
            MemoryCache cache = new MemoryCache();
            String expected = Archive.text(scan(archive, 2, "Modality"));
            SpacingReport first = cached(archive, cache, check);
            SpacingReport second = cached(archive, cache, check);

            assertEquals(expected, Archive.text(first));
            assertEquals(expected, Archive.text(second));
            assertNotEquals(0, first.cost().reads());
            assertEquals(0, second.cost().reads());
        }
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void aChangedArchiveIsReadAgain(Packed packed) throws IOException {
        Path folder = writeFolder(new Random(6), "set");
        Path archive = packed.pack(folder);
        settle(archive, 1);
        MemoryCache cache = new MemoryCache();
        cached(archive, cache, CacheCheck.FOLDERS);
        DicomFile.slice(3).series("new").write(folder.resolve("one more"));
        packed.pack(folder);
        settle(archive, 2);
        SpacingReport changed = cached(archive, cache, CacheCheck.FOLDERS);

        assertEquals(Archive.text(scan(archive, 2, "Modality")), Archive.text(changed));
        assertEquals("new", Archive.series(changed, "new").seriesUid());
    }

    /** What a directory says of its files holds as long as the archive is unchanged; a failure to read may pass. */
    @Test
    void refusedFilesAreTakenFromTheCacheAndThoseThatFailedAreReadAgain() throws IOException {
        Path folder = writeFolder(new Random(7), "set");
        Files.writeString(folder.resolve("words"), "no header of anything, ".repeat(99));
        byte[] whole = Files.readAllBytes(
                Packed.ZIP_DEFLATED.pack(folder, List.of(folder.resolve("words"), folder.resolve("stack/0.dcm"))));
        byte[] encrypted = whole.clone();
        int directoryAt = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\001\002");
        encrypted[directoryAt + 8] |= 1;
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 35, 45, (byte) 0xFF); // the first file begins there
        Path archive = temp.resolve("one.zip");
        for (byte[] content : List.of(encrypted, damaged)) {
            Files.write(archive, content);
            settle(archive, content == damaged ? 1 : 2);
            MemoryCache cache = new MemoryCache();
            SpacingReport first = cached(archive, cache, CacheCheck.FOLDERS);
            SpacingReport second = cached(archive, cache, CacheCheck.FOLDERS);

            assertTrue(Archive.findings(first).contains(" words UNREADABLE"));
            assertEquals(Archive.text(first), Archive.text(second));
            assertEquals(content == damaged, second.cost().reads() > 0);
        }
    }

    private static SpacingReport cached(Path archive, MemoryCache cache, CacheCheck check) throws IOException {
        return VoxelSpacing.builder().root(archive).cache(cache, check).build().scan();
    }

    private static void settle(Path file, int days) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L + days * 86_400_000L));
    }

    /** Files of every kind, in folders and names of every length. */
    private Path writeFolder(Random random, String name) throws IOException {
        Path root = Files.createDirectory(temp.resolve(name));
        for (int i = 0; i < 120; i++) {
            Path folder = root;
            for (int depth = random.nextInt(4); depth > 0; depth--) {
                folder = folder.resolve(folderName(random));
            }
            Files.createDirectories(folder);
            Files.write(folder.resolve("f\u00E4ile" + i), content(random));
        }
        DicomFile.writeAll(root.resolve("stack"), DicomFile.stack(150, 1.25));
        return root;
    }

    private static String folderName(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "long-".repeat(30);
            case 1 -> "\u75C5\u4EBA";
            default -> "d" + random.nextInt(3);
        };
    }

    private static byte[] content(Random random) {
        DicomFile file = DicomFile.slice(random.nextInt(9) * 1.5)
                .series("S" + random.nextInt(6))
                .text(Tag.PROTOCOL_NAME, "LO", "protocol " + random.nextInt(3));
        byte[] noise = new byte[random.nextInt(60_000)];
        random.nextBytes(noise);
        return switch (random.nextInt(12)) {
            case 0 -> NiftiFile.one().toBytes();
            case 1 -> NiftiFile.two().toGzip();
            case 2 -> new byte[0];
            case 3 -> noise;
            case 4 -> Arrays.copyOf(file.toBytes(), random.nextInt(500));
            case 5 -> file.without(Tag.SOP_INSTANCE_UID).toBytes();
            case 6 -> file.without(Tag.SERIES_INSTANCE_UID).toBytes();
            case 7 ->
                DicomFile.volume(0, 1.5, 3).series("V" + random.nextInt(2)).toBytes();
            // A private value to be jumped over, which does not compress.
            case 8 -> file.bytes(0x00091010, "OB", noise).toBytes();
            case 9 -> file.withoutMeta().toBytes();
            default -> file.toBytes();
        };
    }

    @Test
    void namesThatAreNoTextAreShownByTheirBytes() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("names"));
        DicomFile.slice(0).series("A").write(folder.resolve("plain"));
        run(
                "sh",
                "-c",
                "cd \"$0\" && d=$(printf 'f\\377\\303\\244') && mkdir \"$d\" && mv plain \"$d/$(printf 'x\\374')\""
                        + " && echo no header of anything at all, whatever it is called >\"$d/y\"",
                folder.toString());
        String expected = Archive.text(scan(folder, 1, "folder:1"));
        assertTrue(expected.contains("f\\xFF\u00E4"), expected);
        for (String format : List.of("gnu", "ustar")) {
            Path tar = temp.resolve(format + ".tar");
            run("sh", "-c", "cd \"$0\" && tar --format=" + format + " -cf \"$1\" *", folder.toString(), tar.toString());
            String shown = Archive.text(scan(tar, 1, "folder:1"));
            assertEquals(expected, shown, format);
        }
    }

    @Test
    void tarArchivesOfOtherMakersAreRead() throws Exception {
        Path folder = writeFolder(new Random(8), "set");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("stack/0.dcm"));
        String expected = Archive.text(scan(folder, 1, "Modality"));
        for (String options : List.of("--format=gnu -cf", "--format=pax -cf", "--format=gnu -czf")) {
            Path tar = temp.resolve("set.tar");
            run("sh", "-c", "cd \"$0\" && tar " + options + " \"$1\" .", folder.toString(), tar.toString());
            assertEquals(expected, Archive.text(scan(tar, 3, "Modality")), options);
        }
    }

    private static void run(String... command) throws Exception {
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), String.join(" ", command));
    }

    @Test
    void anArchiveBelowARootIsToldAndNotOpened() throws IOException {
        Path folder = temp.resolve("set");
        DicomFile.slice(0).series("A").write(folder.resolve("a/1"));
        Path inner = temp.resolve("inner");
        DicomFile.slice(0).series("B").write(inner.resolve("1"));
        for (Packed packed : Packed.values()) {
            Files.move(packed.pack(inner), folder.resolve(packed.name()));
        }
        SpacingReport report = scan(folder, 2, "Modality");
        for (Packed packed : List.of(Packed.ZIP_DEFLATED, Packed.TAR_GZ, Packed.TAR_GNU)) {
            assertEquals(Archive.text(report), Archive.text(scan(packed.pack(folder), 2, "Modality")));
        }
        assertEquals(1, report.series().size());
        List<String> details = report.findings().stream()
                .filter(finding -> finding.code().equals("NOT_OPENED"))
                .map(finding -> finding.path() + ": " + finding.detail())
                .toList();
        assertEquals(Packed.values().length, details.size());
        assertTrue(
                details.contains(
                        "TAR_GZ: a gzipped tar archive, which is not opened here: unpack it, or name it as a root of 'vernier scan'"),
                details.toString());
        assertTrue(details.stream().anyMatch(detail -> detail.startsWith("ZIP_64: a zip archive")));
    }

    @Test
    void aDicomFileMayHoldAnythingInItsPreamble() throws IOException {
        byte[] slice = DicomFile.slice(0).series("A").toBytes();
        byte[] zip = "PK\003\004".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(zip, 0, slice, 0, zip.length);
        Path file = Files.write(temp.resolve("dual"), slice);

        assertEquals("A", scan(file, 1, "Modality").series().get(0).seriesUid());
    }
}
