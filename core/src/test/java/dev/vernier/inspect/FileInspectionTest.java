package dev.vernier.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.SharedData;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.ParseEnd;
import dev.vernier.dicom.Tag;
import dev.vernier.dicom.TransferSyntax;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One file explained: the same walk as a scan's, and where it met what. */
class FileInspectionTest {

    private static final int PREAMBLE_AND_DICM = 132;
    private static final int OW_HEADER = 12;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("file.dcm");
    }

    private FileInspection inspect(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return FileInspection.of(file, SpacingRules.DEFAULT);
    }

    private static ReadElement element(FileInspection inspection, String path) {
        return inspection.elements().stream()
                .filter(each -> each.path().toString().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " in " + inspection.elements()));
    }

    private static void assertAbsent(FileInspection inspection, String keyword) {
        assertTrue(
                inspection.absent().stream().anyMatch(path -> path.toString().equals(keyword)),
                inspection.absent().toString());
    }

    @Test
    void offsetsAreWhereTheValuesLieInTheFile() throws IOException {
        byte[] bytes = DicomFile.slice(3).thickness(2.5).toBytes();
        FileInspection inspection = inspect(bytes);
        for (ReadElement element : inspection.elements()) {
            if (!element.vr().equals("US")) {
                String stored =
                        new String(bytes, (int) element.valueAt(), element.lengthBytes(), StandardCharsets.US_ASCII);
                assertEquals(element.value(), stored.replace('\0', ' ').strip(), element.toString());
            }
        }
        ReadElement spacing = element(inspection, "PixelSpacing");
        assertEquals("0.7\\0.5", spacing.value());
        assertEquals("DS", spacing.vr());
        assertEquals(1, spacing.times());
        assertEquals("2.5", element(inspection, "SliceThickness").value());
        assertEquals("40", element(inspection, "Rows").value());
        assertAbsent(inspection, "SpacingBetweenSlices");
        assertEquals(
                "1.2.840.10008.1.2.1", element(inspection, "TransferSyntaxUID").value());
        assertEquals(bytes.length, inspection.sizeBytes());
    }

    @ParameterizedTest
    @EnumSource(DicomSyntax.class)
    void encodingIsTheOneFound(DicomSyntax syntax) throws IOException {
        FileInspection inspection = inspect(DicomFile.slice(3).syntax(syntax).toBytes());
        Walk walk = inspection.walk();
        assertEquals(Outcome.OK, inspection.outcome());
        assertEquals(PREAMBLE_AND_DICM, walk.firstElementAt());
        assertTrue(walk.datasetAt() > PREAMBLE_AND_DICM, walk.toString());
        assertEquals(syntax.deflated(), walk.inflated());
        assertEquals(syntax.deflated(), walk.encoding() == TransferSyntax.DEFLATED_EXPLICIT_LITTLE_ENDIAN);
        assertEquals("0.7\\0.5", element(inspection, "PixelSpacing").value());
        assertEquals("30", element(inspection, "Columns").value());
    }

    @Test
    void fileWithoutMetaInformationBeginsAtZero() throws IOException {
        Walk walk = inspect(DicomFile.slice(3).withoutMeta().toBytes()).walk();
        assertEquals(0, walk.firstElementAt());
        assertEquals(0, walk.datasetAt());
    }

    @Test
    void walkEndsWhereThatOfAScanDoes() throws IOException {
        byte[] bytes = DicomFile.slice(3).numbers(0x00281050, "DS", 40).toBytes();
        FileInspection toPixels = inspect(bytes);
        assertEquals(ParseEnd.PIXEL_DATA, toPixels.walk().end());
        assertEquals(0x00281050, toPixels.walk().lastTag());
        assertEquals(
                0x7FE0,
                bytes[(int) toPixels.walk().endAt()] & 0xFF
                        | bytes[(int) toPixels.walk().endAt() + 1] << 8);
        assertEquals(toPixels.walk().endAt() + OW_HEADER, toPixels.walk().neededBytes());
        assertEquals(1, toPixels.reads());
        assertEquals(bytes.length, toPixels.bytesRead());
        FileInspection beforePixels =
                inspect(DicomFile.slice(3).numbers(0x00540081, "US", 9).toBytes());
        assertEquals(ParseEnd.LAST_WANTED, beforePixels.walk().end());
        assertEquals(0x00540081, beforePixels.walk().lastTag());
    }

    @Test
    void geometryIsThatOfTheFileAlone() throws IOException {
        FileInspection inspection = inspect(DicomFile.slice(3).toBytes());
        assertEquals(DicomFile.X, inspection.geometry().spacing().x());
        assertEquals(DicomFile.Y, inspection.geometry().spacing().y());
        assertArrayEquals(
                new double[] {-10, 20, 3}, inspection.geometry().stacks().get(0).firstPositionMm());
    }

    @Test
    void framesAreCountedAndTheirPositionsAreTheGeometry() throws IOException {
        FileInspection inspection = inspect(DicomFile.volume(0, 2, 4, 8).toBytes());
        ReadElement frames = element(inspection, "PerFrameFunctionalGroupsSequence");
        assertTrue(frames.sequence());
        assertEquals(4, frames.times());
        ReadElement position =
                element(inspection, "PerFrameFunctionalGroupsSequence/PlanePositionSequence/ImagePositionPatient");
        assertEquals(4, position.times());
        assertEquals("-10\\20\\0", position.value());
        assertEquals("(5200,9230)/(0020,9113)/(0020,0032)", position.path().numbers());
        assertArrayEquals(
                new double[] {0, 2, 4, 8}, inspection.geometry().stacks().get(0).positionsMm());
    }

    @Test
    void everyPrefixHasAnOutcomeAndAReason() throws IOException {
        byte[] bytes = DicomFile.volume(0, 2, 4).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            FileInspection inspection = inspect(Arrays.copyOf(bytes, length));
            boolean good = inspection.outcome() == Outcome.OK;
            assertEquals(good, inspection.geometry() != null, "cut at " + length);
            assertTrue(inspection.walk().endAt() <= length, "cut at " + length);
            assertTrue(inspection.walk().neededBytes() <= length, "cut at " + length);
            assertTrue(
                    inspection.elements().stream()
                            .allMatch(each -> each.valueAt() + each.lengthBytes() <= bytes.length),
                    "cut at " + length);
            if (inspection.outcome() == Outcome.TRUNCATED || inspection.outcome() == Outcome.NO_GEOMETRY) {
                assertFalse(inspection.why().isEmpty() && inspection.detail().isEmpty(), "cut at " + length);
            }
        }
        assertEquals(Outcome.EMPTY, inspect(new byte[0]).outcome());
    }

    @Test
    void fileThatIsNoImageSaysWhy() throws IOException {
        FileInspection report =
                inspect(DicomFile.ofClass(DicomFile.STRUCTURED_REPORT).toBytes());
        assertEquals(Outcome.NO_GEOMETRY, report.outcome());
        assertEquals("its SOP class is no image", report.why());
        assertNull(report.geometry());
        assertEquals(
                "it has no Rows or no Columns",
                inspect(DicomFile.slice(1).without(Tag.ROWS).toBytes()).why());
        FileInspection orphan =
                inspect(DicomFile.slice(1).without(Tag.SERIES_INSTANCE_UID).toBytes());
        assertEquals(Outcome.NO_SERIES, orphan.outcome());
        assertTrue(orphan.why().contains("SeriesInstanceUID"), orphan.why());
    }

    @Test
    void whatIsNoDicomHasNoWalk() throws IOException {
        FileInspection text =
                inspect("no DICOM at all, but long enough".repeat(9).getBytes(StandardCharsets.US_ASCII));
        assertEquals(Outcome.NOT_DICOM, text.outcome());
        assertNull(text.walk().end());
        assertEquals(List.of(), text.elements());
    }

    @Test
    void realFilesHaveTheOutcomesThatAScanFinds() throws IOException {
        for (var row : SharedData.rows("outcomes.csv")) {
            Path real = SharedData.dicom(row.getField("path"));
            FileInspection inspection = FileInspection.of(real, SpacingRules.DEFAULT);
            assertEquals(row.getField("outcome"), inspection.outcome().name(), real.toString());
            if (inspection.outcome() == Outcome.OK) {
                assertNotNull(inspection.geometry());
            }
        }
    }
}
