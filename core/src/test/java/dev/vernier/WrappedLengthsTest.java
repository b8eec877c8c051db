package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose element lengths lead gigabytes behind their end are read in archives as they are in a folder. */
class WrappedLengthsTest {

    /** What such lengths made of a file depended on what the thread had read before. */
    private static final int RUNS = 20;

    private static SpacingReport scan(String name) throws IOException {
        Path root = SharedData.path("attack/wrap").resolve(name);
        return VoxelSpacing.builder().root(root).threads(4).build().scan();
    }

    @ParameterizedTest
    @ValueSource(strings = {"folder", "a.tar", "a.tar.gz", "stored.zip", "deflated.zip"})
    void filesInArchivesAreTruncatedWhereThoseInTheFolderAre(String name) throws IOException {
        SpacingReport folder = scan("folder");
        assertEquals(7, folder.files().get(Outcome.TRUNCATED));
        for (int i = 0; i < RUNS; i++) {
            assertEquals(Archive.text(folder), Archive.text(scan(name)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"crafted", "wrap.zip", "wrap.tar.gz"})
    void noSpacingIsReadWhereTheLengthLeadsToWhenItIsCutTo32Bits(String name) throws IOException {
        String crafted = Archive.text(scan("crafted"));
        for (int i = 0; i < RUNS; i++) {
            SpacingReport report = scan(name);
            assertEquals(crafted, Archive.text(report));
            for (SeriesReport series : report.series()) {
                assertTrue(Double.isNaN(series.spacing().x()), series::toString);
                assertTrue(Double.isNaN(series.spacing().y()), series::toString);
                assertFalse(series.votes(), series::toString);
            }
        }
    }
}
