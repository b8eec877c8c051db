package dev.vernier.cli.inspect;

/** What an inspection is printed as. */
public enum InspectFormat {
    /** For people. */
    TEXT("text"),
    /** For programs: everything. */
    JSON("json");

    private final String label;

    InspectFormat(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    public String label() {
        return label;
    }
}
