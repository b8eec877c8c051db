package dev.vernier.cli.report;

import dev.vernier.AxisSystem;
import dev.vernier.SeriesReport;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A quantity whose distribution is drawn. Spacings, which come first, are of the series that vote, as medians are. */
enum Measure {
    X("", "mm", SeriesReport::votes, series -> series.reportedSpacing().x()),
    Y("", "mm", SeriesReport::votes, series -> series.reportedSpacing().y()),
    Z("", "mm", SeriesReport::votes, series -> series.reportedSpacing().z()),
    SLICES("slices", "", series -> true, series -> series.spacing().slices()),
    EXTENT("extent", "mm", series -> true, series -> series.spacing().extentMm());

    private final String label;
    private final String unit;
    private final Predicate<SeriesReport> counts;
    private final ToDoubleFunction<SeriesReport> value;

    Measure(String label, String unit, Predicate<SeriesReport> counts, ToDoubleFunction<SeriesReport> value) {
        this.label = label;
        this.unit = unit;
        this.counts = counts;
        this.value = value;
    }

    /** What is measured; of a spacing the name of its axis. */
    String label(AxisSystem system) {
        return ordinal() < system.names().size() ? system.names().get(ordinal()) : label;
    }

    String unit() {
        return unit;
    }

    boolean whole() {
        return this == SLICES;
    }

    double[] values(DrawnDomains.Group group) {
        return group.values(counts, value);
    }
}
