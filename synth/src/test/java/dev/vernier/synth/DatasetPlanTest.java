package dev.vernier.synth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for every data set, checked on plans and tables alone, without writing images. */
class DatasetPlanTest {
    /** spacing.md, section 1. */
    private static final Map<String, double[]> REFERENCE = Map.of(
            "CTA", new double[] {0.46875, 0.46875, 0.8},
            "MRA", new double[] {0.410156, 0.410156, 0.6},
            "MRI T1post", new double[] {0.5, 0.5, 1.2},
            "MRI T2", new double[] {0.5, 0.5, 5.0});

    @TempDir
    Path folder;

    @Test
    void mediansAreExactForEverySizeAndSeed() throws IOException {
        for (int series = 4; series <= 400; series++) {
            for (long seed : new long[] {series, -7L * series}) {
                List<SeriesPlan> plans = DatasetPlan.of(TestData.options(series, seed, 1));
                assertEquals(series, plans.size());
                assertMedians(plans, "series " + series + ", seed " + seed);
            }
        }
    }

    @Test
    void mediansAreExactForFewerSeriesThanDomains() throws IOException {
        for (int series = 1; series < 4; series++) {
            List<SeriesPlan> plans = DatasetPlan.of(TestData.options(series, 1, 1));
            Path truth = folder.resolve("truth.csv");
            TruthTables.writeSeries(truth, plans);
            medians(truth).forEach((domain, median) -> assertArrayEquals(REFERENCE.get(domain), median, domain));
        }
    }

    @Test
    void everyKindIsPlantedFromFortySeriesOn() {
        for (int series = 40; series <= 80; series++) {
            for (long seed = 0; seed < 20; seed++) {
                Set<Planted> seen = EnumSet.noneOf(Planted.class);
                DatasetPlan.of(TestData.options(series, seed, 1)).forEach(plan -> seen.addAll(plan.planted()));
                assertEquals(EnumSet.allOf(Planted.class), seen, "series " + series + ", seed " + seed);
            }
        }
    }

    @Test
    void sharesAreThoseOfTheProfile() {
        List<SeriesPlan> plans = DatasetPlan.of(TestData.options(4000, 1, 1));
        Map<String, Integer> series = new TreeMap<>();
        plans.forEach(plan -> series.merge(plan.domain().label(), 1, Integer::sum));
        assertEquals(Map.of("CTA", 1680, "MRA", 1160, "MRI T1post", 280, "MRI T2", 880), series);
        assertEquals(280, plans.stream().filter(SeriesPlan::volume).count());
        long unequal = plans.stream().filter(plan -> plan.xMm() != plan.yMm()).count();
        assertTrue(unequal > 1000 && unequal < 1400, unequal + " of 4000 have x other than y");
        for (Planted kind : Planted.values()) {
            long planted = plans.stream().filter(plan -> plan.has(kind)).count();
            assertEquals(kind.quota(4000), planted, kind.name());
        }
    }

    @Test
    void difficultiesNeverContradictEachOther() {
        for (SeriesPlan plan : DatasetPlan.of(TestData.options(4000, 3, 1))) {
            long decisive =
                    plan.planted().stream().filter(Planted::decidesTruth).count();
            assertTrue(decisive <= 1, plan.toString());
            if (plan.has(Planted.MISSING_SLICES)) {
                assertEquals(StackPlan.Status.MISSING_SLICES, plan.stack().status());
            } else if (plan.has(Planted.SINGLE_SLICE)) {
                assertEquals(StackPlan.Status.SINGLE_SLICE, plan.stack().status());
                assertTrue(!plan.volume() && !plan.has(Planted.WRONG_SLICE_THICKNESS), plan.toString());
            } else if (!plan.has(Planted.OUTLIER_SLICES)) {
                assertEquals(StackPlan.Status.REGULAR, plan.stack().status());
            }
        }
    }

    @Test
    void meanNumberOfSlicesIsTheOneAskedFor() {
        SynthOptions options = new SynthOptions(4000, 30, 1, Profile.RSNA_IAD, 1);
        double mean = DatasetPlan.of(options).stream()
                .filter(plan -> !plan.has(Planted.SINGLE_SLICE) && !plan.has(Planted.REPEATED_POSITIONS))
                .mapToInt(plan -> plan.stack().positions())
                .average()
                .orElseThrow();
        assertEquals(30, mean, 0.5);
    }

    @Test
    void percentagesAreSharedOutWhole() {
        int[] percents = {42, 29, 7, 22};
        assertArrayEquals(new int[] {1, 0, 0, 0}, Apportionment.of(1, percents));
        assertArrayEquals(new int[] {1, 1, 1, 1}, Apportionment.of(4, percents));
        for (int total = 4; total < 1000; total++) {
            int[] counts = Apportionment.of(total, percents);
            assertEquals(total, Arrays.stream(counts).sum());
            assertTrue(Arrays.stream(counts).allMatch(count -> count > 0), Arrays.toString(counts));
        }
    }

    private void assertMedians(List<SeriesPlan> plans, String what) throws IOException {
        Path truth = folder.resolve("truth.csv");
        Path truthDomains = folder.resolve("truth-domains.csv");
        TruthTables.writeSeries(truth, plans);
        TruthTables.writeDomains(truthDomains, plans, Profile.RSNA_IAD);
        Map<String, double[]> medians = medians(truth);
        assertEquals(REFERENCE.keySet(), medians.keySet(), what);
        for (NamedCsvRecord row : TestData.rows(truthDomains)) {
            double[] reference = REFERENCE.get(row.getField("domain"));
            assertArrayEquals(reference, medians.get(row.getField("domain")), what);
            assertArrayEquals(reference, spacing(row), what);
        }
    }

    /** The medians of a truth table, found in the plainest way there is. */
    private static Map<String, double[]> medians(Path truth) throws IOException {
        Map<String, List<double[]>> voting = new HashMap<>();
        for (NamedCsvRecord row : TestData.rows(truth)) {
            if (!row.getField("x").isEmpty()
                    && !row.getField("y").isEmpty()
                    && !row.getField("z").isEmpty()) {
                voting.computeIfAbsent(row.getField("domain"), key -> new ArrayList<>())
                        .add(spacing(row));
            }
        }
        Map<String, double[]> medians = new HashMap<>();
        voting.forEach((domain, spacings) -> {
            double[] median = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                int column = axis;
                double[] sorted = spacings.stream()
                        .mapToDouble(spacing -> spacing[column])
                        .sorted()
                        .toArray();
                median[axis] = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
            }
            medians.put(domain, median);
        });
        return medians;
    }

    private static double[] spacing(NamedCsvRecord row) {
        return new double[] {
            Double.parseDouble(row.getField("x")),
            Double.parseDouble(row.getField("y")),
            Double.parseDouble(row.getField("z"))
        };
    }
}
