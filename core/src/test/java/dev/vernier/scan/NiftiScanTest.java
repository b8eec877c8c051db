package dev.vernier.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vernier.DicomFile;
import dev.vernier.NiftiFile;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.AnatomicalPlane;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.geometry.Status;
import dev.vernier.geometry.XySource;
import dev.vernier.geometry.ZRule;
import dev.vernier.geometry.ZSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** NIfTI files among others: found by content, one file a series, and nothing lost. */
@Timeout(60)
class NiftiScanTest {

    @TempDir
    private Path root;

    private SeriesSpacing spacing(String series) throws IOException {
        return spacing(series, SpacingRules.DEFAULT);
    }

    private SeriesSpacing spacing(String series, SpacingRules rules) throws IOException {
        ScanOptions options =
                new ScanOptions(List.of(root), rules, List.of(), 2, dev.vernier.io.ReadStrategy.AUTO, false, Set.of());
        return Scans.of(options).series().stream()
                .filter(each -> each.seriesUid().equals(series))
                .findFirst()
                .orElseThrow()
                .analyse(rules);
    }

    @ParameterizedTest
    @EnumSource(ZRule.class)
    void aFileIsAVolumeSeriesNamedByItsPathWhateverTheRuleForZ(ZRule rule) throws IOException {
        NiftiFile.one().dim(4, 64, 48, 20, 5).write(root.resolve("sub/a.nii.gz"));
        SeriesSpacing spacing = spacing("sub/a.nii.gz", SpacingRules.DEFAULT.withZRule(rule));

        assertEquals(0.5, spacing.x());
        assertEquals(0.75, spacing.y());
        assertEquals(3.2, spacing.z());
        assertEquals(XySource.NIFTI_PIXDIM, spacing.xySource());
        assertEquals(ZSource.NIFTI_PIXDIM, spacing.zSource());
        assertEquals(64, spacing.columns());
        assertEquals(48, spacing.rows());
        assertEquals(20, spacing.slices()); // time is no slice
        assertEquals(100, spacing.frames());
        assertEquals(1, spacing.instances());
        assertEquals(Status.REGULAR, spacing.status());
        assertEquals(Set.of(Flag.REPEATED_POSITIONS), spacing.flags());
        assertEquals(5, spacing.repeats());
        assertEquals(60.8, spacing.extentMm(), 1e-9);
        assertEquals("", spacing.reason());
        assertTrue(spacing.votes());
    }

    @Test
    void whatIsNotKnownIsSaidAndDoesNotVote() throws IOException {
        NiftiFile.one().pixdim(1, 0, 0.75, 3.2f).write(root.resolve("no-x.nii"));
        NiftiFile.one().pixdim(1, 0.5, 0.75, Double.NaN).write(root.resolve("no-z.nii"));
        NiftiFile.one().dim(2, 64, 48).write(root.resolve("flat.nii"));
        NiftiFile.one().dim(3, 64, 48, 1).write(root.resolve("one.nii"));

        assertEquals("no in-plane spacing", spacing("no-x.nii").reason());
        assertEquals(Double.NaN, spacing("no-x.nii").y());
        assertEquals(XySource.UNKNOWN, spacing("no-x.nii").xySource());
        assertEquals("pixdim[3] is no length", spacing("no-z.nii").reason());
        assertEquals(Status.UNKNOWN, spacing("no-z.nii").status());
        assertEquals(
                "the image has two dimensions or fewer", spacing("flat.nii").reason());
        assertEquals(Status.SINGLE_SLICE, spacing("flat.nii").status());
        assertEquals(Status.SINGLE_SLICE, spacing("one.nii").status());
        assertEquals(3.2, spacing("one.nii").z());
        for (String series : List.of("no-x.nii", "no-z.nii", "flat.nii")) {
            assertFalse(spacing(series).votes());
        }
    }

    @Test
    void theSformElseTheQformGivesThePlaneAndThePatientsAxes() throws IOException {
        // Columns of the sform: x to the front, y down, z to the right.
        double[] sagittal = {0, 0, 3.2, 0, 0.5, 0, 0, 0, 0, -0.75, 0, 0};
        double half = Math.sqrt(0.5);
        NiftiFile.one().sform(1, sagittal).write(root.resolve("sform1.nii"));
        NiftiFile.two().sform(1, sagittal).qform(1, 0, 0, 0).write(root.resolve("sform2.nii"));
        NiftiFile.one().qform(1, half, 0, 0).write(root.resolve("qform1.nii"));
        NiftiFile.two().qform(1, half, 0, 0).sform(0, sagittal).write(root.resolve("qform2.nii"));
        NiftiFile.two().write(root.resolve("none.nii"));

        for (String file : List.of("sform1.nii", "sform2.nii")) {
            assertEquals(AnatomicalPlane.SAGITTAL, spacing(file).plane(), file);
            assertEquals("zxy", spacing(file).patientAxes().label(), file);
            assertEquals(0, spacing(file).obliquityDegrees(), 1e-6, file);
        }
        for (String file : List.of("qform1.nii", "qform2.nii")) {
            assertEquals(AnatomicalPlane.CORONAL, spacing(file).plane(), file);
            assertEquals("xzy", spacing(file).patientAxes().label(), file);
        }
        assertEquals(AnatomicalPlane.UNKNOWN, spacing("none.nii").plane());
    }

    @Test
    void anUnknownUnitAndAnAffineThatDiffersAreFlagged() throws IOException {
        NiftiFile.one().units(0).write(root.resolve("unit.nii"));
        NiftiFile.two().sform(1, 0.5, 0, 0, 0, 0, 0.75, 0, 0, 0, 0, 3.24).write(root.resolve("differs.nii"));
        NiftiFile.two().sform(1, 0.5, 0, 0, 0, 0, 0.75, 0, 0, 0, 0, 3.23).write(root.resolve("agrees.nii"));

        assertEquals(Set.of(Flag.UNIT_ASSUMED), spacing("unit.nii").flags());
        assertEquals(Set.of(Flag.AFFINE_MISMATCH), spacing("differs.nii").flags());
        assertEquals(3.2, spacing("differs.nii").z(), 1e-6);
        assertEquals(Set.of(), spacing("agrees.nii").flags());
    }

    @Test
    void contentDecidesAndNotTheName() throws IOException {
        NiftiFile.one().write(root.resolve("volume"));
        Files.write(root.resolve("slice.nii"), DicomFile.slice(0).series("A").toBytes());
        Files.write(root.resolve("gzipped.nii"), NiftiFile.two().toGzip());
        Files.writeString(root.resolve("text.nii"), "no header in here ".repeat(40));
        Files.write(
                root.resolve("text.nii.gz"),
                NiftiFile.gzip("no header in here ".repeat(40).getBytes("UTF-8")));
        ArchiveTally tally = Scans.of(root);

        assertEquals(Map.of("A", 1L, "volume", 1L, "gzipped.nii", 1L), Scans.filesOfSeries(tally));
        assertEquals(2, tally.files(Outcome.NIFTI));
        assertEquals(2, tally.files(Outcome.NOT_DICOM));
    }

    @Test
    void theImageOfAPairIsNoProblem() throws IOException {
        byte[] voxels = new byte[4_000];
        Arrays.fill(voxels, (byte) 77);
        for (int i = 0; i < 150; i++) { // more than a batch
            NiftiFile.one().magic("ni1\0").write(root.resolve("a" + i + ".hdr"));
            Files.write(root.resolve("a" + i + ".img"), voxels);
        }
        NiftiFile.two().magic("ni2\0").write(root.resolve("other/B.HDR"));
        Files.write(root.resolve("other/B.img.gz"), NiftiFile.gzip(voxels));
        Files.write(root.resolve("other/a1.img"), voxels); // its header is in another folder
        ArchiveTally tally = Scans.of(root);

        assertEquals(151, tally.files(Outcome.NIFTI));
        assertEquals(152, tally.files(Outcome.NOT_DICOM));
        assertEquals(List.of(new Problem("NOT_DICOM", "other/a1.img", "")), tally.problems());
        assertEquals(Map.of("NOT_DICOM", 1L), tally.problemCounts());
    }

    @Test
    void analyzeIsToldAndNotRead() throws IOException {
        NiftiFile.one().magic("\0\0\0\0").write(root.resolve("old.hdr"));
        Files.write(root.resolve("old.img"), new byte[4_000]);
        ArchiveTally tally = Scans.of(root);

        assertEquals(2, tally.files(Outcome.NOT_DICOM));
        assertEquals(1, tally.problems().size());
        assertEquals("old.hdr", tally.problems().get(0).path());
        assertTrue(tally.problems().get(0).detail().startsWith("an Analyze 7.5 header"));
        assertEquals(Map.of(), Scans.filesOfSeries(tally));
    }

    @Test
    void aBrokenFileIsASeriesWithoutAReadableFile() throws IOException {
        NiftiFile.one().dim(0).write(root.resolve("broken.nii"));
        Files.write(root.resolve("cut.nii"), Arrays.copyOf(NiftiFile.one().toBytes(), 200));
        ArchiveTally tally = Scans.of(root);

        assertEquals(
                List.of(
                        new Problem("MALFORMED", "broken.nii", "at byte 40"),
                        new Problem("TRUNCATED", "cut.nii", "at byte 200")),
                tally.problems());
        assertEquals("no readable file", spacing("broken.nii").reason());
        assertEquals(
                2, tally.series().stream().mapToLong(s -> s.unreadableFiles()).sum());
    }

    @Test
    void everyPrefixOfAGzippedFileHasAnOutcome() throws IOException {
        byte[] file = NiftiFile.one().toGzip();
        int whole = 0;
        for (int length = 0; length <= file.length; length++) {
            Path one = Files.write(root.resolve("prefix.nii.gz"), Arrays.copyOf(file, length));
            ArchiveTally tally = Scans.of(one);
            Outcome outcome = Arrays.stream(Outcome.values())
                    .filter(each -> tally.files(each) == 1)
                    .findFirst()
                    .orElseThrow();
            Set<Outcome> possible = length == 0
                    ? Set.of(Outcome.EMPTY)
                    : length < 3
                            ? Set.of(Outcome.NOT_DICOM, Outcome.TRUNCATED)
                            : Set.of(Outcome.TRUNCATED, Outcome.NIFTI);
            assertTrue(possible.contains(outcome), length + ": " + outcome);
            whole += outcome == Outcome.NIFTI ? 1 : 0;
            assertTrue(whole == 0 || outcome == Outcome.NIFTI, "longer, but less whole: " + length);
        }
        assertTrue(whole >= 1);
    }

    @Test
    void aDamagedStreamIsMalformedUnlessTheHeaderCameBeforeIt() throws IOException {
        byte[] stored = stored(Arrays.copyOf(NiftiFile.one().toBytes(), 100_000));
        byte[] late = stored.clone();
        late[late.length - 4] ^= 1; // the check
        byte[] early = NiftiFile.one().toGzip();
        early[10] = 7; // a block of a kind that there is not
        Files.write(root.resolve("late.nii.gz"), late);
        Files.write(root.resolve("early.nii.gz"), early);
        ArchiveTally tally = Scans.of(root);

        assertEquals(List.of(new Problem("MALFORMED", "early.nii.gz", "at byte 0")), tally.problems());
        assertEquals(1, tally.files(Outcome.NIFTI));
    }

    @Test
    void severalMembersAreOneStreamAndEmptyOnesMayStandBetween() throws IOException {
        byte[] header = NiftiFile.one().toBytes();
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(NiftiFile.gzip(Arrays.copyOf(header, 100)));
        members.write(NiftiFile.gzip(new byte[0]));
        members.write(NiftiFile.gzip(Arrays.copyOfRange(header, 100, header.length)));
        Files.write(root.resolve("members.nii.gz"), members.toByteArray());

        assertEquals(1, Scans.of(root).files(Outcome.NIFTI));
    }

    @Test
    void bombsAreNotInflated() throws IOException {
        // A gigabyte of zeros in a megabyte; a million empty members; a name without end.
        ByteArrayOutputStream zeros = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zeros)) {
            gzip.write(NiftiFile.one().dim(3, 1, 1, 1).toBytes());
            for (int i = 0; i < 1_000; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        Files.write(root.resolve("zeros.nii.gz"), zeros.toByteArray());
        byte[] empty = NiftiFile.gzip(new byte[0]);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000_000; i++) {
            members.write(empty);
        }
        Files.write(root.resolve("members.nii.gz"), members.toByteArray());
        byte[] name = new byte[50_000_000];
        Arrays.fill(name, (byte) 'n');
        System.arraycopy(new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0}, 0, name, 0, 10);
        Files.write(root.resolve("name.nii.gz"), name);
        ArchiveTally tally = Scans.of(root);

        assertEquals(1, tally.files(Outcome.NIFTI));
        assertEquals(2, tally.files(Outcome.MALFORMED));
        assertTrue(tally.bytesRead() < 10_000_000, "bytes read: " + tally.bytesRead());
    }

    @Test
    void namesOfOneLengthInAnyScriptAreToldApart() throws IOException {
        for (String name : List.of("\u8111.nii", "\u5FC3.nii", "\u80BA.nii", "a.nii")) {
            NiftiFile.one().write(root.resolve("\u75C5\u4EBA/" + name));
        }

        assertEquals(4, Scans.filesOfSeries(Scans.of(root)).size());
        assertTrue(Scans.filesOfSeries(Scans.of(root)).containsKey("\u75C5\u4EBA/\u5FC3.nii"));
    }

    private static byte[] stored(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.NO_COMPRESSION);
            }
        }) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
