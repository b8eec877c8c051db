package dev.vernier.cli;

import dev.vernier.scan.SeriesGrouping;
import picocli.CommandLine.Option;

/** What makes images a series. */
public final class GroupingOptions {

    @Option(
            names = "--group-by",
            paramLabel = "WHAT",
            completionCandidates = Labels.Groupings.class,
            description =
                    "What makes images a series: series, their SeriesInstanceUID, or folder: those of a folder that have"
                            + " no SeriesInstanceUID are then one series, named folder:NAME. Default: series.")
    private SeriesGrouping groupBy;

    /** What was asked for. */
    public SeriesGrouping grouping() {
        return groupBy == null ? SeriesGrouping.SERIES : groupBy;
    }
}
