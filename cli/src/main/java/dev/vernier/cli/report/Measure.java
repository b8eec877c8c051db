package dev.vernier.cli.report;

import dev.vernier.SeriesReport;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A quantity whose distribution is drawn. Spacings are of the series that vote, as medians are. */
enum Measure {
    X("x", "mm", SeriesReport::votes, series -> series.spacing().x()),
    Y("y", "mm", SeriesReport::votes, series -> series.spacing().y()),
    Z("z", "mm", SeriesReport::votes, series -> series.spacing().z()),
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

    String label() {
        return label;
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
