package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Tag;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.geometry.ZRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a scanned archive: domains, votes, findings and counts. */
class ReportTest {

    private static final UnaryOperator<DicomFile> AS_IT_IS = UnaryOperator.identity();

    @TempDir
    private Path temp;

    private Archive archive;

    @BeforeEach
    void makeArchive() throws IOException {
        archive = new Archive(Files.createDirectory(temp.resolve("archive")));
    }

    @Test
    void domainsAreMadeOfDicomTagsTrimmedAndCaseFoldedInTheUsualSpelling() throws IOException {
        archive.series("1.1", 1, file -> file.manufacturer("SIEMENS"))
                .series("1.2", 2, file -> file.manufacturer(" Siemens "))
                .series("1.3", 3, file -> file.manufacturer("Siemens"))
                .series("1.4", 9, file -> file.manufacturer("ge"))
                .series("1.5", 9, file -> file.manufacturer("GE"))
                .series("1.6", 7, AS_IT_IS);
        SpacingReport report =
                archive.scan().domain("Modality,Manufacturer").build().scan();

        assertEquals(
                List.of("CT | (none)", "CT | GE", "CT | Siemens"),
                report.domains().stream().map(DomainReport::domain).toList(),
                "the usual spelling, the smaller on a tie");
        assertEquals(
                2,
                Archive.domains(report).get("CT | Siemens").spacing().median().z());
        assertEquals("CT | Siemens", Archive.series(report, "1.1").domain());
        assertEquals("SIEMENS", Archive.series(report, "1.1").manufacturer(), "its own spelling stays");
        assertEquals(6, report.all().series());
        assertEquals(5, report.all().spacing().median().z());
    }

    @Test
    void domainsAreMadeOfFolders() throws IOException {
        archive.series("north/ct/1.1", "1.1", DicomFile.stack(2, 1), AS_IT_IS)
                .series("north/mr/1.2", "1.2", DicomFile.stack(2, 1), AS_IT_IS)
                .series("south/ct/1.3", "1.3", DicomFile.stack(2, 1), AS_IT_IS);

        assertEquals(
                Set.of("north", "south"),
                Archive.domains(archive.scan().domain("folder:1").build().scan())
                        .keySet());
        SpacingReport severalRoots = VoxelSpacing.builder()
                .root(archive.root().resolve("north"))
                .root(archive.root().resolve("south"))
                .domain("folder:1")
                .build()
                .scan();
        assertEquals(Set.of("ct", "mr"), Archive.domains(severalRoots).keySet(), "a root is no level");
        assertEquals(
                archive.root() + "/north/mr/1.2",
                Archive.series(severalRoots, "1.2").folder());
    }

    @Test
    void aRootInsideAnotherIsScannedOnce() throws IOException {
        archive.series("a/b/1.1", "1.1", DicomFile.stack(4, 1), AS_IT_IS);
        Path link =
                Files.createSymbolicLink(temp.resolve("link"), archive.root().resolve("a"));
        SpacingReport report = VoxelSpacing.builder()
                .root(archive.root().resolve("a/b"))
                .root(link)
                .root(archive.root())
                .root(archive.root().resolve("a/../a"))
                .root(archive.root())
                .build()
                .scan();

        assertEquals(List.of(archive.root()), report.roots());
        assertEquals(4, report.filesSeen());
        assertEquals("a/b/1.1", report.series().get(0).folder());
    }

    @Test
    void manyRootsAreSortedOutQuickly() throws IOException {
        List<Path> roots = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            roots.add(Files.createDirectory(archive.root().resolve("r" + i)));
        }
        assertEquals(roots, Roots.withoutNested(roots));
        roots.add(archive.root());
        assertEquals(List.of(archive.root()), Roots.withoutNested(roots));
    }

    @Test
    void aRootThatIsMissingIsNamed() {
        VoxelSpacing missing =
                VoxelSpacing.builder().root(temp.resolve("nowhere")).build();

        assertTrue(assertThrows(NoSuchFileException.class, missing::scan)
                .getMessage()
                .contains("nowhere"));
        assertThrows(
                IllegalArgumentException.class, () -> VoxelSpacing.builder().build());
    }

    @Test
    void theCatalogIsReadBeforeTheScanBegins() throws IOException {
        Path catalog = archive.catalog("SeriesInstanceUID;Modality\n");
        VoxelSpacing spacing = archive.scan()
                .catalog(catalog)
                .listener(progress -> {
                    throw new AssertionError("nothing may be scanned");
                })
                .build();

        assertTrue(assertThrows(IOException.class, spacing::scan).getMessage().contains("semicolons"));
    }

    @Test
    void seriesOnOneSideOnlyAreCountedAndListed() throws IOException {
        archive.series("1.1", 1, AS_IT_IS).series("1.2", 1, AS_IT_IS).series("1.9", 1, AS_IT_IS);
        Path catalog = archive.catalog(
                "SeriesInstanceUID,Modality\n1.1,CTA\n1.2,MRA\n1.3,MRA\n1.4,MRI T2\n,x\n1.1,CTA\n1.2,CTA\n");
        SpacingReport report = archive.scan().catalog(catalog).build().scan();

        assertEquals(2, report.inCatalogNotOnDisk());
        assertEquals(1, report.onDiskNotInCatalog());
        assertEquals(
                List.of(
                        "  CATALOG_ROW_WITHOUT_SERIES",
                        "1.1  CATALOG_ROW_REPEATED",
                        "1.2  CATALOG_ROWS_DIFFER",
                        "1.3  IN_CATALOG_NOT_ON_DISK",
                        "1.4  IN_CATALOG_NOT_ON_DISK",
                        "1.9  ON_DISK_NOT_IN_CATALOG"),
                Archive.findings(report));
        assertEquals(
                Set.of("(not in catalog)", "CTA", "MRA"),
                Archive.domains(report).keySet());
        assertEquals("MRA", Archive.series(report, "1.2").domain(), "the first row counts");
    }

    @Test
    void withoutACatalogNothingIsMissing() throws IOException {
        archive.series("1.1", 1, AS_IT_IS);
        SpacingReport report = archive.scan().build().scan();

        assertEquals(0, report.inCatalogNotOnDisk());
        assertEquals(0, report.onDiskNotInCatalog());
        assertEquals(List.of(), report.findings());
    }

    @Test
    void whereOnlySomeSeriesAreAskedForTheOthersAreNotMissing() throws IOException {
        archive.series("1.1", 1, AS_IT_IS).series("1.2", 1, AS_IT_IS);
        Path catalog = archive.catalog("SeriesInstanceUID,Modality\n1.1,CTA\n1.3,MRA\n1.4,MRA\n");
        SpacingReport report = archive.scan()
                .catalog(catalog)
                .onlySeries(Set.of("1.1", "1.3"))
                .build()
                .scan();

        assertEquals(1, report.series().size());
        assertEquals(1, report.inCatalogNotOnDisk());
        assertEquals(0, report.onDiskNotInCatalog());
    }

    @Test
    void aDomainWhoseSeriesDoNotVoteIsARow() throws IOException {
        archive.series("1.1", 1, file -> file.modality("CT"))
                .series("1.2", 1, file -> file.modality("CR").without(Tag.PIXEL_SPACING))
                .series("1.3", "1.3", List.of(report("1.3")), AS_IT_IS);
        SpacingReport report = archive.scan().build().scan();

        DomainReport noSpacing = Archive.domains(report).get("CR");
        assertEquals(1, noSpacing.series());
        assertEquals(0, noSpacing.voting());
        assertEquals(Distribution.NONE, noSpacing.spacing());
        assertEquals(0, Archive.domains(report).get("SR").voting());
        assertEquals(1, report.voting());
        assertEquals(3, report.all().series());
        assertEquals(List.of("1.2 1.2 NO_SPACING", "1.3 1.3 NO_SPACING"), Archive.findings(report));
        assertEquals("no image", report.findings().get(1).detail());
    }

    @Test
    void anArchiveWithoutDicomHasNoSeriesAndNoDomain() throws IOException {
        Files.writeString(archive.root().resolve("README"), "nothing to see here, move along, please");
        SpacingReport report = archive.scan().build().scan();

        assertEquals(List.of(), report.series());
        assertEquals(List.of(), report.domains());
        assertEquals(Distribution.NONE, report.all().spacing());
        assertEquals(Map.of("NOT_DICOM", 1L), report.findingCounts());
        assertEquals(1, report.files(Outcome.NOT_DICOM));
    }

    @Test
    void estimatedSeriesVoteUnlessTheyAreExcluded() throws IOException {
        archive.series("1.1", 1, AS_IT_IS)
                .series("1.2", "1.2", List.of(DicomFile.slice(0).thickness(5)), AS_IT_IS)
                .series("1.3", "1.3", List.of(DicomFile.slice(0).thickness(7)), AS_IT_IS);
        DomainReport with = archive.scan().build().scan().all();
        assertEquals(3, with.voting());
        assertEquals(2, with.estimated());
        assertEquals(5, with.spacing().median().z());

        SpacingReport without = archive.scan().excludeEstimated(true).build().scan();
        assertEquals(1, without.voting());
        assertEquals(0, without.all().estimated());
        assertEquals(2, without.all().excluded());
        assertEquals(1, without.all().spacing().median().z());
        assertFalse(Archive.series(without, "1.2").votes());
        assertTrue(Archive.series(without, "1.2").spacing().votes(), "its spacing is known all the same");
    }

    @Test
    void smallDomainsAreFlagged() throws IOException {
        archive.series("1.1", 1, AS_IT_IS).series("1.2", 1, AS_IT_IS).series("1.3", 1, file -> file.modality("MR"));
        SpacingReport report = archive.scan().minDomain(2).build().scan();

        assertFalse(Archive.domains(report).get("CT").tooFew());
        assertTrue(Archive.domains(report).get("MR").tooFew());
        assertEquals(Map.of("SMALL_DOMAIN", 1L), report.findingCounts());
        assertEquals(
                "MR: 1 voting series, fewer than 2", report.findings().get(0).detail());
    }

    @Test
    void findingsSayWhatTheyFound() throws IOException {
        archive.series("1.1", "1.1", DicomFile.slices(0, 2, 4, 8), file -> file.spacingBetweenSlices(3));
        DicomFile.slice(4).series("1.1").write(archive.root().resolve("1.1/again"));
        byte[] whole = DicomFile.slice(0).series("1.1").toBytes();
        Files.write(archive.root().resolve("1.1/cut"), Arrays.copyOf(whole, whole.length - 41));
        archive.series("1.2", "1.2", List.of(DicomFile.slice(0).imageType("X\\LOCALIZER")), AS_IT_IS);
        SpacingReport report = archive.scan().build().scan();

        assertEquals(
                List.of(
                        " 1.1/cut TRUNCATED",
                        "1.1 1.1 DECLARED_MISMATCH",
                        "1.1 1.1 MISSING_SLICES",
                        "1.1 1.1 REPEATED_POSITIONS",
                        "1.1 1.1 UNREADABLE_FILES",
                        "1.2 1.2 NO_SPACING"),
                Archive.findings(report));
        List<String> details = report.findings().stream().map(Finding::detail).toList();
        assertEquals("SpacingBetweenSlices says 3, the positions 2", details.get(1));
        assertEquals("up to 2 images at one position", details.get(3));
        assertEquals("1 files of the series were cut short or broken", details.get(4));
        assertEquals("only localizers", details.get(5));
        assertTrue(report.hasUnreadable());
        assertEquals(1, Archive.series(report, "1.1").unreadable());
    }

    @Test
    void aMismatchIsToldByWhatThePositionsSayWhateverZIsTakenFrom() throws IOException {
        archive.series("1.1", "1.1", DicomFile.slices(0, 2, 4), file -> file.spacingBetweenSlices(3));
        SpacingReport report = archive.scan()
                .rules(SpacingRules.DEFAULT.withZRule(ZRule.SPACING_BETWEEN_SLICES))
                .build()
                .scan();

        assertEquals(3, report.series().get(0).spacing().z());
        assertEquals(
                "SpacingBetweenSlices says 3, the positions 2",
                report.findings().get(0).detail());
    }

    @Test
    void aSeriesOfNothingButBrokenFilesIsListed() throws IOException {
        byte[] whole = DicomFile.slice(0).series("1.1").toBytes();
        Files.write(archive.root().resolve("cut"), Arrays.copyOf(whole, whole.length - 41));
        SpacingReport report = archive.scan().build().scan();

        assertEquals(1, report.series().size());
        assertEquals("no readable file", report.series().get(0).spacing().reason());
        assertEquals(".", report.series().get(0).folder());
        assertEquals(0, report.voting());
    }

    @Test
    void moreProblemsThanAreListedAreCounted() throws IOException {
        for (int i = 0; i < 1_200; i++) {
            Files.createFile(archive.root().resolve("e" + i));
        }
        SpacingReport report = archive.scan().build().scan();

        assertEquals(1_000, report.findings().size());
        assertEquals(Map.of("EMPTY", 1_200L), report.findingCounts());
        assertEquals(1_200, report.files(Outcome.EMPTY));
    }

    @Test
    void mapsAndFlagsHaveAFixedOrder() throws IOException {
        archive.series("1.1", "1.1", DicomFile.slices(0, 0, 2), file -> file.spacingBetweenSlices(9));
        SpacingReport report = archive.scan().build().scan();

        assertEquals(List.of(Outcome.values()), new ArrayList<>(report.files().keySet()));
        assertEquals(
                List.of(Flag.DECLARED_MISMATCH, Flag.REPEATED_POSITIONS),
                new ArrayList<>(report.series().get(0).spacing().flags()));
    }

    private static DicomFile report(String series) {
        return DicomFile.ofClass(DicomFile.STRUCTURED_REPORT)
                .series(series)
                .modality("SR")
                .without(Tag.ROWS)
                .without(Tag.COLUMNS);
    }
}
