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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the independently computed expected.csv, case by case; all differences are listed at once. */
class ExpectedSeriesTest {

    private static final double RELATIVE_TOLERANCE = 1e-4;

    @ParameterizedTest
    @EnumSource(ReadStrategy.class)
    void realSeriesHaveTheSpacingsComputedIndependently(ReadStrategy read) throws IOException {
        List<String> differences = new ArrayList<>();
        int rows = 0;
        for (Map.Entry<String, List<NamedCsvRecord>> testCase : byCase().entrySet()) {
            SpacingReport report = VoxelSpacing.builder()
                    .root(SharedData.dicom(testCase.getKey()))
                    .read(read)
                    .build()
                    .scan();
            Map<String, SeriesReport> found = new TreeMap<>();
            report.series().forEach(series -> found.put(series.seriesUid(), series));
            for (NamedCsvRecord expected : testCase.getValue()) {
                rows++;
                compare(expected, found.remove(expected.getField("series_uid")), differences);
            }
            found.keySet().forEach(uid -> differences.add(testCase.getKey() + ": unexpected series " + uid));
        }
        assertEquals(42, rows, "rows of expected.csv");
        if (!differences.isEmpty()) {
            fail(differences.size() + " differences:\n" + String.join("\n", differences));
        }
    }

    @Test
    void casesWithoutExpectedSeriesHaveNone() throws IOException {
        for (String testCase : List.of("derived_tilt/empty_and_junk", "derived_tilt/trunc_in_header")) {
            SpacingReport report = VoxelSpacing.builder()
                    .root(SharedData.dicom(testCase))
                    .build()
                    .scan();
            assertEquals(List.of(), report.series(), testCase);
        }
    }

    private static Map<String, List<NamedCsvRecord>> byCase() throws IOException {
        return SharedData.rows("expected.csv").stream()
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
        actual.put(
                "flags",
                new TreeSet<>(spacing.flags()).stream().map(Flag::name).sorted().collect(Collectors.joining("|")));
        actual.forEach((column, value) -> {
            if (!expected.getField(column).equals(value)) {
                differences.add(name + ": " + column + " is " + value + ", not " + expected.getField(column));
            }
        });
        compareLength(name, "x", expected, spacing.x(), differences);
        compareLength(name, "y", expected, spacing.y(), differences);
        compareLength(name, "z", expected, spacing.z(), differences);
    }

    private static String positive(int count) {
        return count > 0 ? Integer.toString(count) : "";
    }

    private static void compareLength(
            String name, String column, NamedCsvRecord expected, double actual, List<String> differences) {
        String text = expected.getField(column);
        boolean same = text.isEmpty()
                ? Double.isNaN(actual)
                : Math.abs(actual - Double.parseDouble(text)) <= RELATIVE_TOLERANCE * Double.parseDouble(text);
        if (!same) {
            differences.add(name + ": " + column + " is " + actual + ", not " + text);
        }
    }
}
