package dev.vernier.geometry;

/** The attribute that gave x and y. */
public enum XySource {
    PIXEL_SPACING("pixel-spacing"),
    IMAGER_PIXEL_SPACING("imager-pixel-spacing"),
    NOMINAL_SCANNED_PIXEL_SPACING("nominal-scanned-pixel-spacing"),
    NIFTI_PIXDIM("nifti-pixdim"),
    UNKNOWN("unknown");

    private final String label;

    XySource(String label) {
        this.label = label;
    }

    /** The name used in tables. */
    public String label() {
        return label;
    }

    /** Whether it is a distance at the detector, not in the patient. */
    boolean isAtDetector() {
        return this == IMAGER_PIXEL_SPACING || this == NOMINAL_SCANNED_PIXEL_SPACING;
    }
}
