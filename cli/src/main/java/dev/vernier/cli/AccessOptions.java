package dev.vernier.cli;

import dev.vernier.io.ReadStrategy;
import picocli.CommandLine.Option;

/** How files are read; this changes the time it takes and nothing else. */
final class AccessOptions {

    private static final int THREADS_OF_THE_ENGINES_CHOICE = 0;

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
            completionCandidates = Labels.ReadStrategies.class,
            description = "How files are read: mapped into memory, positioned (only the bytes needed), or auto. Files"
                    + " in archives are always read positioned. Default: auto.")
    private ReadStrategy read;

    /** Number of threads, 0 for the engine's choice. */
    int threads() {
        return threads == null ? THREADS_OF_THE_ENGINES_CHOICE : threads;
    }

    /** For people. */
    String threadsInWords() {
        return threads == null ? ScanText.ENGINES_CHOICE : threads.toString();
    }

    ReadStrategy read() {
        return read == null ? ReadStrategy.AUTO : read;
    }
}
