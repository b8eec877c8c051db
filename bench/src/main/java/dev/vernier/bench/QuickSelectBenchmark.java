package dev.vernier.bench;

import dev.vernier.stats.QuickSelect;
import dev.vernier.synth.NumberPattern;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Quickselect against sort: the middle element of n spacings.
 *
 * <p>Selecting and sorting reorder their input, so each variant first copies it; {@link #copyOnly} is what that costs,
 * and {@link #baselineSum} is the least that any exact median costs: reading everything once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class QuickSelectBenchmark {

    @Param({"100", "1000", "10000", "100000", "1000000", "10000000"})
    public int n;

    @Param({"SPACINGS", "SORTED_SPACINGS", "EQUAL", "MEDIAN_OF_THREE_KILLER"})
    public NumberPattern pattern;

    private double[] spacingsMm;
    private double[] scratch;

    @Setup(Level.Trial)
    public void fill() {
        spacingsMm = pattern.ofSize(n);
        scratch = new double[n];
    }

    @Benchmark
    public double copyOnly() {
        return copy()[n / 2];
    }

    @Benchmark
    public double baselineSum() {
        double sumMm = 0;
        for (double spacingMm : spacingsMm) {
            sumMm += spacingMm;
        }
        return sumMm;
    }

    @Benchmark
    public double quickSelect() {
        return QuickSelect.select(copy(), 0, n, n / 2);
    }

    @Benchmark
    public double sort() {
        double[] a = copy();
        Arrays.sort(a);
        return a[n / 2];
    }

    @Benchmark
    public double parallelSort() {
        double[] a = copy();
        Arrays.parallelSort(a);
        return a[n / 2];
    }

    @Benchmark
    public double fastutilRadixSort() {
        double[] a = copy();
        DoubleArrays.radixSort(a);
        return a[n / 2];
    }

    private double[] copy() {
        System.arraycopy(spacingsMm, 0, scratch, 0, n);
        return scratch;
    }
}
