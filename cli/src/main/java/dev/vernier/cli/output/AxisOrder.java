package dev.vernier.cli.output;

import dev.vernier.Axes;
import java.util.List;

/** The order in which three numbers are shown; the engine's own is x, y, z. */
public enum AxisOrder {
    /** Columns, rows, slices: as images are stored. */
    XYZ("xyz") {
        @Override
        <T> List<T> arrange(T x, T y, T z) {
            return List.of(x, y, z);
        }
    },
    /** Slices, rows, columns: as arrays are indexed, and as nnU-Net lists them. */
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

    List<Double> values(Axes axes) {
        return arrange(axes.x(), axes.y(), axes.z());
    }
}
