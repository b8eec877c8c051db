package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.cache.CacheCheck;
import dev.vernier.cache.HeaderCache;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Tag;
import dev.vernier.scan.SeriesGrouping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images whose SeriesInstanceUID was deleted are of no series, unless their folder makes them one. */
@Timeout(60)
class SeriesWithoutUidTest {

    @TempDir
    private Path temp;

    @Test
    void withoutTheOptionTheyAreOfNoSeries() throws IOException {
        SpacingReport report = scan(write("set"), SeriesGrouping.SERIES);

        assertEquals(List.of("9.9"), uids(report));
        assertEquals(7, report.files(Outcome.NO_SERIES));
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void thoseOfAFolderAreOneSeriesNamedByItInFoldersAndArchives(Packed packed) throws IOException {
        Path folder = write("set");
        SpacingReport report = scan(folder, SeriesGrouping.FOLDER);

        assertEquals(List.of("9.9", "folder:.", "folder:a/thick", "folder:a/thin"), uids(report));
        assertEquals(8, report.files(Outcome.OK));
        assertEquals(1.5, Archive.series(report, "folder:a/thin").spacing().z(), 1e-9);
        assertEquals(
                DicomFile.X, Archive.series(report, "folder:a/thin").spacing().x());
        assertEquals(
                DicomFile.Y, Archive.series(report, "folder:a/thin").spacing().y());
        assertEquals(3.25, Archive.series(report, "folder:a/thick").spacing().z(), 1e-9);
        assertEquals("a/thick", Archive.series(report, "folder:a/thick").folder());
        assertEquals(Archive.text(report), Archive.text(scan(packed.pack(folder), SeriesGrouping.FOLDER)));
    }

    @Test
    void foldersOfOneNameBelowSeveralRootsAreSeveralSeries() throws IOException {
        Path one = write("one");
        Path other = write("other");
        SpacingReport report = VoxelSpacing.builder()
                .root(one)
                .root(other)
                .groupBy(SeriesGrouping.FOLDER)
                .build()
                .scan();

        assertEquals(7, report.series().size());
        assertEquals(
                3, Archive.series(report, "folder:" + one + "/a/thin").spacing().instances());
        assertEquals(
                3,
                Archive.series(report, "folder:" + other + "/a/thin").spacing().instances());
    }

    @ParameterizedTest
    @EnumSource(CacheCheck.class)
    void aCacheOfTheOtherGroupingIsNotBelieved(CacheCheck check) throws IOException {
        Path folder = write("set");
        for (Path path : Packed.paths(temp)) {
            Files.setLastModifiedTime(path, FileTime.fromMillis(1_600_000_000_000L));
        }
        MemoryCache cache = new MemoryCache();
        for (int i = 0; i < 2; i++) {
            for (SeriesGrouping grouping : SeriesGrouping.values()) {
                assertEquals(Archive.text(scan(folder, grouping)), Archive.text(scan(folder, grouping, cache, check)));
                assertEquals(Archive.text(scan(folder, grouping)), Archive.text(scan(folder, grouping, cache, check)));
            }
        }
    }

    @Test
    void realFilesWithoutUidBecomeSeries() throws IOException {
        Path folder = SharedData.path("bugs/cases/28-series-uid-deleted");

        assertEquals(8, scan(folder, SeriesGrouping.SERIES).files(Outcome.NO_SERIES));
        SpacingReport report = scan(folder, SeriesGrouping.FOLDER);
        assertEquals(8, report.files(Outcome.OK));
        assertEquals(List.of("folder:patA/s1", "folder:patA/s2"), uids(report));
    }

    private Path write(String name) throws IOException {
        Path folder = temp.resolve(name);
        for (int i = 0; i < 3; i++) {
            nameless(i * 1.5).write(folder.resolve("a/thin/" + i));
            nameless(i * 3.25).write(folder.resolve("a/thick/" + i));
        }
        nameless(0).write(folder.resolve("top"));
        DicomFile.slice(0).series("9.9").write(folder.resolve("a/thin/other"));
        return folder;
    }

    private static DicomFile nameless(double z) {
        return DicomFile.slice(z).without(Tag.SERIES_INSTANCE_UID);
    }

    private static List<String> uids(SpacingReport report) {
        return report.series().stream().map(SeriesReport::seriesUid).toList();
    }

    private static SpacingReport scan(Path root, SeriesGrouping grouping) throws IOException {
        return scan(root, grouping, HeaderCache.NONE, CacheCheck.FILES);
    }

    private static SpacingReport scan(Path root, SeriesGrouping grouping, HeaderCache cache, CacheCheck check)
            throws IOException {
        return VoxelSpacing.builder()
                .root(root)
                .threads(2)
                .groupBy(grouping)
                .cache(cache, check)
                .build()
                .scan();
    }
}
