package dev.vernier.geometry;

/** The rule that gave z. */
public enum ZSource {
    POSITIONS("positions"),
    SPACING_BETWEEN_SLICES("spacing-between-slices"),
    SLICE_THICKNESS("slice-thickness"),
    SLICE_LOCATION("slice-location"),
    GRID_FRAME_OFFSET("grid-frame-offset"),
    NIFTI_PIXDIM("nifti-pixdim"),
    UNKNOWN("unknown");

    private final String label;

    ZSource(String label) {
        this.label = label;
    }

    /** The name used in tables. */
    public String label() {
        return label;
    }
}
