package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.geometry.SeriesTally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A random sample of series that can be drawn again. */
class SampleTest {

    private static final int SERIES = 60;

    @TempDir
    private Path temp;

    private Archive archive;

    @BeforeEach
    void makeArchive() throws IOException {
        archive = new Archive(temp.resolve("archive"));
        for (int i = 0; i < SERIES; i++) {
            archive.series("1.2." + i, "1.2." + i, List.of(DicomFile.slice(0).thickness(3)), file -> file);
        }
    }

    @Test
    void theSameSeedGivesTheSameSampleWhateverTheThreads() throws IOException {
        Set<String> expected = sample(10, 7, 1);

        assertEquals(10, expected.size());
        for (int threads : new int[] {1, 2, 32}) {
            assertEquals(expected, sample(10, 7, threads));
        }
    }

    @Test
    void anotherSeedGivesAnotherSample() throws IOException {
        assertNotEquals(sample(10, 7, 2), sample(10, 8, 2));
    }

    @Test
    void aLargerSampleHoldsTheSmaller() throws IOException {
        assertTrue(sample(30, 7, 2).containsAll(sample(10, 7, 2)));
    }

    @Test
    void otherSeriesDoNotDecideWhichOfTwoComesFirst() throws IOException {
        Set<String> before = sample(10, 7, 2);
        for (int i = 0; i < 30; i++) {
            archive.series("1.3." + i, "1.3." + i, List.of(DicomFile.slice(0)), file -> file);
        }
        Set<String> ofOldOnes = new HashSet<>(sample(10, 7, 2));
        ofOldOnes.removeIf(uid -> uid.startsWith("1.3."));

        assertTrue(before.containsAll(ofOldOnes));
    }

    @Test
    void everySeriesIsDrawnAboutEquallyOften() throws IOException {
        int[] drawn = new int[SERIES];
        List<String> uids = new ArrayList<>();
        archive.scan().build().scan().series().forEach(series -> uids.add(series.seriesUid()));
        for (int seed = 0; seed < 200; seed++) {
            for (String uid : sampleOf(uids, 15, seed)) {
                drawn[uids.indexOf(uid)]++;
            }
        }
        for (int count : drawn) {
            // 50 expected, standard deviation 6.1
            assertTrue(count > 20 && count < 80, "drawn " + count + " times");
        }
    }

    @Test
    void zeroAndMoreThanThereAreMeanAll() throws IOException {
        assertEquals(SERIES, sample(0, 7, 2).size());
        assertEquals(SERIES, sample(SERIES + 1, 7, 2).size());
        assertEquals(SERIES, sample(SERIES, 7, 2).size());
    }

    private Set<String> sample(int size, long seed, int threads) throws IOException {
        Set<String> uids = new HashSet<>();
        archive.scan()
                .sample(size, seed)
                .threads(threads)
                .build()
                .scan()
                .series()
                .forEach(series -> uids.add(series.seriesUid()));
        return uids;
    }

    private static List<String> sampleOf(List<String> uids, int size, long seed) {
        return SeriesSample.of(uids.stream().map(SeriesTally::new).toList(), size, seed).stream()
                .map(SeriesTally::seriesUid)
                .toList();
    }
}
