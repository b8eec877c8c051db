package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Tag;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.PatientAxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** spacing.md §5: spacings in the order of the array, or of the patient. */
class PatientAxesReportTest {

    private static final double[] AXIAL = {1, 0, 0, 0, 1, 0};
    private static final double[] CORONAL = {1, 0, 0, 0, 0, -1};
    private static final double[] SAGITTAL = {0, 1, 0, 0, 0, -1};

    @TempDir
    private Path temp;

    private Archive archive;

    @BeforeEach
    void makeArchive() throws IOException {
        archive = new Archive(Files.createDirectory(temp.resolve("archive")));
    }

    /** Three slices of an orientation, z apart along their normal. */
    private void series(String uid, double x, double y, double z, double[] cosines) throws IOException {
        double[] normal = {
            cosines[1] * cosines[5] - cosines[2] * cosines[4],
            cosines[2] * cosines[3] - cosines[0] * cosines[5],
            cosines[0] * cosines[4] - cosines[1] * cosines[3]
        };
        List<DicomFile> files = new ArrayList<>();
        for (int slice = 0; slice < 3; slice++) {
            double along = slice * z;
            files.add(DicomFile.slice()
                    .sop(uid + "." + slice)
                    .spacing(y, x)
                    .orientation(cosines)
                    .position(along * normal[0], along * normal[1], along * normal[2]));
        }
        archive.series(uid, uid, files, file -> file);
    }

    private void threePlanes() throws IOException {
        series("1.1", 0.9, 0.5, 0.8, SAGITTAL);
        series("1.2", 0.4, 0.45, 2, AXIAL);
        series("1.3", 0.7, 0.6, 3, CORONAL);
    }

    private SpacingReport scan(AxisSystem axes) throws IOException {
        return archive.scan().axes(axes).build().scan();
    }

    @Test
    void sagittalCoronalAndAxialSeriesHaveOneMedianAlongThePatientsAxes() throws IOException {
        threePlanes();
        SpacingReport report = scan(AxisSystem.PATIENT);

        assertEquals(AxisSystem.PATIENT, report.axes());
        assertEquals(new Axes(0.8, 0.9, 0.5), Archive.series(report, "1.1").reportedSpacing());
        assertEquals(new Axes(0.4, 0.45, 2), Archive.series(report, "1.2").reportedSpacing());
        assertEquals(new Axes(0.7, 3, 0.6), Archive.series(report, "1.3").reportedSpacing());
        assertEquals(AxisSystem.PATIENT, Archive.series(report, "1.1").reportedAxes());
        DomainReport domain = report.domains().get(0);
        assertEquals(new Axes(0.7, 0.9, 0.6), domain.spacing().median());
        assertEquals(new Axes(0.4, 0.45, 0.5), domain.spacing().min());
        assertEquals(new Axes(0.8, 3, 2), domain.spacing().max());
        assertEquals(new Axes(0.7, 0.9, 0.6), domain.target());
        assertEquals(AxisSystem.PATIENT, domain.axes());
        assertEquals(Map.of(), report.findingCounts());
    }

    @Test
    void theArraysAxesAreTheDefault() throws IOException {
        threePlanes();
        SpacingReport report = archive.scan().build().scan();

        assertEquals(AxisSystem.ARRAY, report.axes());
        assertEquals(new Axes(0.9, 0.5, 0.8), Archive.series(report, "1.1").reportedSpacing());
        assertEquals(new Axes(0.7, 0.5, 2), report.domains().get(0).spacing().median());
    }

    @Test
    void aSeriesKeepsItsSpacingAsStoredWhateverIsReported() throws IOException {
        threePlanes();

        assertEquals(
                scan(AxisSystem.ARRAY).series().stream()
                        .map(SeriesReport::spacing)
                        .toList(),
                scan(AxisSystem.PATIENT).series().stream()
                        .map(SeriesReport::spacing)
                        .toList());
    }

    @Test
    void aSeriesWithoutOrientationDoesNotVoteAlongThePatientsAxes() throws IOException {
        threePlanes();
        archive.series("1.4", 5, file -> file.spacing(7, 6).thickness(5).without(Tag.IMAGE_ORIENTATION_PATIENT));
        SpacingReport report = scan(AxisSystem.PATIENT);
        SeriesReport lost = Archive.series(report, "1.4");

        assertEquals(AxisSystem.ARRAY, lost.reportedAxes());
        assertEquals(new Axes(6, 7, 5), lost.reportedSpacing());
        assertFalse(lost.votes());
        assertTrue(lost.reason().contains("no orientation to the patient"), lost.reason());
        assertEquals(new Axes(0.7, 0.9, 0.6), report.all().spacing().median());
        assertEquals(4, report.all().series());
        assertEquals(1, report.all().excluded());
        assertEquals(1L, report.findingCounts().get("NO_PATIENT_AXES"));
        assertFalse(report.findingCounts().containsKey("NO_SPACING"));
        assertEquals(4, scan(AxisSystem.ARRAY).voting(), "along the array's axes it does");
        assertFalse(scan(AxisSystem.ARRAY).findingCounts().containsKey("NO_PATIENT_AXES"));
    }

    @Test
    void aSeriesThatLacksASpacingIsNotTurned() throws IOException {
        archive.series("1.1", "1.1", List.of(DicomFile.slice().spacing(0.5, 0.9).orientation(SAGITTAL)), file -> file);
        SpacingReport report = scan(AxisSystem.PATIENT);

        assertEquals(AxisSystem.ARRAY, report.series().get(0).reportedAxes());
        assertEquals(new Axes(0.9, 0.5, Double.NaN), report.series().get(0).reportedSpacing());
        assertEquals(1L, report.findingCounts().get("NO_SPACING"));
        assertFalse(report.findingCounts().containsKey("NO_PATIENT_AXES"), "one finding for one cause");
    }

    @Test
    void anArchiveWithoutSeriesSaysItsAxesAllTheSame() throws IOException {
        assertEquals(AxisSystem.PATIENT, scan(AxisSystem.PATIENT).axes());
    }

    @Test
    void planesMakeDomains() throws IOException {
        threePlanes();
        archive.series("1.4", 5, file -> file.thickness(5).without(Tag.IMAGE_ORIENTATION_PATIENT));
        SpacingReport report = archive.scan().domain("Modality,plane").build().scan();

        assertEquals(
                List.of("CT | (none)", "CT | axial", "CT | coronal", "CT | sagittal"),
                report.domains().stream().map(DomainReport::domain).toList());
        assertEquals(
                new Axes(0.9, 0.5, 0.8),
                Archive.domains(report).get("CT | sagittal").spacing().median());
    }

    @Test
    void theSizeOfAMosaicIsThatOfAnImageInIt() {
        // 6 by 4 images of 64 columns and 96 rows; x lies along A/P, y along S/I, z along R/L.
        SeriesReport whole = SeriesReports.turned(2, 3, 4.4, 384, 384, 22, new PatientAxes(2, 0, 1));

        assertEquals(new Axes(22, 64, 96), SeriesReports.mosaic(whole, 6, 4).reportedSize());
        SeriesReport array = SeriesReports.of(2, 3, 4.4, 384, 384, 22, Set.of());
        assertEquals(new Axes(64, 96, 22), SeriesReports.mosaic(array, 6, 4).reportedSize());
    }

    @Test
    void anImplausibleSeriesHasOneFindingThatSaysWhy() {
        SeriesReport tiny = SeriesReports.of(1e-6, 2e-6, 3, 512, 512, 20, Set.of(Flag.IMPLAUSIBLE));
        Findings findings = new Findings();
        findings.addSeries(tiny);

        assertEquals(Map.of("IMPLAUSIBLE", 1L), findings.counts());
        assertEquals(Flag.IMPLAUSIBLE.meaning(), findings.sorted().get(0).detail());
        assertEquals(Flag.IMPLAUSIBLE.meaning(), tiny.reason());
    }

    @Test
    void aMosaicThatVotesIsFoundByItsStatus() {
        Findings findings = new Findings();
        findings.addSeries(SeriesReports.mosaic(SeriesReports.of(2, 3, 4.4), 8, 8));

        assertEquals(Map.of("UNKNOWN", 1L), findings.counts());
    }

    @Test
    void anEstimatedSeriesThatIsLeftOutSaysWhy() throws IOException {
        archive.series("1.1", "1.1", List.of(DicomFile.slice(0).thickness(5)), file -> file);

        assertTrue(archive.scan()
                .excludeEstimated(true)
                .build()
                .scan()
                .series()
                .get(0)
                .reason()
                .contains("only estimated"));
    }
}
