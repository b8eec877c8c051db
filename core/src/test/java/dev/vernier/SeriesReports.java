package dev.vernier;

import dev.vernier.geometry.AnatomicalPlane;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.PatientAxes;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.Status;
import dev.vernier.geometry.XySource;
import dev.vernier.geometry.ZSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reports of series that were never scanned, for tests of what is made of them. */
final class SeriesReports {

    private SeriesReports() {}

    static SeriesReport of(double x, double y, double z) {
        return of(x, y, z, 512, 512, 100, Set.of());
    }

    static SeriesReport of(double x, double y, double z, int columns, int rows, int slices, Set<Flag> flags) {
        boolean votes = !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z);
        SeriesSpacing spacing = new SeriesSpacing(
                1,
                1,
                1,
                rows,
                columns,
                slices,
                x,
                y,
                z,
                XySource.PIXEL_SPACING,
                ZSource.POSITIONS,
                Status.REGULAR,
                flags,
                "",
                votes,
                1,
                1,
                1,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                AnatomicalPlane.AXIAL,
                0,
                new PatientAxes(0, 1, 2),
                rows,
                columns);
        return new SeriesReport("1.2", "domain", spacing, votes, 0, "", "", "", "", ".");
    }

    /** Series with these x; y is twice, z four times as much. */
    static List<SeriesReport> ofX(double... values) {
        List<SeriesReport> series = new ArrayList<>();
        for (double x : values) {
            series.add(of(x, 2 * x, 4 * x));
        }
        return series;
    }
}
