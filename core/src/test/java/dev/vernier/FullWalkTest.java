package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vernier.cache.CacheCheck;
import dev.vernier.dicom.Outcome;
import dev.vernier.dicom.Tag;
import dev.vernier.geometry.ZSource;
import dev.vernier.synth.DicomBytes;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Geometry that stands behind the pixels is found by a full walk, and by nothing else. */
class FullWalkTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_600_000_000_000L);

    @TempDir
    private Path root;

    /** Slices 2 mm apart and 5 mm thick, with all but their thickness behind the pixels. */
    private void writeSlices() throws IOException {
        for (int slice = 0; slice < 4; slice++) {
            byte[] file = new DicomBytes(DicomSyntax.EXPLICIT_LITTLE_ENDIAN)
                    .element(Tag.SOP_CLASS_UID, "UI", DicomFile.CT)
                    .element(Tag.SOP_INSTANCE_UID, "UI", "1.9.8." + slice)
                    .element(Tag.MODALITY, "CS", "CT")
                    .element(Tag.SLICE_THICKNESS, "DS", 5)
                    .element(Tag.SERIES_INSTANCE_UID, "UI", DicomFile.SERIES)
                    .element(Tag.ROWS, "US", DicomFile.ROWS)
                    .element(Tag.COLUMNS, "US", DicomFile.COLUMNS)
                    .element(Tag.PIXEL_SPACING, "DS", DicomFile.Y, DicomFile.X)
                    .element(0x7FE00010, "OW", new byte[40_000])
                    .element(Tag.IMAGE_POSITION_PATIENT, "DS", 0, 0, 2 * slice)
                    .element(Tag.IMAGE_ORIENTATION_PATIENT, "DS", DicomFile.AXIAL)
                    .toFile();
            Path path = Files.write(root.resolve(slice + ".dcm"), file);
            Files.setLastModifiedTime(path, LONG_AGO);
        }
        Files.setLastModifiedTime(root, LONG_AGO);
    }

    private static void expect(VoxelSpacing.Builder scan, double z, ZSource source) throws IOException {
        SeriesReport series = scan.build().scan().series().get(0);
        assertEquals(z, series.spacing().z());
        assertEquals(source, series.spacing().zSource());
        assertEquals(DicomFile.X, series.spacing().x());
        assertEquals(DicomFile.Y, series.spacing().y());
    }

    private VoxelSpacing.Builder scan(boolean full) {
        return VoxelSpacing.builder().root(root).fullWalk(full);
    }

    @Test
    void positionsBehindThePixels() throws IOException {
        writeSlices();
        expect(VoxelSpacing.builder().root(root), 5, ZSource.SLICE_THICKNESS);
        expect(scan(true), 2, ZSource.POSITIONS);
    }

    @ParameterizedTest
    @EnumSource(CacheCheck.class)
    void cacheThatAnotherWalkWroteDoesNotAnswer(CacheCheck check) throws IOException {
        writeSlices();
        MemoryCache cache = new MemoryCache();
        for (int round = 0; round < 2; round++) {
            expect(scan(false).cache(cache, check), 5, ZSource.SLICE_THICKNESS);
            expect(scan(true).cache(cache, check), 2, ZSource.POSITIONS);
        }
    }

    @Test
    void fileCutInItsPixelsHasTheOutcomeThatItHasWithoutAFullWalk() throws IOException {
        byte[] whole = DicomFile.slice(3).bytes(0x7FE00008, "OF", new byte[400]).toBytes();
        Files.write(root.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length - 100));
        for (boolean full : new boolean[] {false, true}) {
            assertEquals(1L, scan(full).build().scan().files(Outcome.OK));
        }
    }

    @Test
    void realFilesWhoseGeometryStandsBehindPixelData() throws IOException {
        Path archive = SharedData.path("bugs/cases/18-tags-out-of-order");
        VoxelSpacing.Builder builder = VoxelSpacing.builder().root(archive).fullWalk(true);
        for (SeriesReport series : builder.build().scan().series()) {
            assertEquals(ZSource.POSITIONS, series.spacing().zSource(), series.seriesUid());
            assertEquals(2, series.spacing().z(), 1e-9, series.seriesUid());
            assertEquals(0.5, series.spacing().x(), 1e-9, series.seriesUid());
            assertEquals(0.7, series.spacing().y(), 1e-9, series.seriesUid());
        }
    }
}
