package dev.vernier.cli;

/** A shell that can complete a command line. */
enum Shell {
    BASH("bash"),
    ZSH("zsh");

    private final String label;

    Shell(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    String label() {
        return label;
    }
}
