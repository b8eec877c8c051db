package dev.vernier.spark;

import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import dev.vernier.SeriesAssessment;
import dev.vernier.SeriesReport;
import dev.vernier.geometry.AnatomicalPlane;
import dev.vernier.geometry.Flag;
import dev.vernier.geometry.PatientAxes;
import dev.vernier.geometry.SeriesSpacing;
import dev.vernier.geometry.Status;
import dev.vernier.geometry.XySource;
import dev.vernier.geometry.ZSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reports of series as rows: what series.csv has, by the same names, and behind it all else. What is unknown is null;
 * x, y, z are along what the column axes says. Stateless.
 */
final class SeriesRows {

    static final String DOMAIN_KEY = "domain_key";

    /** The axes that the scan was asked for; those of the row's x, y, z are in {@code axes}. */
    static final String AXES_ASKED = "axes_asked";

    private static final int NO_SLICES = -1;
    private static final int NO_PIXELS = 0;

    /** The columns of the Dataset. */
    static final StructType SCHEMA = new StructType()
            .add("series_uid", DataTypes.StringType, false)
            .add("domain", DataTypes.StringType, false)
            .add("status", DataTypes.StringType, false)
            .add("flags", DataTypes.StringType, false)
            .add("x", DataTypes.DoubleType)
            .add("y", DataTypes.DoubleType)
            .add("z", DataTypes.DoubleType)
            .add("xy_source", DataTypes.StringType, false)
            .add("z_source", DataTypes.StringType, false)
            .add("files", DataTypes.LongType, false)
            .add("instances", DataTypes.IntegerType, false)
            .add("frames", DataTypes.LongType, false)
            .add("slices", DataTypes.IntegerType)
            .add("rows", DataTypes.IntegerType)
            .add("columns", DataTypes.IntegerType)
            .add("unreadable", DataTypes.LongType, false)
            .add("modality", DataTypes.StringType, false)
            .add("manufacturer", DataTypes.StringType, false)
            .add("model", DataTypes.StringType, false)
            .add("protocol", DataTypes.StringType, false)
            .add("folder", DataTypes.StringType, false)
            .add("plane", DataTypes.StringType, false)
            .add("obliquity", DataTypes.DoubleType)
            .add("votes", DataTypes.BooleanType, false)
            .add("reason", DataTypes.StringType, false)
            .add("axes", DataTypes.StringType, false)
            .add("has_spacing", DataTypes.BooleanType, false)
            .add("spacing_reason", DataTypes.StringType, false)
            .add("stacks", DataTypes.IntegerType, false)
            .add("repeats", DataTypes.IntegerType, false)
            .add("extent_mm", DataTypes.DoubleType)
            .add("tilt_degrees", DataTypes.DoubleType)
            .add("declared_spacing_mm", DataTypes.DoubleType)
            .add("declared_thickness_mm", DataTypes.DoubleType)
            .add("measured_spacing_mm", DataTypes.DoubleType)
            .add("passes", DataTypes.IntegerType, false)
            .add("patient_axes", DataTypes.StringType, false)
            .add("image_rows", DataTypes.IntegerType)
            .add("image_columns", DataTypes.IntegerType)
            .add(AXES_ASKED, DataTypes.StringType, false);

    /** These, and what series of one domain have in common. */
    static final StructType PLACED = SCHEMA.add(DOMAIN_KEY, DataTypes.StringType, false);

    private SeriesRows() {}

    /** A row of {@link #PLACED}. */
    static Row placed(SeriesAssessment.Placed placed) {
        Object[] values = Arrays.copyOf(values(placed.report()), PLACED.size());
        values[values.length - 1] = placed.domainKey();
        return RowFactory.create(values);
    }

    private static Object[] values(SeriesReport series) {
        SeriesSpacing spacing = series.spacing();
        Axes reported = series.reportedSpacing();
        return new Object[] {
            series.seriesUid(),
            series.domain(),
            spacing.status().name(),
            spacing.flags().stream().map(Flag::name).collect(Collectors.joining("|")),
            known(reported.x()),
            known(reported.y()),
            known(reported.z()),
            spacing.xySource().label(),
            spacing.zSource().label(),
            spacing.files(),
            spacing.instances(),
            spacing.frames(),
            spacing.slices() == NO_SLICES ? null : spacing.slices(),
            spacing.rows() == NO_PIXELS ? null : spacing.rows(),
            spacing.columns() == NO_PIXELS ? null : spacing.columns(),
            series.unreadable(),
            series.modality(),
            series.manufacturer(),
            series.model(),
            series.protocol(),
            series.folder(),
            spacing.plane().label(),
            known(spacing.obliquityDegrees()),
            series.votes(),
            series.reason(),
            series.reportedAxes().label(),
            spacing.votes(),
            spacing.reason(),
            spacing.stacks(),
            spacing.repeats(),
            known(spacing.extentMm()),
            known(spacing.tiltDegrees()),
            known(spacing.declaredSpacingMm()),
            known(spacing.declaredThicknessMm()),
            known(spacing.measuredSpacingMm()),
            spacing.passes(),
            spacing.patientAxes().label(),
            spacing.imageRows() == NO_PIXELS ? null : spacing.imageRows(),
            spacing.imageColumns() == NO_PIXELS ? null : spacing.imageColumns(),
            series.axes().label()
        };
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** The report that a row of {@link #SCHEMA} was made from. */
    static SeriesReport report(Row row) {
        double[] arrayMm = arraySpacing(row);
        SeriesSpacing spacing = new SeriesSpacing(
                row.<Long>getAs("files"),
                row.<Integer>getAs("instances"),
                row.<Long>getAs("frames"),
                number(row, "rows", NO_PIXELS),
                number(row, "columns", NO_PIXELS),
                number(row, "slices", NO_SLICES),
                arrayMm[0],
                arrayMm[1],
                arrayMm[2],
                labelled(XySource.values(), XySource::label, row.getAs("xy_source")),
                labelled(ZSource.values(), ZSource::label, row.getAs("z_source")),
                Status.valueOf(row.getAs("status")),
                flags(row),
                row.getAs("spacing_reason"),
                row.<Boolean>getAs("has_spacing"),
                row.<Integer>getAs("stacks"),
                row.<Integer>getAs("repeats"),
                row.<Integer>getAs("passes"),
                number(row, "extent_mm"),
                number(row, "tilt_degrees"),
                number(row, "declared_spacing_mm"),
                number(row, "declared_thickness_mm"),
                number(row, "measured_spacing_mm"),
                labelled(AnatomicalPlane.values(), AnatomicalPlane::label, row.getAs("plane")),
                number(row, "obliquity"),
                PatientAxes.parse(row.getAs("patient_axes")),
                number(row, "image_rows", NO_PIXELS),
                number(row, "image_columns", NO_PIXELS));
        return new SeriesReport(
                row.getAs("series_uid"),
                row.getAs("domain"),
                spacing,
                row.<Boolean>getAs("votes"),
                row.<Long>getAs("unreadable"),
                row.getAs("modality"),
                row.getAs("manufacturer"),
                row.getAs("model"),
                row.getAs("protocol"),
                row.getAs("folder"),
                labelled(AxisSystem.values(), AxisSystem::label, row.getAs(AXES_ASKED)));
    }

    private static double[] arraySpacing(Row row) {
        double x = number(row, "x");
        double y = number(row, "y");
        double z = number(row, "z");
        return row.<String>getAs("axes").equals(AxisSystem.PATIENT.label())
                ? PatientAxes.parse(row.getAs("patient_axes")).toArray(x, y, z)
                : new double[] {x, y, z};
    }

    static Set<Flag> flags(Row row) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        String text = row.getAs("flags");
        if (!text.isEmpty()) {
            Arrays.stream(text.split("\\|")).map(Flag::valueOf).forEach(flags::add);
        }
        return flags;
    }

    private static int number(Row row, String column, int unknown) {
        Integer value = row.getAs(column);
        return value == null ? unknown : value;
    }

    static double number(Row row, String column) {
        Double value = row.getAs(column);
        return value == null ? Double.NaN : value;
    }

    static <T> T labelled(T[] constants, Function<T, String> label, String text) {
        return Arrays.stream(constants)
                .filter(constant -> label.apply(constant).equals(text))
                .findFirst()
                .orElseThrow();
    }
}
