package dev.vernier.io;

/** How bytes are brought from a file into memory. */
public enum ReadStrategy {
    /**
     * Reads windows at offsets, as {@link #POSITIONED} does, which the benchmarks show to be faster than mapping for whole archives; by calls of
     * the C library where the JVM can make them. See docs/BENCHMARKS.md.
     */
    AUTO("auto"),
    /** Maps each file into memory. */
    MAPPED("mapped"),
    /** Reads windows at offsets into a reused off-heap buffer and seeks over what is not needed, by the JDK's channels. */
    POSITIONED("positioned");

    private final String label;

    ReadStrategy(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    public String label() {
        return label;
    }

    /** How folders are listed and files opened for this strategy. */
    public FileAccess newAccess() {
        return this == AUTO ? FileAccess.best() : FileAccess.portable();
    }

    /** A source that reads this way; one for each thread. */
    public HeaderSource newSource() {
        return newSource(newAccess());
    }

    /** As above, of files that this access has listed. */
    public HeaderSource newSource(FileAccess access) {
        return this == MAPPED ? new MappedSource() : new PositionedSource(access.newHandle());
    }
}
