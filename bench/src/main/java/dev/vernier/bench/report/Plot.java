package dev.vernier.bench.report;

import dev.vernier.stats.Quantiles;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.style.Styler;

/**
 * Draws the result file of {@code bench/peers/run.sh rivals}: one SVG for each of its sets, {@code rivals-SET.svg}, with the wall and
 * processor time a file of every program as bars on a logarithmic scale, medians of the rounds. Exit status: 0, or 2 if it cannot.
 */
public final class Plot {

    private static final String USAGE = "usage: bench/run.sh plot RESULT.json FOLDER";
    private static final int CANNOT = 2;

    private final PrintStream out;
    private final PrintStream err;

    Plot(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Plot(out, err).run(args));
    }

    /** Draws the file named first into the folder named second, and returns the exit status. */
    int run(String... args) {
        if (args.length != 2) {
            err.println(USAGE);
            return CANNOT;
        }
        try {
            draw(PeersResult.of(ResultNode.read(Path.of(args[0]))), Path.of(args[1]));
            return 0;
        } catch (MalformedResultException e) {
            err.println("plot: " + ResultText.visible(args[0]) + ": " + e.getMessage());
        } catch (IOException | InvalidPathException e) {
            err.println("plot: cannot read or write: " + ResultText.visible(e.toString()));
        }
        return CANNOT;
    }

    private void draw(PeersResult result, Path folder) throws IOException, MalformedResultException {
        Map<String, List<PeersResult.Row>> sets = new LinkedHashMap<>();
        for (PeersResult.Row row : result.rows()) {
            if (!row.set().matches("[a-z0-9-]{1,40}")) { // it becomes a file's name
                throw new MalformedResultException("not the name of a set: " + row.set());
            }
            sets.computeIfAbsent(row.set(), set -> new ArrayList<>()).add(row);
        }
        if (sets.isEmpty()) {
            throw new MalformedResultException("the result has no rows");
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, List<PeersResult.Row>> set : sets.entrySet()) {
            Path svg = folder.resolve("rivals-" + set.getKey() + ".svg");
            VectorGraphicsEncoder.saveVectorGraphic(
                    chart(set.getKey(), result.origin(), set.getValue()),
                    svg.toString(),
                    VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
            out.println(svg);
        }
    }

    private static CategoryChart chart(String set, String origin, List<PeersResult.Row> rows) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(1000)
                .height(560)
                .title("Time a file, " + set + " set (" + origin + ")")
                .yAxisTitle("µs a file, logarithmic")
                .build();
        chart.getStyler()
                .setLegendPosition(Styler.LegendPosition.InsideNW)
                .setChartBackgroundColor(Color.WHITE)
                .setSeriesColors(new Color[] {new Color(0x1f4e79), new Color(0xe08e36)});
        // Dashed lines would make up nine tenths of the file.
        chart.getStyler().setPlotGridLinesStroke(new BasicStroke(0.5f)).setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setYAxisLogarithmic(true).setXAxisLabelRotation(35);
        List<String> names =
                rows.stream().map(row -> ResultText.visible(row.name())).toList();
        List<Double> wall = micros(rows, PeersResult.Row::wallSeconds);
        List<Double> cpu = micros(rows, PeersResult.Row::cpuSeconds);
        // Bars grow from 0 unless told otherwise, and a logarithmic scale has none.
        chart.getStyler().setYAxisMin(powerOfTen(Math.min(Collections.min(wall), Collections.min(cpu)), -1));
        chart.getStyler().setYAxisMax(powerOfTen(Math.max(Collections.max(wall), Collections.max(cpu)), 1));
        chart.addSeries("wall", names, wall);
        chart.addSeries("CPU", names, cpu);
        return chart;
    }

    /** The power of ten next to x: above it if the direction is 1, below it if it is -1. */
    private static double powerOfTen(double x, int direction) {
        return Math.pow(10, direction * Math.ceil(direction * Math.log10(x)));
    }

    private static List<Double> micros(List<PeersResult.Row> rows, Function<PeersResult.Row, double[]> seconds) {
        return rows.stream()
                .map(row -> row.micros(Quantiles.median(seconds.apply(row).clone())))
                .map(micros -> Math.max(micros, 0.01)) // a logarithmic scale has no 0
                .toList();
    }
}
