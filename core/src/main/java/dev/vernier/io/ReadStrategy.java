package dev.vernier.io;

/** How bytes are brought from a file into memory. */
public enum ReadStrategy {
    /** {@link #POSITIONED}, which the benchmarks show to be faster for whole archives; see docs/BENCHMARKS.md. */
    AUTO("auto"),
    /** Maps each file into memory. */
    MAPPED("mapped"),
    /** Reads windows at offsets into a reused off-heap buffer and seeks over what is not needed. */
    POSITIONED("positioned");

    private final String label;

    ReadStrategy(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    public String label() {
        return label;
    }

    /** A source that reads this way; one for each thread. */
    public HeaderSource newSource() {
        return switch (this) {
            case AUTO, POSITIONED -> new PositionedSource();
            case MAPPED -> new MappedSource();
        };
    }
}
