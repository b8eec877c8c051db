package dev.vernier.synth;

import static dev.vernier.synth.StackPlan.Status.REGULAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads what was written with other people's programs: dcmtk, pydicom and GDCM, where they are installed.
 *
 * <p>On Debian: {@code apt-get install dcmtk python3-pydicom libgdcm-tools}.
 */
class OtherReadersTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    static Path folder;

    private static List<NamedCsvRecord> truth;
    private static List<Path> dicomFiles;
    private static List<SeriesPlan> plans;
    private static Map<String, Expected> expectedByInstance;

    /** What a slice's header must say. */
    private record Expected(String pixelSpacing, String position) {}

    @BeforeAll
    static void write() throws IOException {
        SynthOptions options = TestData.options(150, 40, 2);
        truth = TestData.rows(TestData.write(folder.resolve("data"), options).truth());
        dicomFiles = TestData.dicomFiles(folder.resolve("data"));
        expectedByInstance = new HashMap<>();
        plans = DatasetPlan.of(options);
        for (SeriesPlan plan : plans) {
            if (!plan.volume()) {
                for (Slice slice : SliceStack.of(Acquisition.of(plan))) {
                    expectedByInstance.put(
                            slice.sopInstanceUid(), new Expected(slice.pixelSpacing(), slice.positionPatient()));
                }
            }
        }
    }

    /** The tests below are worth what their data set holds. */
    @Test
    void theDatasetHoldsTheRareCases() {
        assertHolds(
                "outliers within",
                plan -> plan.has(Planted.OUTLIER_SLICES) && plan.stack().status() != REGULAR);
        assertHolds(
                "outliers at the ends",
                plan -> plan.has(Planted.OUTLIER_SLICES) && plan.stack().status() == REGULAR);
        assertHolds("wrong volume", plan -> plan.volume() && plan.has(Planted.SPACING_BETWEEN_SLICES_WRONG));
        assertHolds("volume with a gap", plan -> plan.volume() && plan.has(Planted.MISSING_SLICES));
        assertHolds("oblique", plan -> Orientation.of(plan).oblique());
        assertHolds(
                "oblique volume", plan -> plan.volume() && Orientation.of(plan).oblique());
        assertHolds(
                "single slice, wrong distance",
                plan -> plan.has(Planted.SINGLE_SLICE) && plan.has(Planted.SPACING_BETWEEN_SLICES_WRONG));
        assertHolds("volume, x other than y", plan -> plan.volume() && plan.xMm() != plan.yMm());
    }

    private static void assertHolds(String what, Predicate<SeriesPlan> rareCase) {
        assertTrue(plans.stream().anyMatch(rareCase), "no series: " + what);
    }

    @Test
    void dcmtkTakesAllFilesForDicom() throws Exception {
        String output = run("dcmtk", withFiles("dcmftest"));
        assertEquals(
                dicomFiles.size(),
                output.lines().filter(line -> line.startsWith("yes:")).count(),
                output);
    }

    @Test
    void dcmtkReadsTheValues() throws Exception {
        String output = run(
                "dcmtk",
                withFiles("dcmdump", "-q", "+F", "+L", "+p", "+P", "0008,0018", "+P", "0020,0032", "+P", "0028,0030"));
        Map<String, Map<String, String>> valuesByFile = new TreeMap<>();
        Pattern header = Pattern.compile("# dcmdump \\(\\d+/\\d+\\): (.*)");
        Pattern value = Pattern.compile("\\((\\w{4},\\w{4})\\) \\w\\w \\[(.*?) *\\] .*");
        Map<String, String> values = null;
        for (String line : output.lines().toList()) {
            Matcher file = header.matcher(line);
            Matcher element = value.matcher(line);
            if (file.matches()) {
                values = new TreeMap<>();
                valuesByFile.put(file.group(1), values);
            } else if (element.matches()) {
                values.put(element.group(1), element.group(2));
            }
        }
        assertEquals(dicomFiles.size(), valuesByFile.size());
        valuesByFile.forEach((file, found) ->
                assertValues(Path.of(file), found.get("0008,0018"), found.get("0028,0030"), found.get("0020,0032")));
    }

    @Test
    void gdcmReadsTheValues() throws Exception {
        String output = run(
                "libgdcm-tools",
                List.of(
                        "gdcmscanner",
                        "-d",
                        folder.resolve("data/series").toString(),
                        "-r",
                        "-p",
                        "--table",
                        "-t",
                        "8,18",
                        "-t",
                        "20,32",
                        "-t",
                        "28,30"));
        Map<String, List<String>> valuesByFile = new HashMap<>();
        for (String line : output.lines().filter(line -> line.startsWith("\"/")).toList()) {
            String[] columns = line.split("\t");
            for (int i = 0; i < columns.length; i++) {
                columns[i] = columns[i].replace("\"", "").replace("\0", "").stripTrailing();
            }
            valuesByFile.put(columns[0], List.of(columns));
        }
        for (Path file : dicomFiles) {
            List<String> columns = valuesByFile.get(file.toString());
            assertTrue(columns != null && columns.size() == 4, file + ": " + columns);
            assertValues(file, columns.get(1), columns.get(3), columns.get(2));
        }
    }

    /** The strongest test: the rules, written down once more on top of pydicom, find the truth in the files. */
    @Test
    void pydicomAndTheRulesOfTheSpecificationFindTheTruth() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), PYTHON + " is not installed");
        run("python3-pydicom", List.of(PYTHON, "-c", "import pydicom"));
        Path script = folder.resolve("spacing_rules.py");
        try (InputStream source = OtherReadersTest.class.getResourceAsStream("spacing_rules.py")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        String output = run(
                "python3-pydicom",
                List.of(PYTHON, script.toString(), folder.resolve("data/series").toString()));
        List<String> found =
                output.lines().filter(line -> line.startsWith("series,")).toList();
        List<String> expected = truth.stream()
                .map(row -> String.join(
                        ",",
                        "series",
                        row.getField("series_uid"),
                        row.getField("x"),
                        row.getField("y"),
                        row.getField("z"),
                        row.getField("status")))
                .toList();
        assertEquals(expected, found);
        TreeSet<String> instances = new TreeSet<>();
        dicomFiles.forEach(file -> instances.add(TestData.sopInstanceUid(file)));
        TreeSet<String> instancesRead = new TreeSet<>();
        output.lines()
                .filter(line -> line.startsWith("file,"))
                .forEach(line -> instancesRead.add(line.substring(line.lastIndexOf(',') + 1)));
        assertEquals(instances, instancesRead);
    }

    private static void assertValues(Path file, String sopInstanceUid, String pixelSpacing, String position) {
        assertEquals(TestData.sopInstanceUid(file), sopInstanceUid);
        Expected expected = expectedByInstance.get(sopInstanceUid);
        if (expected != null) {
            assertEquals(blankIfNull(expected.pixelSpacing), blankIfNull(pixelSpacing), file.toString());
            assertEquals(expected.position, position, file.toString());
        }
    }

    private static String blankIfNull(String text) {
        return text == null ? "" : text;
    }

    private static List<String> withFiles(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        dicomFiles.forEach(file -> all.add(file.toString()));
        return all;
    }

    /** Runs a program and returns what it printed; skips the test where the program or what it needs is missing. */
    private static String run(String debianPackage, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(false, command.get(0) + " is not installed: apt-get install " + debianPackage);
            throw e;
        }
        int exit = process.waitFor();
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        assumeTrue(!text.contains("No module named"), "pydicom is not installed: apt-get install " + debianPackage);
        assertEquals(0, exit, text);
        return text;
    }
}
