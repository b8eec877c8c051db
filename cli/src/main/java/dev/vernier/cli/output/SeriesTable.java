package dev.vernier.cli.output;

import dev.vernier.Numbers;
import dev.vernier.SeriesReport;
import dev.vernier.geometry.Flag;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The columns of series.csv and series.parquet. The columns x, y, z keep this order, whatever the order elsewhere; they
 * are along what the column axes says. Columns are only ever added behind the last. Stateless.
 */
final class SeriesTable {

    static final List<Column> COLUMNS = List.of(
            text("series_uid", SeriesReport::seriesUid),
            text("domain", SeriesReport::domain),
            text("status", series -> series.spacing().status().name()),
            new Flags(),
            new Decimal("x", series -> series.reportedSpacing().x(), Numbers::format),
            new Decimal("y", series -> series.reportedSpacing().y(), Numbers::format),
            new Decimal("z", series -> series.reportedSpacing().z(), Numbers::format),
            text("xy_source", series -> series.spacing().xySource().label()),
            text("z_source", series -> series.spacing().zSource().label()),
            count("files", 0, series -> series.spacing().files()),
            count("instances", 0, series -> series.spacing().instances()),
            count("frames", 0, series -> series.spacing().frames()),
            count("slices", 0, series -> series.spacing().slices()),
            count("rows", 1, series -> series.spacing().rows()),
            count("columns", 1, series -> series.spacing().columns()),
            count("unreadable", 0, SeriesReport::unreadable),
            text("modality", SeriesReport::modality),
            text("manufacturer", SeriesReport::manufacturer),
            text("model", SeriesReport::model),
            text("protocol", SeriesReport::protocol),
            text("folder", SeriesReport::folder),
            text("plane", series -> series.spacing().plane().label()),
            new Decimal("obliquity", series -> series.spacing().obliquityDegrees(), SeriesTable::oneDecimal),
            new Truth("votes", SeriesReport::votes),
            text("reason", SeriesReport::reason),
            text("axes", series -> series.reportedAxes().label()));

    private SeriesTable() {}

    /** A column, and how to find its value. */
    sealed interface Column permits Text, Flags, Truth, Decimal, Count {

        String name();

        /** The value in a CSV file, empty where it is not known. */
        String text(SeriesReport series);
    }

    /** A column of text, empty where it is not known. */
    record Text(String name, Function<SeriesReport, String> value) implements Column {
        @Override
        public String text(SeriesReport series) {
            return value.apply(series);
        }
    }

    /** What is remarkable about a series, sorted. */
    record Flags() implements Column {
        @Override
        public String name() {
            return "flags";
        }

        List<String> values(SeriesReport series) {
            return series.spacing().flags().stream().map(Flag::name).sorted().toList();
        }

        @Override
        public String text(SeriesReport series) {
            return String.join("|", values(series));
        }
    }

    /** A column of yes and no, true and false. */
    record Truth(String name, Predicate<SeriesReport> value) implements Column {
        @Override
        public String text(SeriesReport series) {
            return String.valueOf(value.test(series));
        }
    }

    /** A column of numbers, NaN where it is not known, and how a CSV file has them. */
    record Decimal(String name, ToDoubleFunction<SeriesReport> value, DoubleFunction<String> format) implements Column {

        double value(SeriesReport series) {
            return value.applyAsDouble(series);
        }

        @Override
        public String text(SeriesReport series) {
            return Double.isNaN(value(series)) ? "" : format.apply(value(series));
        }
    }

    /** A column of whole numbers; where the number is below the least one that can be, the engine does not know it. */
    record Count(String name, long least, ToLongFunction<SeriesReport> value) implements Column {

        boolean isKnown(SeriesReport series) {
            return value(series) >= least;
        }

        long value(SeriesReport series) {
            return value.applyAsLong(series);
        }

        @Override
        public String text(SeriesReport series) {
            return isKnown(series) ? String.valueOf(value(series)) : "";
        }
    }

    private static Column text(String name, Function<SeriesReport, String> value) {
        return new Text(name, value);
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static Column count(String name, long least, ToLongFunction<SeriesReport> value) {
        return new Count(name, least, value);
    }
}
