package dev.vernier.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * A result file of JMH ({@code -rf json}).
 *
 * @param machine the JVM: all that JMH says of where it ran
 */
record JmhResult(String machine, List<Samples> samples) {

    static JmhResult of(ResultNode file) throws MalformedResultException {
        List<Samples> samples = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        Set<String> jvms = new LinkedHashSet<>();
        for (ResultNode node : file.list()) {
            Samples row = samples(node);
            if (!names.add(row.name())) {
                throw node.wrong("comes twice: " + row.name());
            }
            samples.add(row);
            if (node.has("jdkVersion")) {
                jvms.add(node.get("jdkVersion").text());
            }
        }
        return new JmhResult(String.join(", ", jvms), samples);
    }

    private static Samples samples(ResultNode node) throws MalformedResultException {
        ResultNode metric = node.get("primaryMetric");
        String mode = node.get("mode").text();
        String params =
                node.has("params") ? " " + String.join(" ", node.get("params").members()) : "";
        return new Samples(
                node.get("benchmark").text() + params + " (" + mode + ")",
                metric.get("scoreUnit").text(),
                mode.equals("thrpt"),
                metric.has("rawData") ? values(metric.get("rawData")) : new double[0]); // mode sample has a histogram
    }

    /** Every iteration of every fork. */
    private static double[] values(ResultNode forks) throws MalformedResultException {
        DoubleStream all = DoubleStream.empty();
        for (ResultNode fork : forks.list()) {
            all = DoubleStream.concat(all, Arrays.stream(fork.numbers()));
        }
        return all.toArray();
    }
}
