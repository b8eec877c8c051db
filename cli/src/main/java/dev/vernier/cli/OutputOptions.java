package dev.vernier.cli;

import dev.vernier.cli.output.AxisOrder;
import dev.vernier.cli.output.ResultFormat;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What comes out, and in which form. */
final class OutputOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Labels.ResultFormats.class,
            description = "What goes to standard output: table, json, or csv, which is what domains.csv holds. Default:"
                    + " table.")
    private ResultFormat format;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            completionCandidates = Labels.AxisOrders.class,
            description =
                    "The order of axes: xyz, or zyx as nnU-Net lists them; with --axes patient these are R/L, A/P, S/I"
                            + " and S/I, A/P, R/L. The columns of series.csv stay x, y, z. Default: xyz.")
    private AxisOrder order;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Also write report.html, domains.csv, series.csv, findings.csv and summary.json into this folder, all"
                            + " of them or none. Other files in it stay.")
    private Path out;

    @Option(
            names = "--parquet",
            description = "Also write series.parquet into that folder: the rows and columns of series.csv, typed.")
    private boolean parquet;

    @Mixin
    private StrictOption strict = new StrictOption();

    void check(CommandLine commandLine) {
        if (parquet && out == null) {
            throw new ParameterException(commandLine, "--parquet needs --out");
        }
    }

    ResultFormat format() {
        return format == null ? ResultFormat.TABLE : format;
    }

    AxisOrder order() {
        return order == null ? AxisOrder.XYZ : order;
    }

    /** The folder, null if there is to be none. */
    Path out() {
        return out;
    }

    /** Whether series.parquet is wanted as well. */
    boolean parquet() {
        return parquet;
    }

    boolean strict() {
        return strict.isSet();
    }
}
