package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any layout of folders, and folders of any size. */
@Timeout(60)
class LayoutTest {

    @TempDir
    private Path root;

    @Test
    void oneFolderASeries() throws IOException {
        write("series/A", "A", 3);
        write("series/B", "B", 2);
        ArchiveTally tally = Scans.of(root);

        assertEquals(Map.of("A", 3L, "B", 2L), Scans.filesOfSeries(tally));
        assertEquals(Map.of("A", "series/A", "B", "series/B"), Scans.folders(tally));
        assertEquals(5, tally.files(Outcome.OK));
        assertEquals(4, tally.folders());
    }

    @Test
    void allSeriesInOneFolder() throws IOException {
        for (int i = 0; i < 30; i++) {
            DicomFile.slice(i).series("S" + i % 3).write(root.resolve("IM" + i));
        }

        assertEquals(Map.of("S0", 10L, "S1", 10L, "S2", 10L), Scans.filesOfSeries(Scans.of(root)));
        assertEquals("", Scans.folders(Scans.of(root)).get("S0"));
    }

    @Test
    void oneSeriesOverManyFolders() throws IOException {
        for (int i = 9; i >= 0; i--) {
            DicomFile.slice(2 * i).series("A").write(root.resolve("day" + i + "/x/" + i + ".dcm"));
        }
        ArchiveTally tally = Scans.of(root);

        assertEquals(Map.of("A", 10L), Scans.filesOfSeries(tally));
        assertEquals(Map.of("A", "day0/x"), Scans.folders(tally), "the first one by name");
        assertEquals(
                2,
                tally.series().iterator().next().analyse(SpacingRules.DEFAULT).z());
    }

    @Test
    void aDeepTree() throws IOException {
        Path deep = root;
        for (int i = 0; i < 300; i++) {
            deep = deep.resolve("d" + i);
        }
        DicomFile.slice(0).series("A").write(deep.resolve("1"));

        ArchiveTally tally = Scans.of(root);
        assertEquals(Map.of("A", 1L), Scans.filesOfSeries(tally));
        assertEquals(301, tally.folders());
    }

    /** Paths of some 20,000 bytes, four times what systems open at once. Built from the bottom up, each tree moved into the next. */
    @Test
    void aTreeOfTwoThousandLevelsWithSideBranches() throws Exception {
        Path tree = root.resolve("t0");
        Files.createDirectory(tree);
        Files.writeString(tree.resolve("junk"), "this is not DICOM, but long enough to be looked at");
        int levels = 2_000;
        for (int i = 1; i <= levels; i++) {
            Path next = Files.createDirectory(root.resolve("t" + i));
            if (i % 100 == 0) {
                DicomFile.slice(i).series("A").write(next.resolve("side/branch/1"));
            }
            Files.move(tree, next.resolve("level" + i));
            tree = next;
        }
        StringBuilder junk = new StringBuilder();
        for (int i = levels; i >= 1; i--) {
            junk.append("level").append(i).append('/');
        }
        try {
            for (ReadStrategy read : List.of(ReadStrategy.AUTO, ReadStrategy.POSITIONED)) {
                ArchiveTally tally = Scans.of(
                        new ScanOptions(List.of(tree), SpacingRules.DEFAULT, List.of(), 4, read, false, Set.of()));

                assertEquals(Map.of("A", 20L), Scans.filesOfSeries(tally));
                assertEquals(levels + 1 + 2 * 20, tally.folders());
                assertEquals(List.of(new Problem("NOT_DICOM", junk + "junk", "")), tally.problems());
            }
        } finally {
            // the JDK cannot remove it
            new ProcessBuilder("rm", "-rf", tree.toString()).start().waitFor();
        }
    }

    @Test
    void severalRootsArePrefixesOfTheirFolders() throws IOException {
        write("one/a", "A", 2);
        write("two", "A", 2);
        write("two/b", "B", 1);
        ArchiveTally tally = Scans.of(root.resolve("two"), root.resolve("one"));

        assertEquals(Map.of("A", 4L, "B", 1L), Scans.filesOfSeries(tally));
        assertEquals(root.resolve("one") + "/a", Scans.folders(tally).get("A"));
        assertEquals(root.resolve("two") + "/b", Scans.folders(tally).get("B"));
    }

    @Test
    void aRootCanBeAFile() throws IOException {
        write("a", "A", 2);
        Path file = root.resolve("a/0.dcm");
        assertEquals(Map.of("A", ""), Scans.folders(Scans.of(file)));

        Path junk = Files.writeString(root.resolve("junk.txt"), "no DICOM here, none at all");
        ArchiveTally both = Scans.of(file, junk);
        assertEquals(Map.of("A", root + "/a"), Scans.folders(both));
        assertEquals(root + "/junk.txt", both.problems().get(0).path());
    }

    @Test
    void aRootThatIsALinkIsFollowed() throws IOException {
        write("a", "A", 2);
        Path folderLink = Files.createSymbolicLink(root.resolve("folder"), root.resolve("a"));
        Path fileLink = Files.createSymbolicLink(root.resolve("file"), root.resolve("a/0.dcm"));

        assertEquals(Map.of("A", 2L), Scans.filesOfSeries(Scans.of(folderLink)));
        assertEquals(Map.of("A", 1L), Scans.filesOfSeries(Scans.of(fileLink)));
    }

    @Test
    void aRootThatCannotBeScannedIsNamed() throws Exception {
        Path missing = root.resolve("missing");
        assertTrue(assertThrows(NoSuchFileException.class, () -> Scans.of(missing))
                .getMessage()
                .contains("missing"));

        Path pipe = root.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        FileSystemException refused = assertThrows(FileSystemException.class, () -> Scans.of(pipe));
        assertTrue(refused.getMessage().contains("pipe"), refused.getMessage());
    }

    @Test
    void aFolderOfAHundredThousandEntries() throws IOException {
        Path folder = Files.createDirectories(root.resolve("big"));
        // Hard links are made faster than files; a file system allows some 65,000 to one file.
        for (int i = 0, ofOne = 25_000; i < 100_000; i++) {
            if (i % ofOne == 0) {
                DicomFile.slice(i).series("A").write(folder.resolve("f" + i));
            } else {
                Files.createLink(folder.resolve("f" + i), folder.resolve("f" + i / ofOne * ofOne));
            }
        }
        ArchiveTally tally = Scans.of(folder);

        assertEquals(Map.of("A", 100_000L), Scans.filesOfSeries(tally));
        assertEquals(1, tally.folders());
        assertEquals(
                4,
                tally.series().iterator().next().analyse(SpacingRules.DEFAULT).instances());
    }

    @Test
    void tenThousandEmptyFolders() throws IOException {
        for (int i = 0; i < 10_000; i++) { // ten times as many take half a minute to make and to remove
            Files.createDirectory(root.resolve("d" + i));
        }
        ArchiveTally tally = Scans.of(root);

        assertEquals(10_001, tally.folders());
        assertEquals(0, tally.files());
        assertTrue(tally.series().isEmpty());
    }

    @Test
    void aFolderNamedLikeAFileIsAFolder() throws IOException {
        write("x.dcm", "A", 1);

        assertEquals(Map.of("A", "x.dcm"), Scans.folders(Scans.of(root)));
    }

    @Test
    void extensionsDoNotMatter() throws IOException {
        DicomFile.slice(0).series("A").write(root.resolve("IM0001"));
        DicomFile.slice(1).series("A").write(root.resolve("report.txt"));
        Files.writeString(root.resolve("fake.dcm"), "this is not DICOM, whatever its name says");
        ArchiveTally tally = Scans.of(root);

        assertEquals(2, tally.files(Outcome.OK));
        assertEquals(1, tally.files(Outcome.NOT_DICOM));
    }

    @Test
    void onlyTheSeriesAskedForAreKeptButAllFilesAreCounted() throws IOException {
        write("a", "A", 2);
        write("b", "B", 3);
        ArchiveTally tally = Scans.of(new ScanOptions(
                List.of(root), SpacingRules.DEFAULT, List.of(), 2, ReadStrategy.AUTO, false, Set.of("B", "missing")));

        assertEquals(Map.of("B", 3L), Scans.filesOfSeries(tally));
        assertEquals(5, tally.files(Outcome.OK));
    }

    @Test
    void impossibleThreadCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Scans.options(false, -1, root));
        assertThrows(IllegalArgumentException.class, () -> Scans.options(false, 100_000, root));
    }

    private void write(String folder, String series, int count) throws IOException {
        List<DicomFile> files = DicomFile.stack(count, 1);
        files.forEach(file -> file.series(series));
        DicomFile.writeAll(root.resolve(folder), files);
    }
}
