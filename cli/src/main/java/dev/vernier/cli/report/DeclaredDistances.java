package dev.vernier.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.vernier.SeriesReport;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.stats.Quantiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How far SliceThickness and SpacingBetweenSlices are from the distance that slice positions show. Immutable. */
final class DeclaredDistances {

    private static final double TOLERANCE = 0.01;

    private final List<SeriesSpacing> measured;

    DeclaredDistances(List<SeriesReport> series) {
        measured = series.stream()
                .map(SeriesReport::spacing)
                .filter(spacing -> spacing.measuredSpacingMm() > 0)
                .toList();
    }

    void writeTo(JsonColumns columns) throws IOException {
        JsonGenerator json = columns.json();
        json.writeObjectFieldStart("declared");
        json.writeNumberField("measured", measured.size());
        PageData.writeBinning(Binning.aroundOne(), columns);
        json.writeArrayFieldStart("attributes");
        writeAttribute("SliceThickness", SeriesSpacing::declaredThicknessMm, columns);
        writeAttribute("SpacingBetweenSlices", SeriesSpacing::declaredSpacingMm, columns);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeAttribute(String name, ToDoubleFunction<SeriesSpacing> declared, JsonColumns columns)
            throws IOException {
        double[] ratios = measured.stream()
                .mapToDouble(spacing -> Math.abs(declared.applyAsDouble(spacing)) / spacing.measuredSpacingMm())
                .filter(ratio -> ratio > 0 && Double.isFinite(ratio))
                .toArray();
        JsonGenerator json = columns.json();
        json.writeStartObject();
        columns.text("name", name);
        json.writeNumberField("stated", ratios.length);
        // The margin is for decimal text: 1.01 / 1 is a little more than 1 + 0.01.
        json.writeNumberField(
                "right",
                Arrays.stream(ratios)
                        .filter(ratio -> Math.abs(ratio - 1) <= TOLERANCE + 1e-9)
                        .count());
        json.writeNumberField(
                "smaller",
                Arrays.stream(ratios)
                        .filter(ratio -> ratio < 1 - TOLERANCE - 1e-9)
                        .count());
        columns.integers("bins", Binning.aroundOne().counts(ratios));
        columns.decimals("extremes", ratios.length == 0 ? new double[0] : Quantiles.quantiles(ratios, 0, 1));
        json.writeEndObject();
    }
}
