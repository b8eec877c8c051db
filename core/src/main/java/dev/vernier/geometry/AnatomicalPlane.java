package dev.vernier.geometry;

/**
 * The plane of the body that images lie nearest to: by the largest component of their normal in the patient's
 * coordinates (PS3.3 §C.7.6.2.1.1), spacing.md §5.
 */
public enum AnatomicalPlane {
    /** The normal points to the head or the feet. */
    AXIAL("axial"),
    /** The normal points to the front or the back. */
    CORONAL("coronal"),
    /** The normal points to the left or the right. */
    SAGITTAL("sagittal"),
    /** The images have no orientation to the patient. */
    UNKNOWN("");

    private final String label;

    AnatomicalPlane(String label) {
        this.label = label;
    }

    /** The word used in tables; empty where the plane is unknown. */
    public String label() {
        return label;
    }

    /** The plane of a normal; a tie goes to axial, then to coronal. */
    static AnatomicalPlane of(Normal normal) {
        double sagittal = Math.abs(normal.x());
        double coronal = Math.abs(normal.y());
        double axial = Math.abs(normal.z());
        if (axial >= coronal && axial >= sagittal) {
            return AXIAL;
        }
        return coronal >= sagittal ? CORONAL : SAGITTAL;
    }

    /** The angle between a normal and the axis of its plane, in degrees, 0 to 54.8. */
    static double obliquityDegrees(Normal normal) {
        double along = Math.max(Math.abs(normal.x()), Math.max(Math.abs(normal.y()), Math.abs(normal.z())));
        return Math.toDegrees(Math.acos(Math.min(1, along)));
    }
}
