package dev.vernier.bench;

import dev.vernier.geometry.SpacingRules;
import dev.vernier.stats.Mode;
import dev.vernier.synth.NumberPattern;
import it.unimi.dsi.fastutil.doubles.Double2LongMap;
import it.unimi.dsi.fastutil.doubles.Double2LongOpenHashMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The most frequent of n spacings, the smallest of them on a tie. Only ours knows values that are nearly equal. */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class ModeBenchmark {

    @Param({"100", "10000", "1000000"})
    public int n;

    /** One value, some 800 values, n values. */
    @Param({"EQUAL", "SPACINGS", "SORTED"})
    public NumberPattern pattern;

    private double[] values;
    private long[] ones;

    @Setup
    public void fill() {
        values = pattern.ofSize(n);
        ones = new long[n];
        Arrays.fill(ones, 1);
    }

    /** The floor: every value is loaded once. */
    @Benchmark
    public double baselineSum() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** By the tolerance of a scan. */
    @Benchmark
    public double vernier() {
        return Mode.of(values, ones, SpacingRules.DEFAULT.inPlaneRelative());
    }

    /** Without a tolerance, as the rivals. */
    @Benchmark
    public double vernierExact() {
        return Mode.of(values, ones, 0);
    }

    @Benchmark
    public double sortAndCount() {
        double[] a = values.clone();
        Arrays.sort(a);
        double mode = Double.NaN;
        int most = 0;
        for (int from = 0, to = 0; from < a.length; from = to) {
            while (to < a.length && a[to] == a[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                mode = a[from];
            }
        }
        return mode;
    }

    @Benchmark
    public double hashMap() {
        Map<Double, Long> counts = new HashMap<>();
        for (double value : values) {
            counts.merge(value, 1L, Long::sum);
        }
        double mode = Double.NaN;
        long most = 0;
        for (Map.Entry<Double, Long> each : counts.entrySet()) {
            if (each.getValue() > most || each.getValue() == most && each.getKey() < mode) {
                most = each.getValue();
                mode = each.getKey();
            }
        }
        return mode;
    }

    @Benchmark
    public double fastutilMap() {
        Double2LongOpenHashMap counts = new Double2LongOpenHashMap();
        for (double value : values) {
            counts.addTo(value, 1);
        }
        double mode = Double.NaN;
        long most = 0;
        for (Double2LongMap.Entry each : counts.double2LongEntrySet()) {
            if (each.getLongValue() > most || each.getLongValue() == most && each.getDoubleKey() < mode) {
                most = each.getLongValue();
                mode = each.getDoubleKey();
            }
        }
        return mode;
    }
}
