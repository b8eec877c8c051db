package dev.vernier.spark;

import dev.vernier.AxisSystem;
import dev.vernier.SeriesAssessment;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.geometry.SpacingRules;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * A task that merges the tallies of each series, which come one behind the other, and judges it: the reduce side of the
 * aggregation. Holds one series at a time.
 */
final class AssessSeries implements FlatMapFunction<Iterator<Tuple2<String, byte[]>>, Row> {

    private static final long serialVersionUID = 1;

    private final Broadcast<SharedDomains> domains;
    private final SpacingRules rules;
    private final boolean excludeEstimated;
    private final AxisSystem axes;
    private final HashSet<String> rootNames; // of a class that can be sent

    AssessSeries(
            Broadcast<SharedDomains> domains,
            SpacingRules rules,
            boolean excludeEstimated,
            AxisSystem axes,
            Set<String> rootNames) {
        this.domains = domains;
        this.rules = rules;
        this.excludeEstimated = excludeEstimated;
        this.axes = axes;
        this.rootNames = new HashSet<>(rootNames);
    }

    @Override
    public Iterator<Row> call(Iterator<Tuple2<String, byte[]>> tallies) {
        SeriesAssessment assessment = new SeriesAssessment(
                rules, excludeEstimated, axes, domains.value().expression(), rootNames);
        int labels = SeriesAssessment.labels(domains.value().expression()).size();
        return new Iterator<>() {

            private Tuple2<String, byte[]> first = read();

            private Tuple2<String, byte[]> read() {
                return tallies.hasNext() ? tallies.next() : null;
            }

            private SeriesTally decoded() {
                return SeriesTally.readFrom(ByteBuffer.wrap(first._2), labels);
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
                String uid = first._1;
                SeriesTally whole = decoded();
                for (first = read(); first != null && first._1.equals(uid); first = read()) {
                    whole.merge(decoded());
                }
                return SeriesRows.placed(assessment.assess(whole));
            }
        };
    }
}
