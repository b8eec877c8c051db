package dev.vernier.geometry;

/** How evenly the slices of a series lie. */
public enum Status {
    /** All gaps are one value. */
    REGULAR("every gap between slices is the same"),
    /** Every other gap is a whole multiple, 2 to 20, of the winning one. */
    MISSING_SLICES("every odd gap is a whole multiple of the usual one: slices are missing"),
    /** Two or more gaps occur at least twice each. */
    VARIABLE("two or more different gaps recur"),
    /** Any other set of gaps. */
    IRREGULAR("gaps differ without a pattern"),
    /** One slice position. */
    SINGLE_SLICE("there is one slice position, so no gap"),
    /** No slice position; z may still be known from an attribute. */
    UNKNOWN("there is no slice position");

    private final String meaning;

    Status(String meaning) {
        this.meaning = meaning;
    }

    /** One clause for readers of a report. */
    public String meaning() {
        return meaning;
    }
}
