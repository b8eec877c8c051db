package dev.vernier.cli.output;

import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import java.util.List;

/** The order in which three numbers are shown; the engine's own is x, y, z, along the patient R/L, A/P, S/I. */
public enum AxisOrder {
    /** Columns, rows, slices: as images are stored; R/L, A/P, S/I. */
    XYZ("xyz") {
        @Override
        <T> List<T> arrange(T x, T y, T z) {
            return List.of(x, y, z);
        }
    },
    /** Slices, rows, columns: as arrays are indexed, and as nnU-Net lists them; S/I, A/P, R/L. */
    ZYX("zyx") {
        @Override
        <T> List<T> arrange(T x, T y, T z) {
            return List.of(z, y, x);
        }
    };

    private final String label;

    AxisOrder(String label) {
        this.label = label;
    }

    /** The name used on the command line and in JSON. */
    public String label() {
        return label;
    }

    abstract <T> List<T> arrange(T x, T y, T z);

    List<String> axes() {
        return arrange("x", "y", "z");
    }

    /** What the axes are called, as {@link #axes()} where they are those of the array. */
    List<String> names(AxisSystem system) {
        List<String> names = system.names();
        return arrange(names.get(0), names.get(1), names.get(2));
    }

    List<Double> values(Axes axes) {
        return arrange(axes.x(), axes.y(), axes.z());
    }
}
