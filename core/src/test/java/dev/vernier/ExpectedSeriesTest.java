package dev.vernier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.io.ReadStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row and every column of the independently computed tables of series, case by case; all differences are listed at once. */
class ExpectedSeriesTest {

    private static final double TOLERANCE = 2e-6;
    private static final double DEGREES = 0.11;
    private static final String ANYTHING = "*";

    /**
     * Rows that contradict the rules as they are written: their answers by the rules. {@code 10-nm-frames ...10.1} is RECON TOMO with 128
     * frames and without NumberOfSlices, of which spacing.md §4 says "slices = NumberOfSlices (0054,0081), else, for RECON TOMO,
     * NumberOfFrames"; the table leaves its slices empty.
     */
    private static final Map<String, String> BY_THE_RULES = Map.of("1.2.826.0.1.3680043.10.1.10.1 slices", "128");

    @ParameterizedTest
    @CsvSource({
        "expected.csv, 42, AUTO",
        "expected.csv, 42, MAPPED",
        "expected.csv, 42, POSITIONED",
        "bugs/expected.csv, 104, AUTO",
        "bugs/expected.csv, 104, MAPPED"
    })
    void seriesHaveTheAnswersComputedIndependently(String table, int rowsInTable, ReadStrategy read)
            throws IOException {
        List<String> differences = new ArrayList<>();
        int rows = 0;
        for (Map.Entry<String, List<NamedCsvRecord>> testCase : byCase(table).entrySet()) {
            Map<String, SeriesReport> found = new TreeMap<>();
            scan(table, testCase.getKey(), read).series().forEach(series -> found.put(series.seriesUid(), series));
            for (NamedCsvRecord expected : testCase.getValue()) {
                rows++;
                compare(expected, found.remove(expected.getField("series_uid")), differences);
            }
            found.keySet().forEach(uid -> differences.add(testCase.getKey() + ": unexpected series " + uid));
        }
        assertEquals(rowsInTable, rows, "rows of " + table);
        if (!differences.isEmpty()) {
            fail(differences.size() + " differences:\n" + String.join("\n", differences));
        }
    }

    private static SpacingReport scan(String table, String testCase, ReadStrategy read) throws IOException {
        return VoxelSpacing.builder()
                .root(SharedData.caseOf(table, testCase))
                .read(read)
                .build()
                .scan();
    }

    @Test
    void casesWithoutExpectedSeriesHaveNone() throws IOException {
        for (String testCase : List.of("derived_tilt/empty_and_junk", "derived_tilt/trunc_in_header")) {
            assertEquals(
                    List.of(), scan("expected.csv", testCase, ReadStrategy.AUTO).series(), testCase);
        }
    }

    private static Map<String, List<NamedCsvRecord>> byCase(String table) throws IOException {
        return SharedData.rows(table).stream()
                .collect(Collectors.groupingBy(row -> row.getField("case"), LinkedHashMap::new, Collectors.toList()));
    }

    private static void compare(NamedCsvRecord expected, SeriesReport found, List<String> differences) {
        String name = expected.getField("case") + " " + expected.getField("series_uid");
        if (found == null) {
            differences.add(name + ": not found");
            return;
        }
        SeriesSpacing spacing = found.spacing();
        Map<String, String> actual = new LinkedHashMap<>();
        actual.put("files", Long.toString(spacing.files()));
        actual.put("instances", Integer.toString(spacing.instances()));
        actual.put("frames", Long.toString(spacing.frames()));
        actual.put("rows", positive(spacing.rows()));
        actual.put("columns", positive(spacing.columns()));
        actual.put("slices", positive(spacing.slices()));
        actual.put("z_source", spacing.zSource().label());
        actual.put("status", spacing.status().name());
        actual.put("flags", spacing.flags().stream().map(Flag::name).sorted().collect(Collectors.joining("|")));
        actual.put("plane", spacing.plane().label());
        actual.forEach((column, value) -> {
            String right = BY_THE_RULES.getOrDefault(
                    expected.getField("series_uid") + " " + column, expected.getField(column));
            if (!right.equals(ANYTHING) && !right.equals(value)) {
                differences.add(name + ": " + column + " is " + value + ", not " + right);
            }
        });
        compareNumber(name, "x", expected.getField("x"), spacing.x(), TOLERANCE, differences);
        compareNumber(name, "y", expected.getField("y"), spacing.y(), TOLERANCE, differences);
        compareNumber(name, "z", expected.getField("z"), spacing.z(), TOLERANCE, differences);
        compareNumber(
                name, "obliquity", expected.getField("obliquity"), spacing.obliquityDegrees(), DEGREES, differences);
        comparePatientAxes(name, expected.getField("axes_patient"), spacing, differences);
    }

    private static String positive(int count) {
        return count > 0 ? Integer.toString(count) : "";
    }

    private static void compareNumber(
            String name, String column, String text, double actual, double tolerance, List<String> differences) {
        if (text.equals(ANYTHING)) {
            return;
        }
        boolean same = text.isEmpty()
                ? Double.isNaN(actual)
                : Math.abs(actual - Double.parseDouble(text)) <= tolerance * Math.max(1, Double.parseDouble(text));
        if (!same) {
            differences.add(name + ": " + column + " is " + actual + ", not " + text);
        }
    }

    /** Empty where an axis or the orientation is not known. */
    private static void comparePatientAxes(String name, String text, SeriesSpacing spacing, List<String> differences) {
        boolean known = spacing.patientAxes().isKnown()
                && DoubleStream.of(spacing.x(), spacing.y(), spacing.z()).noneMatch(Double::isNaN);
        if (text.equals(ANYTHING) || text.isEmpty() && !known) {
            return;
        }
        String[] axes = text.split(" ");
        if (!known || axes.length != 3) {
            differences.add(name + ": axes of the patient are " + (known ? "known" : "unknown") + ", not " + text);
            return;
        }
        double[] patient = spacing.patientAxes().toPatient(spacing.x(), spacing.y(), spacing.z());
        for (int axis = 0; axis < axes.length; axis++) {
            compareNumber(name, "patient axis " + axis, axes[axis], patient[axis], TOLERANCE, differences);
        }
    }
}
