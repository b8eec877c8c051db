package dev.vernier.bench;

import dev.vernier.stats.QuickSelect;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;
import java.util.Random;
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
 * and {@link #sum} is the least that any exact median costs: reading everything once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class QuickSelectBenchmark {

    @Param({"1000", "100000", "1000000"})
    public int n;

    /**
     * random: fields of view divided by matrix sizes, written with six decimals, as in PixelSpacing; killer: the
     * permutation that makes a median-of-three quickselect quadratic (Musser, 1997).
     */
    @Param({"random", "sorted", "equal", "killer"})
    public String distribution;

    double[] spacingsMm;
    private double[] scratch;

    @Setup(Level.Trial)
    public void fill() {
        Random random = new Random(20250101);
        spacingsMm = new double[n];
        Arrays.setAll(spacingsMm, i -> switch (distribution) {
            case "random", "sorted" -> randomSpacingMm(random);
            case "equal" -> 0.46875;
            case "killer" -> 1e-3 * killerRank(i, n);
            default -> throw new IllegalArgumentException("Unknown distribution: " + distribution);
        });
        if (distribution.equals("sorted")) {
            Arrays.sort(spacingsMm);
        }
        scratch = new double[n];
    }

    @Benchmark
    public double copyOnly() {
        return copy()[n / 2];
    }

    @Benchmark
    public double sum() {
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

    private static double randomSpacingMm(Random random) {
        int fieldOfViewMm = 160 + random.nextInt(140);
        int matrixSize = 192 + 64 * random.nextInt(6);
        return Math.rint(1e6 * fieldOfViewMm / matrixSize) / 1e6;
    }

    private static int killerRank(int i, int n) {
        int half = n / 2;
        if (i >= half) {
            return 2 * (i - half + 1);
        }
        return i % 2 == 0 ? i + 1 : half + i;
    }
}
