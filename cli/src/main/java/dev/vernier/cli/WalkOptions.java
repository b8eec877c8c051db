package dev.vernier.cli;

import picocli.CommandLine.Option;

/** How far a header is read. */
public final class WalkOptions {

    @Option(
            names = "--full-walk",
            description =
                    "Do not stop at the last tag that is needed, but look at all elements of a file, those behind its"
                            + " pixel data too: for archives whose tags are out of order. Takes more reads a file."
                            + " Default: stop.")
    private boolean full;

    /** Whether all elements of a file are looked at. */
    public boolean full() {
        return full;
    }
}
