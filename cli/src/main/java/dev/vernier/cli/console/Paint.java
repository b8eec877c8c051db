package dev.vernier.cli.console;

/**
 * Colours, or none. Escape sequences of a terminal: text is painted after it was laid out and made visible by {@link VisibleText}, which
 * would take them for a file's. Immutable.
 */
public enum Paint {
    /** For files, pipes, and people who want no colours: every text stays as it is. */
    PLAIN,
    /** For a terminal. */
    COLOURS;

    private static final String END = "\u001b[0m";

    private String painted(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + END;
    }

    /** Stands out: headings, and what all else leads to. */
    public String strong(String text) {
        return painted("1", text);
    }

    /** As it should be. */
    public String good(String text) {
        return painted("32", text);
    }

    /** Not as it should be, and worth a look. */
    public String odd(String text) {
        return painted("33", text);
    }

    /** Failed. */
    public String bad(String text) {
        return painted("31", text);
    }
}
