package dev.vernier.cli.report;

import dev.vernier.Axes;
import dev.vernier.SeriesReport;
import dev.vernier.cli.console.VisibleText;
import dev.vernier.geometry.SeriesSpacing;
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
    static List<Row> rows(List<SeriesReport> series, List<String> axes) {
        Map<Scanner, List<SeriesReport>> byScanner = series.stream()
                .collect(Collectors.groupingBy(
                        each -> new Scanner(each.manufacturer(), each.model()),
                        () -> new TreeMap<>(
                                Comparator.comparing(Scanner::manufacturer).thenComparing(Scanner::model)),
                        Collectors.toList()));
        return byScanner.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size())) // stable: names stay in order
                .map(entry -> row(entry.getKey(), entry.getValue(), axes))
                .toList();
    }

    private static Row row(Scanner scanner, List<SeriesReport> series, List<String> axes) {
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
                        new Axes(
                                median(series, SeriesSpacing::x),
                                median(series, SeriesSpacing::y),
                                median(series, SeriesSpacing::z)),
                        axes));
    }

    private static String known(String text) {
        return text.isBlank() ? "not stated" : VisibleText.of(text);
    }

    private static double median(List<SeriesReport> series, ToDoubleFunction<SeriesSpacing> axis) {
        double[] values = series.stream()
                .filter(SeriesReport::votes)
                .map(SeriesReport::spacing)
                .mapToDouble(axis)
                .toArray();
        return values.length == 0 ? Double.NaN : Quantiles.median(values);
    }
}
