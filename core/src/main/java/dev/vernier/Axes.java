package dev.vernier;

/**
 * Three numbers, one for each axis: x (distance of columns), y (distance of rows), z (distance of slices), or along
 * {@link AxisSystem#PATIENT} R/L, A/P, S/I in this order; millimetres, NaN where unknown.
 */
public record Axes(double x, double y, double z) {

    /** Nothing known. */
    public static final Axes UNKNOWN = new Axes(Double.NaN, Double.NaN, Double.NaN);

    /** Whether all three are known. */
    public boolean isKnown() {
        return !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z);
    }

    /** x, y, z. */
    public double[] toArray() {
        return new double[] {x, y, z};
    }

    static Axes of(double[] xyz) {
        return new Axes(xyz[0], xyz[1], xyz[2]);
    }
}
