package dev.vernier.cli;

import dev.vernier.VoxelSpacing;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which series are looked at. */
final class InputOptions {

    @Option(
            names = "--series-from",
            paramLabel = "FILE",
            description =
                    "Look only at the series whose UIDs this file names, one a line. Blank lines and lines that begin"
                            + " with # are skipped.")
    private Path seriesFrom;

    @Option(
            names = "--sample",
            paramLabel = "N",
            converter = NumberConverters.Positive.class,
            description =
                    "Report a random sample of N series. All files are still looked at, since only they tell which"
                            + " series there are.")
    private Integer sample;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Another whole number gives another sample, the same number the same sample. Default: 0.")
    private Long seed;

    @Mixin
    private GroupingOptions grouping = new GroupingOptions();

    @Mixin
    private LinkOptions links = new LinkOptions();

    void check(CommandLine commandLine) {
        if (seed != null && sample == null) {
            throw new ParameterException(commandLine, "--seed needs --sample");
        }
    }

    void applyTo(VoxelSpacing.Builder builder) throws IOException {
        builder.followLinks(links.follow());
        builder.groupBy(grouping.grouping());
        if (seriesFrom != null) {
            builder.onlySeries(SeriesList.read(seriesFrom));
        }
        if (sample != null) {
            builder.sample(sample, seed == null ? 0 : seed);
        }
    }

    /** Why no series may have been found, apart from there being none. */
    String hint() {
        return seriesFrom == null ? "" : " that " + seriesFrom + " names";
    }
}
