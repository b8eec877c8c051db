package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.index.HeaderIndex;
import dev.vernier.index.IndexRow;
import dev.vernier.index.IndexTag;
import dev.vernier.index.IndexTags;
import dev.vernier.inspect.FileInspection;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.ScanListener;
import dev.vernier.scan.ScanOptions;
import dev.vernier.synth.DicomSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gzipped file is what is in it, wherever it lies: in a folder, in a zip archive, in a tar archive. */
@Timeout(120)
class GzippedFilesTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource(Packed.class)
    void realGzippedFilesSayTheSameInEveryWrapping(Packed packed) throws IOException {
        for (String name : List.of("bugs/cases/32-gzipped-dicom", "attack/gz")) {
            Path folder = copy(SharedData.path(name), temp.resolve(Path.of(name).getFileName()));
            Path archive = packed.pack(folder);

            assertEquals(Archive.text(scan(folder)), Archive.text(scan(archive)), name);
            assertEquals(index(folder), index(archive), name);
        }
    }

    @Test
    void realGzippedSlicesAreASeries() throws IOException {
        SpacingReport report = scan(SharedData.path("bugs/cases/32-gzipped-dicom"));

        SeriesReport series = report.series().get(0);
        assertEquals(8, series.spacing().instances());
        assertEquals(3.4, series.spacing().z(), 1e-9);
        assertEquals(8, report.files(Outcome.OK));
    }

    @Test
    void realGzipHeadersOfAnyLengthHideNoVolume() throws IOException {
        SpacingReport report = scan(SharedData.path("attack/gz"));

        assertEquals(8, report.files(Outcome.NIFTI));
        SeriesReport plain = Archive.series(report, "plain.nii");
        for (SeriesReport each : report.series()) {
            assertEquals(plain.spacing(), each.spacing(), each.seriesUid());
        }
    }

    @ParameterizedTest
    @EnumSource(Packed.class)
    void aGzippedFileIsReadAsThePlainOne(Packed packed) throws IOException {
        Path plain = Files.createDirectories(temp.resolve("plain"));
        writeOddFiles(plain);
        Path gzipped = Files.createDirectories(temp.resolve("gzipped"));
        for (Path path : Packed.paths(plain)) {
            Path to = gzipped.resolve(plain.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(to);
            } else {
                Files.write(to, NiftiFile.gzip(Files.readAllBytes(path)));
            }
        }
        assertTrue(scan(plain).series().size() >= 6);
        assertEquals(Archive.text(scan(plain)), Archive.text(scan(gzipped)));
        assertEquals(Archive.text(scan(plain)), Archive.text(scan(packed.pack(gzipped))));
        assertEquals(index(plain), index(gzipped));
        assertEquals(index(plain), index(packed.pack(gzipped)));
        for (Path path : Packed.paths(plain)) {
            if (Files.isRegularFile(path)) {
                Path other = gzipped.resolve(plain.relativize(path).toString());
                assertSameInspection(path, other);
            }
        }
    }

    private static void assertSameInspection(Path plain, Path gzipped) throws IOException {
        FileInspection expected = FileInspection.of(plain, SpacingRules.DEFAULT);
        FileInspection seen = FileInspection.of(gzipped, SpacingRules.DEFAULT);
        assertEquals(expected.outcome(), seen.outcome(), plain.toString());
        assertEquals(expected.elements(), seen.elements(), plain.toString());
        assertEquals(expected.walk().endAt(), seen.walk().endAt(), plain.toString());
        assertTrue(seen.walk().gzipped());
        assertFalse(expected.walk().gzipped());
        assertTrue(seen.walk().neededBytes() <= seen.sizeBytes());
    }

    private static void writeOddFiles(Path folder) throws IOException {
        for (int i = 0; i < 4; i++) {
            DicomFile.slice(i * 1.5).series("A").write(folder.resolve("a/" + i));
            byte[] slice = DicomFile.slice(i * 2.5).series("B").toBytes();
            Files.createDirectories(folder.resolve("b"));
            Files.write(folder.resolve("b/pixels" + i), Arrays.copyOf(slice, slice.length + 3_000_000));
        }
        byte[] slice = DicomFile.slice(0).series("C").toBytes();
        for (int length = 0; length < slice.length; length += 37) {
            Files.write(folder.resolve("cut" + length), Arrays.copyOf(slice, length));
        }
        NiftiFile.one().write(folder.resolve("volume"));
        Files.write(folder.resolve("cut-volume"), Arrays.copyOf(NiftiFile.two().toBytes(), 300));
        NiftiFile.one().dim(0).write(folder.resolve("broken-volume"));
        Files.write(folder.resolve("zeros"), new byte[100_000]);
        behindLargeValue("D", 500_000)
                .syntax(DicomSyntax.DEFLATED_LITTLE_ENDIAN)
                .write(folder.resolve("deflated"));
        behindLargeValue("E", 20_000_000).write(folder.resolve("hidden"));
        byte[] lying = DicomFile.slice(0).series("F").toBytes();
        lying[lying.length - 5] = (byte) 0xFF; // a length beyond the end
        Files.write(folder.resolve("lying"), lying);
    }

    private static DicomFile behindLargeValue(String series, int bytes) {
        return DicomFile.slice(0).series(series).bytes(0x00091001, "OB", new byte[bytes]);
    }

    private static SpacingReport scan(Path root) throws IOException {
        return VoxelSpacing.builder().root(root).threads(2).build().scan();
    }

    /** Path, outcome, detail and raw texts of each file. */
    private List<String> index(Path root) throws IOException {
        List<IndexTag> tags = IndexTags.parse("SeriesInstanceUID,PixelSpacing,Rows", null);
        ScanOptions options = ScanOptions.ofFiles(List.of(root), 2, ReadStrategy.AUTO, false);
        List<String> rows = new ArrayList<>();
        new HeaderIndex(options, tags, temp.resolve("scratch"), Set.of())
                .write(row -> rows.add(text(row)), ScanListener.NONE);
        return rows;
    }

    private static String text(IndexRow row) {
        return row.path() + " " + row.outcome() + " " + row.detail();
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.write(copy, Files.readAllBytes(path));
                }
            }
        }
        return to;
    }
}
