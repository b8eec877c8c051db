package dev.vernier.geometry;

/** Where z is to be taken from. */
public enum ZRule {
    /** Positions for slices, SpacingBetweenSlices checked against positions for volumes, attributes as a flagged fallback. */
    AUTO("auto"),
    /** Positions only. */
    POSITIONS("positions"),
    /** |SpacingBetweenSlices (0018,0088)| only. */
    SPACING_BETWEEN_SLICES("spacing-between-slices"),
    /** SliceThickness (0018,0050) only. */
    SLICE_THICKNESS("slice-thickness");

    private final String label;

    ZRule(String label) {
        this.label = label;
    }

    /** The name used on the command line. */
    public String label() {
        return label;
    }
}
