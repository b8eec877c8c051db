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
        return of(x, y, z, columns, rows, slices, flags, new PatientAxes(0, 1, 2), AxisSystem.ARRAY);
    }

    /** Reported along the patient's axes, of an image whose axes lie along these. */
    static SeriesReport turned(double x, double y, double z, int columns, int rows, int slices, PatientAxes lie) {
        return of(x, y, z, columns, rows, slices, Set.of(), lie, AxisSystem.PATIENT);
    }

    /** Of files that hold several images each, in a grid: so many columns and rows of images. */
    static SeriesReport mosaic(SeriesReport whole, int across, int down) {
        SeriesSpacing spacing = whole.spacing();
        SeriesSpacing tiled = new SeriesSpacing(
                spacing.files(),
                spacing.instances(),
                spacing.frames(),
                spacing.rows(),
                spacing.columns(),
                spacing.slices(),
                spacing.x(),
                spacing.y(),
                spacing.z(),
                spacing.xySource(),
                ZSource.SPACING_BETWEEN_SLICES,
                Status.UNKNOWN,
                spacing.flags(),
                "no slice positions",
                true,
                1,
                1,
                1,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                spacing.plane(),
                0,
                spacing.patientAxes(),
                spacing.rows() / down,
                spacing.columns() / across);
        return new SeriesReport("1.3", "domain", tiled, true, 0, "", "", "", "", ".", whole.axes());
    }

    private static SeriesReport of(
            double x,
            double y,
            double z,
            int columns,
            int rows,
            int slices,
            Set<Flag> flags,
            PatientAxes lie,
            AxisSystem axes) {
        boolean known = !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z);
        boolean votes = known && !flags.contains(Flag.IMPLAUSIBLE);
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
                lie,
                rows,
                columns);
        return new SeriesReport("1.2", "domain", spacing, votes, 0, "", "", "", "", ".", axes);
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
