package dev.vernier;

import java.util.List;

/** The axes that spacings and sizes are reported along (spacing.md §5). */
public enum AxisSystem {
    /** Those of the image as it is stored: x along a row, y along a column, z along the normal. */
    ARRAY("array", List.of("x", "y", "z")),
    /** Those of the patient: right to left, front to back, head to feet; all planes have them in common. */
    PATIENT("patient", List.of("R/L", "A/P", "S/I"));

    private final String label;
    private final List<String> names;

    AxisSystem(String label, List<String> names) {
        this.label = label;
        this.names = names;
    }

    /** The name used on the command line, in tables and in JSON. */
    public String label() {
        return label;
    }

    /** What the three axes are called, in the order of {@link Axes}. */
    public List<String> names() {
        return names;
    }
}
