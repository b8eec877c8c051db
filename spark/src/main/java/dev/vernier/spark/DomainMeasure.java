package dev.vernier.spark;

import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import dev.vernier.SeriesReport;
import dev.vernier.geometry.Flag;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What is counted of the series of a domain: each value, and how often it occurs. */
enum DomainMeasure {
    /** Once for every series; the value is the number of the {@link AxisSystem} that was asked for. */
    SERIES,
    /** Once for every voting series whose z is only estimated. */
    ESTIMATED,
    X,
    Y,
    Z,
    SIZE_X,
    SIZE_Y,
    SIZE_Z;

    static final String DOMAIN = "domain";
    static final String MEASURE = "measure";
    static final String VALUE = "value";

    static final StructType SCHEMA = new StructType()
            .add(DOMAIN, DataTypes.StringType, false)
            .add(MEASURE, DataTypes.IntegerType, false)
            .add(VALUE, DataTypes.DoubleType, false);

    /** The measurements of one series: rows of {@link #SCHEMA}. */
    static List<Row> of(Row series) {
        List<Row> measured = new ArrayList<>();
        String domain = series.getAs(DOMAIN);
        SeriesReport report = SeriesRows.report(series);
        measured.add(SERIES.row(domain, report.axes().ordinal()));
        if (report.votes()) {
            if (report.spacing().flags().contains(Flag.ESTIMATED)) {
                measured.add(ESTIMATED.row(domain, 0));
            }
            Axes spacing = report.reportedSpacing();
            measured.add(X.row(domain, spacing.x()));
            measured.add(Y.row(domain, spacing.y()));
            measured.add(Z.row(domain, spacing.z()));
            Axes size = report.reportedSize();
            SIZE_X.addSize(measured, domain, size.x());
            SIZE_Y.addSize(measured, domain, size.y());
            SIZE_Z.addSize(measured, domain, size.z());
        }
        return measured;
    }

    private void addSize(List<Row> measured, String domain, double voxels) {
        if (!Double.isNaN(voxels)) {
            measured.add(row(domain, voxels));
        }
    }

    private Row row(String domain, double value) {
        return RowFactory.create(domain, ordinal(), value);
    }
}
