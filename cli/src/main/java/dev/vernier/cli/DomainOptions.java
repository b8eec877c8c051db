package dev.vernier.cli;

import dev.vernier.VoxelSpacing;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Which series belong together. */
public final class DomainOptions {

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description =
                    "A CSV file that describes series: a header row, commas between fields, UTF-8. Its columns can make"
                            + " domains.")
    private String catalog;

    @Option(
            names = "--series-column",
            paramLabel = "NAME",
            description = "The catalog's column of series UIDs. Default: SeriesInstanceUID.")
    private String seriesColumn;

    @Option(
            names = "--domain",
            paramLabel = "EXPR",
            description =
                    "What makes a domain: catalog columns, DICOM keywords or numbers such as (0018,1030), and folder:N"
                            + " for the Nth folder below the root, separated by commas. A name found in the catalog is a"
                            + " column; catalog:NAME and dicom:NAME decide. Default: Modality.")
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

    void applyTo(VoxelSpacing.Builder builder, CommandLine commandLine) {
        if (catalog != null) {
            builder.catalog(catalogFile(commandLine));
        }
        builder.seriesColumn(seriesColumn());
        builder.domain(domain());
        builder.minDomain(minDomain());
    }

    private Path catalogFile(CommandLine commandLine) {
        try {
            return new PathConverter().convert(catalog);
        } catch (TypeConversionException e) {
            throw new ParameterException(commandLine, "Invalid value for option '--catalog': " + e.getMessage(), e);
        }
    }

    /** The catalog, null if there is none: a path here, or whatever names files elsewhere. */
    public String catalog() {
        return catalog;
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
