package dev.vernier.cli;

import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.ScanOptions;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which files are read, and how, where nothing is asked but their tags. */
final class FileOptions {

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = NumberConverters.Threads.class,
            description =
                    "Read N files at a time. On network storage more than the default may be faster. Default: one for"
                            + " each processor.")
    private Integer threads;

    @Option(
            names = "--read",
            paramLabel = "STRATEGY",
            description =
                    "How files are read: mapped into memory, positioned (only the bytes needed), or auto. Default:"
                            + " auto.")
    private ReadStrategy read;

    @Option(
            names = "--follow-links",
            description = "Follow symbolic links below the roots. Each folder is read once, so loops do no harm.")
    private boolean followLinks;

    @Option(
            names = "--strict",
            description = "End with exit status 8 if any file or folder was unreadable, truncated or malformed.")
    private boolean strict;

    ScanOptions optionsOf(List<Path> roots) {
        return ScanOptions.ofFiles(
                roots, threads == null ? 0 : threads, read == null ? ReadStrategy.AUTO : read, followLinks);
    }

    boolean strict() {
        return strict;
    }
}
