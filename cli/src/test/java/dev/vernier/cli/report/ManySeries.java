package dev.vernier.cli.report;

import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import dev.vernier.Distribution;
import dev.vernier.DomainReport;
import dev.vernier.Finding;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.AnatomicalPlane;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.PatientAxes;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.Status;
import dev.vernier.geometry.XySource;
import dev.vernier.geometry.ZSource;
import dev.vernier.stats.Quantiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The report of an archive that never was, of any size: four domains, spacings as different as those of real ones, one series in ten odd. */
public final class ManySeries {

    private static final List<String> DOMAINS = List.of("CTA", "MRA", "MRI T1post", "MRI T2");
    private static final double[] USUAL_Z = {0.8, 0.6, 1.2, 5};
    private static final List<String> MAKERS = List.of("ACME", "Northern Imaging", "Scanwell");

    private ManySeries() {}

    /** So many series; the same for the same number. */
    public static SpacingReport report(int count) {
        Random random = new Random(7);
        List<SeriesReport> series = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            series.add(series(number, random));
        }
        series.sort(Comparator.comparing(SeriesReport::seriesUid));
        List<Finding> findings = findings(series);
        Map<Outcome, Long> files = new EnumMap<>(Outcome.class);
        files.put(Outcome.OK, 30L * count);
        files.put(Outcome.NOT_DICOM, 20L);
        return new SpacingReport(
                List.of(Path.of("many")),
                files,
                series,
                DOMAINS.stream()
                        .map(name -> domain(
                                name,
                                series.stream()
                                        .filter(each -> each.domain().equals(name))
                                        .toList()))
                        .filter(domain -> domain.series() > 0)
                        .toList(),
                domain("all", series),
                findings,
                findings.stream().collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting())),
                0,
                0,
                new SpacingReport.Cost(Duration.ZERO, 1, 1, 1));
    }

    private static SeriesReport series(int number, Random random) {
        int domain = number % DOMAINS.size();
        boolean odd = random.nextInt(10) == 0;
        double x = Math.round((0.3 + 0.6 * random.nextDouble()) * 512) / 512.0;
        double z = Math.round(USUAL_Z[domain] * (0.5 + random.nextDouble()) * 100) / 100.0;
        int slices = 20 + random.nextInt(300);
        Status status = odd ? Status.values()[random.nextInt(5)] : Status.REGULAR;
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (odd) {
            flags.add(Flag.values()[random.nextInt(7)]);
        }
        String uid = "1.2.826.0.1.3680043.8.498." + (10_000_000_000L + Math.abs(random.nextLong() % 10_000_000_000L))
                + "." + number;
        SeriesSpacing spacing = new SeriesSpacing(
                slices,
                slices,
                slices,
                512,
                448,
                slices,
                x,
                x * 1.25,
                z,
                XySource.PIXEL_SPACING,
                ZSource.POSITIONS,
                status,
                flags,
                "",
                true,
                1,
                1,
                1,
                z * (slices - 1),
                Double.NaN,
                odd ? 24 : z,
                z * (odd ? 0.5 : 1),
                z,
                AnatomicalPlane.AXIAL,
                0,
                new PatientAxes(0, 1, 2),
                512,
                448);
        return new SeriesReport(
                uid,
                DOMAINS.get(domain),
                spacing,
                true,
                0,
                domain == 0 ? "CT" : "MR",
                MAKERS.get(random.nextInt(MAKERS.size())),
                "Model " + random.nextInt(6),
                "protocol " + random.nextInt(40),
                "series/" + uid,
                AxisSystem.ARRAY);
    }

    private static List<Finding> findings(List<SeriesReport> all) {
        List<Finding> findings = new ArrayList<>();
        for (SeriesReport series : all) {
            if (series.spacing().status() != Status.REGULAR) {
                findings.add(finding(
                        series,
                        series.spacing().status().name(),
                        series.spacing().status().meaning()));
            }
            series.spacing().flags().forEach(flag -> findings.add(finding(series, flag.name(), flag.meaning())));
        }
        return findings.stream().sorted().toList();
    }

    private static Finding finding(SeriesReport series, String code, String detail) {
        return new Finding(series.seriesUid(), series.folder(), code, detail);
    }

    private static DomainReport domain(String name, List<SeriesReport> series) {
        if (series.isEmpty()) {
            return new DomainReport(name, 0, 0, 0, 0, false, Distribution.NONE, Axes.UNKNOWN, AxisSystem.ARRAY);
        }
        Axes median = axes(series, 0.5);
        Distribution distribution = new Distribution(
                median,
                axes(series, 0),
                axes(series, 0.005),
                axes(series, 0.1),
                axes(series, 0.25),
                axes(series, 0.75),
                axes(series, 0.9),
                axes(series, 0.995),
                axes(series, 1));
        return new DomainReport(
                name, series.size(), series.size(), 0, 0, false, distribution, median, AxisSystem.ARRAY);
    }

    private static Axes axes(List<SeriesReport> series, double probability) {
        return new Axes(
                quantile(series, SeriesSpacing::x, probability),
                quantile(series, SeriesSpacing::y, probability),
                quantile(series, SeriesSpacing::z, probability));
    }

    private static double quantile(
            List<SeriesReport> series, ToDoubleFunction<SeriesSpacing> axis, double probability) {
        double[] values =
                series.stream().map(SeriesReport::spacing).mapToDouble(axis).toArray();
        return Quantiles.quantiles(values, probability)[0];
    }
}
