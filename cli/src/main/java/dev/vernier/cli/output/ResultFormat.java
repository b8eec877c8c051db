package dev.vernier.cli.output;

/** What goes to standard output. */
public enum ResultFormat {
    /** For people. */
    TABLE("table"),
    /** For programs: what summary.json holds. */
    JSON("json"),
    /** For spreadsheets: what domains.csv holds. */
    CSV("csv");

    private final String label;

    ResultFormat(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    public String label() {
        return label;
    }
}
