package dev.vernier.cli;

import picocli.CommandLine.Option;

/** Whether bad input is told by the exit status as well. */
final class StrictOption {

    @Option(
            names = "--strict",
            description = "End with exit status 8 if any file or folder was unreadable, truncated or malformed.")
    private boolean strict;

    boolean isSet() {
        return strict;
    }
}
