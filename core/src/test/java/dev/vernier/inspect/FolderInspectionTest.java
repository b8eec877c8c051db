package dev.vernier.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.DicomFile;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.geometry.Status;
import dev.vernier.scan.ScanListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The series of a folder. */
class FolderInspectionTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        DicomFile.writeAll(
                folder.resolve("b"),
                List.of(
                        DicomFile.slice(0).series("1.9").manufacturer("ACME"),
                        DicomFile.slice(2).series("1.9").manufacturer("ACME")));
        DicomFile.writeAll(folder.resolve("a"), List.of(DicomFile.slice(5).series("1.2")));
        Files.write(folder.resolve("a/empty"), new byte[0]);
    }

    private FolderInspection inspect(Set<String> only) throws IOException {
        return FolderInspection.of(folder, SpacingRules.DEFAULT, false, only, ScanListener.NONE);
    }

    @Test
    void seriesAreOrderedByUidAndKnowWhatAScanKnows() throws IOException {
        FolderInspection inspection = inspect(Set.of());
        assertEquals(
                List.of("1.2", "1.9"),
                inspection.series().stream().map(SeriesInspection::seriesUid).toList());
        SeriesInspection second = inspection.series().get(1);
        assertEquals("b", second.folder());
        assertEquals(List.of("CT", "ACME", "", ""), second.labels());
        assertEquals(Status.REGULAR, second.spacing().status());
        assertEquals(second.spacing(), second.explain().spacing());
        assertEquals(1, inspection.problemCount());
        assertEquals("a/empty", inspection.problems().get(0).path());
    }

    @Test
    void seriesThatIsAskedForIsTheOnlyOne() throws IOException {
        assertEquals(
                List.of("1.9"),
                inspect(Set.of("1.9")).series().stream()
                        .map(SeriesInspection::seriesUid)
                        .toList());
        assertEquals(List.of(), inspect(Set.of("7")).series());
    }
}
