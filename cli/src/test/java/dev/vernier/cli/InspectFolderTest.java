package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inspect FOLDER}. */
class InspectFolderTest {

    @TempDir
    private Path folder;

    /** Slices at these places, as one series. */
    private void write(String uid, double... positionsMm) throws IOException {
        TestSeries series = new TestSeries(uid);
        for (int i = 0; i < positionsMm.length; i++) {
            Files.write(folder.resolve(uid + "." + i), series.file(i, positionsMm[i]));
        }
    }

    private static boolean hasRow(String text, String... cells) {
        return text.lines()
                .map(line -> List.of(line.strip().split(" {2,}")))
                .anyMatch(row -> row.equals(Arrays.asList(cells)));
    }

    @Test
    void gapsAreShownWithTheirClusters() throws IOException {
        write("1.1", 0, 2, 4, 8, 10);
        String text = Cli.out("inspect", folder);
        assertTrue(text.startsWith("Series 1.1\n"), text);
        assertTrue(text.contains("status      MISSING_SLICES: "), text);
        assertTrue(text.contains("spacing     x 0.5, y 0.6, z 2 mm"), text);
        assertTrue(hasRow(text, "A", "3", "2.0", "2.0", "2.0", "WINS: most gaps; its median is the spacing"), text);
        assertTrue(hasRow(text, "B", "1", "4.0", "4.0", "4.0", "2 times that: 1 slice left out"), text);
        assertTrue(hasRow(text, "1 to 2", "A", "0.0", "4.0", "2.0", "2.0"), text);
        assertTrue(hasRow(text, "3", "B", "4.0", "8.0", "4.0", "4.0"), text);
        assertTrue(
                hasRow(
                        text,
                        "positions",
                        "2.0",
                        "TAKEN: slices are measured by their positions; what attributes say is only compared"),
                text);
        assertTrue(text.contains("(0, 0, 1)"), text);
    }

    @Test
    void plotShowsTheOddGapHigherThanTheOthers() throws IOException {
        write("1.1", 0, 2, 4, 8, 10);
        List<String> plot = Cli.out("inspect", folder)
                .lines()
                .filter(line -> line.matches(" +[0-9.]* \\|.*"))
                .toList();
        assertEquals(7, plot.size());
        assertEquals("         4 |  B", plot.get(0).substring(1));
        assertEquals("            |AA A", plot.get(3));
    }

    @Test
    void declaredSpacingsAreComparedAndNotTaken() {
        new TestSeries("1.1").spacingBetweenSlices("3").sliceThickness("2.5").writeTo(folder);
        String text = Cli.out("inspect", folder);
        assertTrue(hasRow(text, "spacing-between-slices", "3.0", "differs from the positions by 50.0 %"), text);
        assertTrue(hasRow(text, "slice-thickness", "2.5"), text);
        assertTrue(text.contains("flag        DECLARED_MISMATCH: "), text);
        String asked = Cli.out("inspect", folder, "--z", "slice-thickness");
        assertTrue(asked.contains("z 2.5 mm"), asked);
        assertTrue(asked.contains("TAKEN: the rule that was asked for"), asked);
    }

    @Test
    void stacksThatCompetedAreListed() throws IOException {
        write("1.1", 0, 2, 4);
        Files.write(
                folder.resolve("other"),
                new TestSeries("1.1").pixelSpacing("0.9\\0.8").file(9, 1));
        String text = Cli.out("inspect", folder);
        assertTrue(text.contains("Stack 1, which speaks for the series"), text);
        assertFalse(text.contains("Stack 2"), text);
        assertTrue(
                hasRow(text, "2", "1 slice of 64 rows and 64 columns", "1", "0.8", "0.9", "-", "SINGLE_SLICE"), text);
        assertTrue(Cli.out("inspect", folder, "--all").contains("Stack 2"), text);
    }

    @Test
    void longSeriesStayReadableAndAllShowsEveryGap() throws IOException {
        double[] positions = new double[2000];
        for (int i = 1; i < positions.length; i++) {
            positions[i] = positions[i - 1] + (i % 3 == 0 ? 1.5 : 1);
        }
        write("1.1", positions);
        String text = Cli.out("inspect", folder);
        assertTrue(text.lines().count() < 90, text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 140), text);
        assertTrue(text.contains(" more gaps: --all shows them"), text);
        assertTrue(text.contains(" a column: the rarest cluster is shown"), text);
        String all = Cli.out("inspect", folder, "--all");
        assertTrue(all.lines().count() > 2000);
        assertTrue(hasRow(all, "1999", "A", "2331.0", "2332.0", "1.0", "1.0"), all);
    }

    @Test
    void manySeriesAreListedAndOneCanBeAskedFor() {
        for (int i = 0; i < 5; i++) {
            new TestSeries("1." + i).gap(1 + i).writeTo(folder.resolve("s" + i));
        }
        String list = Cli.out("inspect", folder);
        assertTrue(list.startsWith("5 series\n"), list);
        assertTrue(hasRow(list, "1.3", "REGULAR", "0.5", "0.6", "4.0", "axial", "5"), list);
        assertTrue(list.contains("--series UID explains one"), list);
        String one = Cli.out("inspect", folder, "--series", "1.3");
        assertTrue(one.startsWith("Series 1.3\n") && !one.contains("Series 1.2"), one);
        assertEquals(
                5,
                Cli.out("inspect", folder, "--all")
                        .lines()
                        .filter(line -> line.startsWith("Series "))
                        .count());
    }

    @Test
    void fewSeriesAreExplainedOneAfterTheOther() {
        new TestSeries("1.2").writeTo(folder.resolve("b"));
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        assertEquals(
                List.of("Series 1.1", "Series 1.2"),
                Cli.out("inspect", folder)
                        .lines()
                        .filter(line -> line.startsWith("Series "))
                        .toList());
    }

    @Test
    void nothingFoundIsStatusThree() throws IOException {
        assertEquals(ExitStatus.NO_SERIES, Cli.run("inspect", folder).status());
        write("1.1", 0, 1);
        Cli.Result other = Cli.run("inspect", folder, "--series", "7.7");
        assertEquals(ExitStatus.NO_SERIES, other.status());
        assertTrue(other.onlyErrorLine().contains("no DICOM series 7.7 found"), other.err());
    }

    @Test
    void filesOfNoUseAreNamedAndStrictMindsThem() throws IOException {
        write("1.1", 0, 2, 4);
        byte[] whole = new TestSeries("1.1").file(9, 6);
        Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 40));
        String text = Cli.out("inspect", folder);
        assertTrue(text.contains("TRUNCATED   cut"), text);
        assertTrue(text.contains("unreadable  1 file"), text);
        assertEquals(
                ExitStatus.UNREADABLE, Cli.run("inspect", folder, "--strict").status());
    }

    @Test
    void filesThatRepeatAnInstanceAreCounted() {
        new TestSeries("1.1").writeTo(folder.resolve("a"));
        new TestSeries("1.1").writeTo(folder.resolve("b"));
        assertTrue(Cli.out("inspect", folder).contains("repeated    5 files of instances that are there already"));
    }

    @Test
    void repeatedRunsGiveTheSameBytes() throws IOException {
        write("1.1", 3, 1, 2, 8, 5, 5);
        assertEquals(Cli.out("inspect", folder), Cli.out("inspect", folder));
    }

    @Test
    void jsonHoldsPositionsAndClusters() throws IOException {
        write("1.1", 0, 2, 4, 8);
        Map<String, Object> json = Json.object(Cli.out("inspect", folder, "--format", "json"));
        Map<String, Object> series =
                Json.asObject(Json.asList(json.get("series")).get(0));
        assertEquals("1.1", series.get("seriesUid"));
        assertEquals("MISSING_SLICES", series.get("status"));
        Map<String, Object> stack =
                Json.asObject(Json.asList(series.get("stacks")).get(0));
        assertEquals(List.of(0L, 2L, 4L, 8L), stack.get("positions"));
        assertEquals("SLICE_POSITIONS", stack.get("zReason"));
        assertEquals(
                2L, Json.asObject(Json.asList(stack.get("clusters")).get(0)).get("gaps"));
    }

    @Test
    void allClustersAreToldWhereNothingIsToBeLeftOut() throws IOException {
        double[] positionsMm = new double[41];
        for (int i = 1; i < positionsMm.length; i++) {
            positionsMm[i] = positionsMm[i - 1] + (i <= 10 ? 2 : i); // gaps of 11 to 40 mm, all of their own
        }
        write("1.1", positionsMm);
        String text = Cli.out("inspect", folder, "--all");
        assertTrue(hasRow(text, "A", "10", "2.0", "2.0", "2.0", "WINS: most gaps; its median is the spacing"), text);
        assertTrue(text.lines().anyMatch(line -> line.strip().startsWith("AE ")), text);
        assertTrue(text.contains("* below: clusters from AA on"), text);
        assertTrue(hasRow(text, "40", "AE", "745.0", "785.0", "40.0", "40.0"), text);
        assertTrue(Cli.out("inspect", folder).contains("*: 23 gaps in smaller clusters"));

        Map<String, Object> json = Json.object(Cli.out("inspect", folder, "--format", "json"));
        Map<String, Object> series =
                Json.asObject(Json.asList(json.get("series")).get(0));
        Map<String, Object> stack =
                Json.asObject(Json.asList(series.get("stacks")).get(0));
        assertEquals(31, Json.asList(stack.get("clusters")).size());
        assertEquals(0L, stack.get("gapsInSmallerClusters"));
    }

    @Test
    void allProblemsAreToldWhereNothingIsToBeLeftOut() throws IOException {
        write("1.1", 0, 2, 4);
        for (int i = 0; i < 7; i++) {
            Files.createFile(folder.resolve("empty" + i));
        }
        String few = Cli.out("inspect", folder);
        assertTrue(few.contains("empty4") && !few.contains("empty5"), few);
        assertTrue(few.contains("... and 2 more: --all lists them"), few);
        String all = Cli.out("inspect", folder, "--all");
        assertTrue(all.contains("empty6") && !all.contains(" more"), all);

        Map<String, Object> json = Json.object(Cli.out("inspect", folder, "--format", "json"));
        assertEquals(Map.of("EMPTY", 7L), json.get("problemCounts"));
        assertEquals(7, Json.asList(json.get("problemList")).size());
        assertEquals(
                Map.of("code", "EMPTY", "path", "empty0", "detail", ""),
                Json.asList(json.get("problemList")).get(0));
    }

    @Test
    void namesOfFoldersAreNotObeyed() {
        new TestSeries("1.1").writeTo(folder.resolve("line\nbreak\u001b[2J"));
        String text = Cli.out("inspect", folder);
        assertTrue(text.contains("line\\u000abreak\\u001b[2J"), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' '), text);
    }

    @Test
    void archiveIsInspectedAsAFolder() throws IOException {
        Path zip = folder.resolve("packed.zip");
        try (ZipOutputStream packing = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < 3; i++) {
                packing.putNextEntry(new ZipEntry("s/" + i));
                packing.write(new TestSeries("1.1").file(i, 2.5 * i));
            }
        }
        String text = Cli.out("inspect", zip);
        assertTrue(text.startsWith("Series 1.1\n"), text);
        assertTrue(text.contains("z 2.5 mm"), text);
        assertEquals(
                ExitStatus.NO_SERIES, Cli.run("inspect", zip, "--series", "7").status());
    }

    @Test
    void whatIsWrongWithAnArchiveIsTold() throws IOException {
        Path zip = folder.resolve("cut.zip");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (ZipOutputStream packing = new ZipOutputStream(whole)) {
            packing.putNextEntry(new ZipEntry("a"));
            packing.write(new TestSeries("1.1").file(0, 0));
        }
        Files.write(zip, Arrays.copyOf(whole.toByteArray(), whole.size() - 30));
        Cli.Result result = Cli.run("inspect", zip, "--series", "1.1");
        assertEquals(ExitStatus.NO_SERIES, result.status());
        assertTrue(result.out().contains("UNREADABLE_ARCHIVE"), result.out());
    }

    @Test
    void strictKnowsArchivesThatEndTooEarly() throws IOException {
        Path tar = folder.resolve("cut.tar");
        byte[] slice = new TestSeries("1.1").file(0, 0);
        ByteBuffer header = ByteBuffer.allocate(512 + (slice.length + 511) / 512 * 512);
        header.put(0, "a".getBytes(StandardCharsets.US_ASCII));
        header.put(124, String.format("%011o", slice.length).getBytes(StandardCharsets.US_ASCII));
        header.put(257, "ustar".getBytes(StandardCharsets.US_ASCII));
        header.put(148, "        ".getBytes(StandardCharsets.US_ASCII));
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += header.get(i) & 0xFF;
        }
        header.put(148, String.format("%06o", sum).getBytes(StandardCharsets.US_ASCII))
                .put(154, (byte) 0);
        header.put(512, slice);
        Files.write(tar, header.array()); // without its end mark
        assertEquals(ExitStatus.DONE, Cli.run("inspect", tar).status());
        assertEquals(ExitStatus.UNREADABLE, Cli.run("inspect", tar, "--strict").status());
    }

    @Test
    void niftiFileIsASeries() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, 348).putInt(344, 'n' | '+' << 8 | '1' << 16);
        short[] dim = {3, 30, 40, 5};
        float[] pixdim = {1, 0.5f, 0.75f, 2.5f};
        for (int i = 0; i < dim.length; i++) {
            header.putShort(40 + 2 * i, dim[i]).putFloat(76 + 4 * i, pixdim[i]);
        }
        header.putShort(70, (short) 2)
                .putShort(72, (short) 8)
                .putFloat(108, 352)
                .put(123, (byte) 2);
        Path nifti = Files.write(folder.resolve("brain.nii"), Arrays.copyOf(header.array(), 352 + 30 * 40 * 5));
        String text = Cli.out("inspect", nifti);
        assertTrue(text.contains("spacing     x 0.5, y 0.75, z 2.5 mm"), text);
        assertTrue(text.contains("z           2.5 mm by nifti-pixdim; it is all that a NIfTI file states"), text);
    }
}
