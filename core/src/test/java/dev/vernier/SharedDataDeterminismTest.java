package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Real files of many kinds, all in one scan, give one answer whoever reads them. */
class SharedDataDeterminismTest {

    @Test
    void neitherThreadsNorTheWayOfReadingChangeAnything() throws IOException {
        String expected = scan(1, ReadStrategy.POSITIONED);
        for (int threads : new int[] {1, 2, 8, 32}) {
            for (ReadStrategy read : ReadStrategy.values()) {
                assertEquals(expected, scan(threads, read), threads + " threads, " + read);
            }
        }
    }

    private static String scan(int threads, ReadStrategy read) throws IOException {
        return Archive.text(VoxelSpacing.builder()
                .root(SharedData.dicom(""))
                .domain("Modality,Manufacturer,folder:1")
                .threads(threads)
                .read(read)
                .build()
                .scan());
    }
}
