package dev.vernier.cli;

import dev.vernier.cli.output.IndexFile;
import dev.vernier.index.IndexTag;
import dev.vernier.index.IndexTags;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which table is written. */
final class IndexOptions {

    @Option(
            names = "--tags",
            paramLabel = "LIST",
            required = true,
            description = "The tags, separated by commas, in the order of the columns; see below.")
    private String tags;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description =
                    "The table: FILE.parquet or FILE.csv. Written whole or not at all. Below a ROOT it has no row of"
                            + " its own.")
    private Path file;

    @Option(names = "--private", paramLabel = "CREATOR", description = "The creator of private tags that name none.")
    private String creator;

    @Option(
            names = "--join",
            paramLabel = "TEXT",
            description =
                    "Write the values of a tag that may have several as one text, with TEXT between them. Default: lists in"
                            + " Parquet, a backslash between them in CSV.")
    private String joiner;

    List<IndexTag> tags(CommandLine commandLine) {
        if (!IndexFile.isParquet(file) && !IndexFile.isCsv(file)) {
            throw new ParameterException(commandLine, "-o: '" + file + "' must end with .parquet or .csv");
        }
        List<IndexTag> parsed;
        try {
            parsed = IndexTags.parse(tags, creator);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, "--tags: " + e.getMessage(), e);
        }
        if (creator != null && parsed.stream().noneMatch(this::isOfCreator)) {
            throw new ParameterException(
                    commandLine, "--private: none of the tags needs a creator; a private one is written 0019xx0C");
        }
        return parsed;
    }

    private boolean isOfCreator(IndexTag tag) {
        return tag.steps().stream().anyMatch(step -> creator.equals(step.creator()));
    }

    Path file() {
        return file;
    }

    /** What is to stand between the values of a list, null for what the format does by itself. */
    String joiner() {
        return joiner;
    }
}
