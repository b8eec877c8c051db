package dev.vernier.cli;

import dev.vernier.VoxelSpacing;
import dev.vernier.io.ReadStrategy;
import picocli.CommandLine.Option;

/** How the files are read; this changes the time it takes and nothing else. */
final class ReadingOptions {

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

    void applyTo(VoxelSpacing.Builder builder) {
        if (threads != null) {
            builder.threads(threads);
        }
        if (read != null) {
            builder.read(read);
        }
    }

    /** For people. */
    String threads() {
        return threads == null ? ScanText.ENGINES_CHOICE : threads.toString();
    }
}
