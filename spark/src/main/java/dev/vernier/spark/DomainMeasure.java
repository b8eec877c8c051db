package dev.vernier.spark;

import dev.vernier.geometry.Flag;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What is counted of the series of a domain: each value, and how often it occurs. */
enum DomainMeasure {
    /** Once for every series. */
    SERIES,
    /** Once for every voting series whose z is only estimated. */
    ESTIMATED,
    X,
    Y,
    Z,
    COLUMNS,
    ROWS,
    SLICES;

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
        measured.add(SERIES.row(domain, 0));
        if (series.<Boolean>getAs("votes")) {
            if (SeriesRows.flags(series).contains(Flag.ESTIMATED)) {
                measured.add(ESTIMATED.row(domain, 0));
            }
            measured.add(X.row(domain, series.<Double>getAs("x")));
            measured.add(Y.row(domain, series.<Double>getAs("y")));
            measured.add(Z.row(domain, series.<Double>getAs("z")));
            COLUMNS.addSize(measured, domain, series.getAs("columns"));
            ROWS.addSize(measured, domain, series.getAs("rows"));
            SLICES.addSize(measured, domain, series.getAs("slices"));
        }
        return measured;
    }

    private void addSize(List<Row> measured, String domain, Integer pixels) {
        if (pixels != null && pixels > 0) {
            measured.add(row(domain, pixels));
        }
    }

    private Row row(String domain, double value) {
        return RowFactory.create(domain, ordinal(), value);
    }
}
