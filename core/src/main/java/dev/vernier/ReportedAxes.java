package dev.vernier;

import dev.vernier.geometry.SeriesSpacing;

/**
 * The spacing and size of one series, along the axes that are asked for if that is possible: the one place where
 * numbers are turned.
 *
 * @param axes what the numbers are along: the array's axes where a spacing or the orientation to the patient is unknown
 * @param spacing in millimetres, NaN where unknown
 * @param size voxels of one volume, NaN where unknown
 */
public record ReportedAxes(AxisSystem axes, Axes spacing, Axes size) {

    /** What is reported of a series where these axes are asked for. */
    public static ReportedAxes of(SeriesSpacing series, AxisSystem wanted) {
        Axes spacing = new Axes(series.x(), series.y(), series.z());
        Axes size = new Axes(known(series.imageColumns()), known(series.imageRows()), known(series.slices()));
        boolean turned = wanted == AxisSystem.PATIENT && series.patientAxes().isKnown() && spacing.isKnown();
        return turned
                ? new ReportedAxes(AxisSystem.PATIENT, turned(spacing, series), turned(size, series))
                : new ReportedAxes(AxisSystem.ARRAY, spacing, size);
    }

    private static double known(int voxels) {
        return voxels > 0 ? voxels : Double.NaN;
    }

    private static Axes turned(Axes array, SeriesSpacing series) {
        return Axes.of(series.patientAxes().toPatient(array.x(), array.y(), array.z()));
    }
}
