package dev.vernier.cli;

import dev.vernier.VoxelSpacing;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which series belong together. */
public final class DomainOptions {

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description =
                    "A CSV file that describes series: a header row, commas between fields, UTF-8. Its columns can make"
                            + " domains.")
    private Path catalog;

    @Option(
            names = "--series-column",
            paramLabel = "NAME",
            description = "The catalog's column of series UIDs. Default: SeriesInstanceUID.")
    private String seriesColumn;

    @Option(
            names = "--domain",
            paramLabel = "EXPR",
            description =
                    "What makes a domain: catalog columns, DICOM keywords or numbers such as (0018,1030), folder:N for"
                            + " the Nth folder below the root, and plane (axial, coronal, sagittal), separated by"
                            + " commas. A name found in the catalog is a column; catalog:NAME, dicom:NAME and"
                            + " series:plane decide. Default: Modality.")
    private String domain;

    @Option(
            names = "--min-domain",
            paramLabel = "N",
            converter = NumberConverters.NotNegative.class,
            description = "Flag domains with fewer than N voting series.")
    private Integer minDomain;

    /**
     * Checks what picocli cannot.
     *
     * @throws ParameterException if options contradict each other
     */
    public void check(CommandLine commandLine) {
        if (seriesColumn != null && catalog == null) {
            throw new ParameterException(commandLine, "--series-column needs --catalog");
        }
    }

    void applyTo(VoxelSpacing.Builder builder) {
        if (catalog != null) {
            builder.catalog(catalog);
        }
        builder.seriesColumn(seriesColumn());
        builder.domain(domain());
        builder.minDomain(minDomain());
    }

    /** The catalog as it was typed, null if there is none: what names a file elsewhere would not survive as a path. */
    public String catalogText(CommandLine commandLine) {
        List<String> typed =
                commandLine.getCommandSpec().findOption("--catalog").originalStringValues();
        return typed.isEmpty() ? null : typed.get(typed.size() - 1);
    }

    /** Header of the catalog's column of series UIDs. */
    public String seriesColumn() {
        return seriesColumn == null ? "SeriesInstanceUID" : seriesColumn;
    }

    /** What makes a domain. */
    public String domain() {
        return domain == null ? "Modality" : domain;
    }

    /** The least number of voting series, 0 if any will do. */
    public int minDomain() {
        return minDomain == null ? 0 : minDomain;
    }
}
