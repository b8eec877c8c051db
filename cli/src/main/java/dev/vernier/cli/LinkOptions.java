package dev.vernier.cli;

import picocli.CommandLine.Option;

/** What is done about symbolic links. */
final class LinkOptions {

    @Option(
            names = "--follow-links",
            description = "Follow symbolic links below the roots. Each folder is scanned once, so loops do no harm."
                    + " Default: links are reported, and not followed.")
    private boolean followLinks;

    boolean follow() {
        return followLinks;
    }
}
