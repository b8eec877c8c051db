package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vernier.DicomFile;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.io.Entries;
import dev.vernier.io.FileAccess;
import dev.vernier.io.ReadStrategy;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series are kept apart by their UIDs even where the hashes of these collide. */
class ArchiveTallyTest {

    private static final int SERIES = 23;

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 7})
    void seriesOfOneHashAreKeptApart(long keyMask) throws IOException {
        List<Path> files = write();
        Map<String, Long> expected = new TreeMap<>();
        for (int i = 0; i < SERIES; i++) {
            expected.put("1.2." + i, (long) i + 1);
        }
        Random random = new Random(keyMask);
        for (int round = 0; round < 8; round++) {
            Collections.shuffle(files, random);
            int cut = random.nextInt(files.size());
            ArchiveTally left = tally(files.subList(0, cut), keyMask, Set.of());
            ArchiveTally right = tally(files.subList(cut, files.size()), keyMask, Set.of());

            assertEquals(expected, Scans.filesOfSeries(left.merge(right)));
            assertEquals(files.size(), left.files(Outcome.OK));
        }
    }

    @Test
    void aSeriesThatIsNotAskedForDoesNotHideOneOfItsHash() throws IOException {
        ArchiveTally tally = tally(write(), 0, Set.of("1.2.3", "1.2.22"));

        assertEquals(Map.of("1.2.3", 4L, "1.2.22", 23L), Scans.filesOfSeries(tally));
    }

    @Test
    void anEmptyTallyIsTheIdentity() throws IOException {
        List<Path> files = write();
        Map<String, Long> expected = Scans.filesOfSeries(tally(files, -1, Set.of()));

        assertEquals(expected, Scans.filesOfSeries(tally(files, -1, Set.of()).merge(new ArchiveTally(Set.of()))));
        assertEquals(expected, Scans.filesOfSeries(new ArchiveTally(Set.of()).merge(tally(files, -1, Set.of()))));
    }

    @Test
    void aTallyAndItsSeriesTravelApart() throws IOException {
        ArchiveTally tally = tally(write(), -1, Set.of());
        tally.addFolder();
        tally.add(Outcome.UNREADABLE, "pipe", "not a regular file");
        tally.addProblem(new Problem(Problem.UNREADABLE_FOLDER, "secret", "access denied"));
        tally.addReading(300, 4_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tally.writeAllButSeries(new DataOutputStream(bytes));

        ArchiveTally arrived = ArchiveTally.readAllButSeries(ByteBuffer.wrap(bytes.toByteArray()));

        assertEquals(tally.files(), arrived.files());
        assertEquals(1, arrived.files(Outcome.UNREADABLE));
        assertEquals(1, arrived.folders());
        assertEquals(tally.problems(), arrived.problems());
        assertEquals(tally.problemCounts(), arrived.problemCounts());
        assertEquals(300, arrived.reads());
        assertEquals(4_000, arrived.bytesRead());
        assertEquals(Set.of(), Set.copyOf(arrived.series()));
        for (int end = 0; end < bytes.size(); end++) {
            ByteBuffer cut = ByteBuffer.wrap(bytes.toByteArray(), 0, end);
            assertThrows(IllegalArgumentException.class, () -> ArchiveTally.readAllButSeries(cut));
        }
    }

    /** Progress adds up what the threads have counted, also while their tallies are being merged. */
    @Test
    void progressSeesAFileOnceWhetherThreadsAreMergedOrAFolderIsTakenOver() throws IOException {
        List<Path> files = write();
        ArchiveTally left = tally(files.subList(0, 30), -1, Set.of());
        ArchiveTally right = tally(files.subList(30, 50), -1, Set.of());

        left.merge(right);
        assertEquals(50, left.files());
        assertEquals(50, left.seenFiles() + right.seenFiles());

        ArchiveTally folder = new ArchiveTally();
        folder.merge(tally(files.subList(50, 57), -1, Set.of()));
        left.takeFolder(folder);
        assertEquals(57, left.seenFiles() + right.seenFiles());
    }

    /** One file of the first series, two of the second, and so on. */
    private List<Path> write() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            for (int j = 0; j <= i; j++) {
                files.add(DicomFile.slice(j).series("1.2." + i).write(root.resolve(i + "-" + j)));
            }
        }
        return files;
    }

    private ArchiveTally tally(List<Path> files, long keyMask, Set<String> onlySeries) {
        ArchiveTally tally = new ArchiveTally(onlySeries, keyMask);
        ScanOptions options = new ScanOptions(
                List.of(root), SpacingRules.DEFAULT, List.of(), 1, ReadStrategy.AUTO, false, onlySeries);
        FileAccess access = options.read().newAccess();
        try (FileScan scan = new FileScan(options, access, ScanCache.NONE)) {
            for (Path path : files) {
                Entries file = access.file(path);
                tally.add(scan.scan("", file, 0), scan.geometry(), "", file, 0, scan.detail());
            }
        }
        return tally;
    }
}
