package dev.vernier.spark;

import dev.vernier.Axes;
import dev.vernier.AxisSystem;
import dev.vernier.Distribution;
import dev.vernier.DomainReport;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reports of domains as rows: what domains.csv has, by the same names. What is unknown is null. Stateless. */
final class DomainRows {

    private static final List<String> AXES = List.of("x", "y", "z");
    private static final List<String> TRIPLES =
            List.of("median", "target", "min", "p0_5", "p10", "p25", "p75", "p90", "p99_5", "max");

    /** The columns of the Dataset. */
    static final StructType SCHEMA = schema();

    private DomainRows() {}

    private static StructType schema() {
        StructType schema = new StructType()
                .add("domain", DataTypes.StringType, false)
                .add("series", DataTypes.IntegerType, false)
                .add("voting", DataTypes.IntegerType, false)
                .add("estimated", DataTypes.IntegerType, false);
        for (String triple : TRIPLES) {
            for (String axis : AXES) {
                schema = schema.add(triple + "_" + axis, DataTypes.DoubleType);
            }
        }
        return schema.add("too_few", DataTypes.BooleanType, false).add("axes", DataTypes.StringType, false);
    }

    static Row row(DomainReport domain) {
        Distribution spacing = domain.spacing();
        List<Object> values = new ArrayList<>(SCHEMA.size());
        values.addAll(List.of(domain.domain(), domain.series(), domain.voting(), domain.estimated()));
        for (Axes axes : List.of(
                spacing.median(),
                domain.target(),
                spacing.min(),
                spacing.p0_5(),
                spacing.p10(),
                spacing.p25(),
                spacing.p75(),
                spacing.p90(),
                spacing.p99_5(),
                spacing.max())) {
            for (double mm : axes.toArray()) {
                values.add(Double.isNaN(mm) ? null : mm);
            }
        }
        values.add(domain.tooFew());
        values.add(domain.axes().label());
        return RowFactory.create(values.toArray());
    }

    /** The report that a row was made from. */
    static DomainReport report(Row row) {
        int series = row.<Integer>getAs("series");
        int voting = row.<Integer>getAs("voting");
        return new DomainReport(
                row.getAs("domain"),
                series,
                voting,
                row.<Integer>getAs("estimated"),
                series - voting,
                row.<Boolean>getAs("too_few"),
                new Distribution(
                        axes(row, "median"),
                        axes(row, "min"),
                        axes(row, "p0_5"),
                        axes(row, "p10"),
                        axes(row, "p25"),
                        axes(row, "p75"),
                        axes(row, "p90"),
                        axes(row, "p99_5"),
                        axes(row, "max")),
                axes(row, "target"),
                SeriesRows.labelled(AxisSystem.values(), AxisSystem::label, row.getAs("axes")));
    }

    private static Axes axes(Row row, String triple) {
        return new Axes(
                SeriesRows.number(row, triple + "_x"),
                SeriesRows.number(row, triple + "_y"),
                SeriesRows.number(row, triple + "_z"));
    }
}
