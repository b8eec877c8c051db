package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.NiftiFile;
import dev.vernier.Packed;
import dev.vernier.dicom.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives of any kind that are cut or damaged at any place. */
@Timeout(60)
class HostileArchiveTest extends ArchivesOfSlices {

    private static final int BLOCK_BYTES = 512;
    private static final int EDGE_BYTES = 64;
    private static final int STEP_BYTES = 37;

    @ParameterizedTest
    @EnumSource(Packed.class)
    void everyPrefixIsWholeOrAProblem(Packed packed) throws IOException {
        Path folder = Files.createDirectory(temp.resolve("set"));
        Files.write(folder.resolve("a"), slice(0));
        Files.write(folder.resolve("b"), NiftiFile.one().toBytes());
        byte[] archive = Files.readAllBytes(packed.pack(folder));
        for (int length = 1; length < archive.length; length++) {
            if (isTried(length, archive.length)) {
                ArchiveTally tally = scan("prefix", Arrays.copyOf(archive, length));
                long read = tally.files(Outcome.OK) + tally.files(Outcome.NIFTI);
                String where = "length " + length;
                assertTrue(read == 2 || !tally.problemCounts().isEmpty(), () -> where + ": " + text(tally));
            }
        }
    }

    /** All that cut what begins or ends an archive or touch the border of a block, and some of the others. */
    private static boolean isTried(int length, int whole) {
        int inBlock = (length + 1) % BLOCK_BYTES;
        return length < EDGE_BYTES || length > whole - EDGE_BYTES || inBlock <= 2 || length % STEP_BYTES == 0;
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
        for (int round = 0; round < 60; round++) {
            byte[] damaged = archive.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                // Also near the end, where a zip archive has its directory.
                int near = random.nextBoolean() ? damaged.length : Math.min(900, damaged.length);
                damaged[damaged.length - 1 - random.nextInt(near)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(temp.resolve("damaged"), damaged);
            assertEquals(
                    text(Scans.byOneThread(file)), text(Scans.of(Scans.options(false, 2, file))), "round " + round);
        }
    }

    private static String text(ArchiveTally tally) {
        return Scans.problems(tally)
                + tally.problemCounts().toString()
                + Scans.filesOfSeries(tally)
                + Arrays.stream(Outcome.values())
                        .map(outcome -> String.valueOf(tally.files(outcome)))
                        .collect(Collectors.joining(" "));
    }

    @Test
    void withoutTheLibraryAnArchiveIsRefusedInOneLineAndFoldersAreScanned() throws Exception {
        Path folder = temp.resolve("set");
        DicomFile.slice(0).series("A").write(folder.resolve("a"));
        Path zip = Packed.ZIP_STORED.pack(folder);
        Files.copy(zip, folder.resolve("inner.zip"));

        assertEquals(
                "2 files, 1 read, 1 folders, {NOT_OPENED=1}\n",
                ScanProcess.run("true", List.of(), 2, List.of(folder), "commons-compress"));
        String refused = ScanProcess.run("true", List.of(), 2, List.of(zip), "commons-compress");
        assertTrue(
                refused.contains(zip + ": it is a zip archive: to scan it, add org.apache.commons:commons-compress"),
                refused);
    }
}
