package dev.vernier.cli.report;

import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import dev.vernier.cli.console.VisibleText;
import dev.vernier.stats.Quantiles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Which scanners made the series, by manufacturer and model. Stateless. */
final class Scanners {

    private Scanners() {}

    /** One model. */
    record Row(String manufacturer, String model, String modalities, String series, List<Summary.Cell> median) {}

    private record Scanner(String manufacturer, String model) {}

    /** All models, those with most series first. */
    static List<Row> rows(SpacingReport report, PageSettings settings) {
        Map<Scanner, List<SeriesReport>> byScanner = report.series().stream()
                .collect(Collectors.groupingBy(
                        each -> new Scanner(each.manufacturer(), each.model()),
                        () -> new TreeMap<>(
                                Comparator.comparing(Scanner::manufacturer).thenComparing(Scanner::model)),
                        Collectors.toList()));
        return byScanner.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size())) // stable: names stay in order
                .map(entry -> row(entry.getKey(), entry.getValue(), settings, report.axes()))
                .toList();
    }

    private static Row row(Scanner scanner, List<SeriesReport> series, PageSettings settings, AxisSystem system) {
        return new Row(
                known(scanner.manufacturer),
                known(scanner.model),
                series.stream()
                        .map(each -> known(each.modality()))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", ")),
                Summary.count(series.size()),
                Summary.cells(
                        new Axes(median(series, Axes::x), median(series, Axes::y), median(series, Axes::z)),
                        settings,
                        system));
    }

    private static String known(String text) {
        return text.isBlank() ? "not stated" : VisibleText.of(text);
    }

    private static double median(List<SeriesReport> series, ToDoubleFunction<Axes> axis) {
        double[] values = series.stream()
                .filter(SeriesReport::votes)
                .map(SeriesReport::reportedSpacing)
                .mapToDouble(axis)
                .toArray();
        return values.length == 0 ? Double.NaN : Quantiles.median(values);
    }
}
