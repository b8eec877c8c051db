package dev.vernier.spark;

import dev.vernier.AxisSystem;
import dev.vernier.DomainReport;
import dev.vernier.DomainStatistics;
import dev.vernier.Target;
import dev.vernier.stats.ValueCounts;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * A task that summarises domains, whose counted values come one behind the other in ascending order. Holds the
 * different values of one domain at a time.
 */
final class SummariseDomains implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1;

    private final Target target;
    private final int minDomain;

    SummariseDomains(Target target, int minDomain) {
        this.target = target;
        this.minDomain = minDomain;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> counted) {
        return new Iterator<>() {

            private Row first = read();

            private Row read() {
                return counted.hasNext() ? counted.next() : null;
            }

            @Override
            public boolean hasNext() {
                return first != null;
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                String domain = domain(first);
                ValueCounts[] measures = new ValueCounts[DomainMeasure.values().length];
                Arrays.setAll(measures, i -> new ValueCounts());
                for (; first != null && domain(first).equals(domain); first = read()) {
                    int measure = first.<Integer>getAs(DomainMeasure.MEASURE);
                    measures[measure].add(first.<Double>getAs(DomainMeasure.VALUE), first.<Long>getAs("count"));
                }
                return DomainRows.row(report(domain, measures));
            }
        };
    }

    private static String domain(Row counted) {
        return counted.getAs(DomainMeasure.DOMAIN);
    }

    private DomainReport report(String domain, ValueCounts[] measures) {
        DomainStatistics.Samples samples = new DomainStatistics.Samples(
                domain,
                Math.toIntExact(measures[DomainMeasure.SERIES.ordinal()].size()),
                Math.toIntExact(measures[DomainMeasure.ESTIMATED.ordinal()].size()),
                AxisSystem.values()[(int) measures[DomainMeasure.SERIES.ordinal()].median()],
                measures[DomainMeasure.X.ordinal()],
                measures[DomainMeasure.Y.ordinal()],
                measures[DomainMeasure.Z.ordinal()],
                measures[DomainMeasure.SIZE_X.ordinal()],
                measures[DomainMeasure.SIZE_Y.ordinal()],
                measures[DomainMeasure.SIZE_Z.ordinal()]);
        return DomainStatistics.of(samples, target, minDomain);
    }
}
