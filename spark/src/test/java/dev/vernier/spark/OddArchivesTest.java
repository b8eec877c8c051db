package dev.vernier.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.VoxelSpacing;
import dev.vernier.scan.SeriesGrouping;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are not laid out as one would wish: the same bytes as on one machine. */
class OddArchivesTest {

    @TempDir
    private Path root;

    @TempDir
    private Path out;

    @Test
    void aSeriesSpreadOverFoldersRootsAndTasksIsOne() throws IOException {
        Slices spread = new Slices("1.2.840.1");
        for (int part = 0; part < 30; part++) {
            spread.write(root.resolve("a/" + part), 40 * part, 40 * part + 40);
            spread.write(root.resolve("b"), 40 * part, 40 * part + 1);
        }
        Slices huge = new Slices("1.2.840.2").write(root.resolve("b/huge"), 0, 3_000);
        Files.write(root.resolve("one.dcm"), huge.file(3_000));
        List<Path> roots = List.of(root.resolve("a"), root.resolve("b"), root.resolve("one.dcm"), root.resolve("a/3"));

        VoxelSpacing.Builder engine = VoxelSpacing.builder().domain("folder:1");
        roots.forEach(engine::root);

        assertEquals(ResultTables.ofOneMachine(engine.build()), spark(roots, "--domain=folder:1", "--partitions=13"));
    }

    @Test
    void gzippedFilesAndFilesWithoutASeriesAndWithPositionsBehindThePixelsAreReadAsOnOneMachine() throws IOException {
        Slices slices = new Slices("1.2.840.4");
        Path folder = Files.createDirectories(root.resolve("patient/phase"));
        for (int slice = 0; slice < 4; slice++) {
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(slice + ".dcm.gz")))) {
                gzip.write(slices.file(slice));
            }
            Files.write(folder.resolve("late" + slice + ".dcm"), positionBehindPixels(slice));
        }
        VoxelSpacing.Builder engine =
                VoxelSpacing.builder().root(root).groupBy(SeriesGrouping.FOLDER).fullWalk(true);
        ResultTables expected = ResultTables.ofOneMachine(engine.build());
        assertTrue(expected.series().contains("folder:patient/phase"), expected.series());
        assertEquals(2, expected.series().split("REGULAR", -1).length - 1, expected.series());

        assertEquals(expected, spark(List.of(root), "--group-by=folder", "--full-walk"));
    }

    private static byte[] positionBehindPixels(int slice) {
        return new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .element(0x00080018, "UI", "1.2.840.5." + slice)
                .element(0x00080060, "CS", "CT")
                .element(0x00280010, "US", 4.0)
                .element(0x00280011, "US", 5.0)
                .element(0x00280030, "DS", 0.7, 0.5)
                .element(0x7FE00010, "OW", new byte[40])
                .element(0x00200032, "DS", -10.0, 20.0, 3.0 * slice)
                .element(0x00200037, "DS", "1\\0\\0\\0\\1\\0")
                .toFile();
    }

    @Test
    void whatCannotBeReadIsAFinding() throws IOException, InterruptedException {
        Slices slices = new Slices("1.2.840.3").write(root.resolve("ct"), 0, 4);
        byte[] whole = slices.file(4);
        for (int bytes = 0; bytes < whole.length; bytes++) {
            Files.write(
                    Files.createDirectories(root.resolve("cut")).resolve(bytes + ".dcm"), Arrays.copyOf(whole, bytes));
        }
        Files.write(root.resolve(".a.crc"), whole); // such names are Hadoop's own
        Files.write(root.resolve("with:colon and 50%.dcm"), slices.file(5));
        Files.write(root.resolve("ct/\u00e4\u4e2d.dcm"), slices.file(6));
        Files.writeString(root.resolve("README"), "not an image, and longer than a preamble ".repeat(9));
        Files.createDirectories(root.resolve("folder.dcm/empty"));
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.createSymbolicLink(root.resolve("nowhere"), root.resolve("missing"));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", root.resolve("pipe").toString())
                        .start()
                        .waitFor());

        ResultTables expected =
                ResultTables.ofOneMachine(VoxelSpacing.builder().root(root).build());
        assertTrue(expected.findings().contains("TRUNCATED"), expected.findings());
        assertTrue(expected.findings().contains("pipe"), expected.findings());

        assertEquals(expected, spark(List.of(root)));
    }

    @Test
    void aChainOfFoldersIsNoChainOfStages() throws IOException {
        Path deep = root;
        for (int level = 0; level < 200; level++) {
            deep = deep.resolve("d");
        }
        new Slices("1.2.840.4").write(deep, 0, 3);
        for (int folder = 0; folder < 50; folder++) {
            new Slices("1.2.840.5").write(root.resolve("w/" + folder + "/x"), folder, folder + 1);
        }

        assertEquals(ResultTables.ofOneMachine(VoxelSpacing.builder().root(root).build()), spark(List.of(root)));
    }

    @Test
    void domainsTakeTheSpellingOfMostSeriesAndTheOrderOfTheEngine() throws IOException {
        String[] manufacturers = {
            "Siemens", "SIEMENS", "SIEMENS", "ge", "GE", "\uff21cme", "\ud83d\ude00 Imaging", "\u00c4rzte", "Zeta", ""
        };
        for (int i = 0; i < manufacturers.length; i++) {
            new Slices("1.2.840.6." + i).manufacturer(manufacturers[i]).write(root.resolve("s" + i), 0, 2 + i);
        }

        ResultTables expected = ResultTables.ofOneMachine(
                VoxelSpacing.builder().root(root).domain("Manufacturer").build());
        assertTrue(
                expected.domains().indexOf("\ud83d\ude00") < expected.domains().indexOf("\uff21"));

        assertEquals(expected, spark(List.of(root), "--domain=Manufacturer"));
    }

    @Test
    void niftiVolumesAndPairsAreThoseOfTheEngine() throws IOException {
        new Slices("1.2.840.7").write(root.resolve("ct"), 0, 3);
        for (int volume = 0; volume < 20; volume++) { // headers and images of a pair come to different tasks
            Path folder = Files.createDirectories(root.resolve("n" + volume));
            Files.write(folder.resolve("v.nii"), nifti("n+1", 0.5 + volume));
            Files.write(folder.resolve("pair.hdr"), nifti("ni1", 0.25 + volume));
            Files.write(folder.resolve("pair.img"), new byte[100]);
            Files.write(folder.resolve("alone.img"), new byte[100]);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("z.nii.gz")))) {
                out.write(nifti("n+1", 1.25));
            }
        }

        ResultTables expected =
                ResultTables.ofOneMachine(VoxelSpacing.builder().root(root).build());
        assertEquals(62, expected.series().lines().count(), expected.series());
        assertTrue(expected.findings().contains("alone.img"), expected.findings());

        assertEquals(expected, spark(List.of(root), "--partitions=7", "--reads=3"));
    }

    /** A NIfTI-1 header of 40 x 30 x 20 voxels in millimetres. */
    private static byte[] nifti(String magic, double x) {
        ByteBuffer header = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, 348).putShort(40, (short) 3).putShort(42, (short) 40).putShort(44, (short) 30);
        header.putShort(46, (short) 20)
                .putFloat(76, 1)
                .putFloat(80, (float) x)
                .putFloat(84, 0.75f)
                .putFloat(88, 3);
        header.putFloat(108, 352).put(123, (byte) 2).position(344);
        return header.put(magic.getBytes(StandardCharsets.US_ASCII)).array();
    }

    @Test
    void realFilesHaveTheAnswersOfTheEngine() throws IOException {
        Path shared = Path.of("../../shared/data/dicom");
        assumeTrue(Files.isDirectory(shared), "no ../shared/data/dicom beside the checkout");

        ResultTables expected =
                ResultTables.ofOneMachine(VoxelSpacing.builder().root(shared).build());

        assertEquals(expected, spark(List.of(shared.toAbsolutePath().normalize())));
    }

    private ResultTables spark(List<Path> roots, String... options) throws IOException {
        return ResultTables.ofSpark(
                out,
                Stream.concat(roots.stream().map(Path::toString), Arrays.stream(options))
                        .toArray(String[]::new));
    }
}
