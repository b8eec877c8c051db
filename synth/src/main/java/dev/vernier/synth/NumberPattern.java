package dev.vernier.synth;

import java.util.Arrays;
import java.util.Random;

/**
 * Arrays that selection, sorting and counting find easy, usual, or hard: for tests of statistics and for benchmarks.
 *
 * <p>Cost: linear in the length, but for {@link #SORTED_SPACINGS}. Thread rule: immutable. The same length gives the same numbers.
 */
public enum NumberPattern {
    RANDOM {
        @Override
        double value(int i, int n, Random random) {
            return random.nextGaussian();
        }
    },
    /** In-plane spacings in mm: fields of view divided by matrix sizes, with six decimals, as PixelSpacing has them. */
    SPACINGS {
        @Override
        double value(int i, int n, Random random) {
            return spacingMm(random);
        }
    },
    /** {@link #SPACINGS} in ascending order. */
    SORTED_SPACINGS {
        @Override
        double value(int i, int n, Random random) {
            return spacingMm(random);
        }

        @Override
        public double[] ofSize(int n) {
            double[] a = super.ofSize(n);
            Arrays.sort(a);
            return a;
        }
    },
    FEW_VALUES {
        @Override
        double value(int i, int n, Random random) {
            return 0.1 * random.nextInt(7);
        }
    },
    EQUAL {
        @Override
        double value(int i, int n, Random random) {
            return 0.46875;
        }
    },
    TWO_VALUES {
        @Override
        double value(int i, int n, Random random) {
            return i % 2;
        }
    },
    SORTED {
        @Override
        double value(int i, int n, Random random) {
            return i;
        }
    },
    REVERSED {
        @Override
        double value(int i, int n, Random random) {
            return -i;
        }
    },
    ORGAN_PIPE {
        @Override
        double value(int i, int n, Random random) {
            return Math.min(i, n - i);
        }
    },
    VALLEY {
        @Override
        double value(int i, int n, Random random) {
            return Math.abs(n / 2 - i);
        }
    },
    SAWTOOTH {
        @Override
        double value(int i, int n, Random random) {
            return i % 37;
        }
    },
    /** Sorted but for one swap in every hundred. */
    NEARLY_SORTED {
        @Override
        double value(int i, int n, Random random) {
            return random.nextInt(100) == 0 ? random.nextInt(n) : i;
        }
    },
    /** Magnitudes from the smallest subnormal to the largest double, infinities and both zeros. */
    EXTREME {
        @Override
        double value(int i, int n, Random random) {
            double[] extremes = {
                0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, Double.POSITIVE_INFINITY, 1, 1e300
            };
            double x = extremes[random.nextInt(extremes.length)];
            return random.nextBoolean() ? x : -x;
        }
    },
    /** The permutation that makes a median-of-three quickselect quadratic (Musser, 1997). */
    MEDIAN_OF_THREE_KILLER {
        @Override
        double value(int i, int n, Random random) {
            int half = n / 2;
            if (i >= half) {
                return 2.0 * (i - half + 1);
            }
            return i % 2 == 0 ? i + 1 : half + i;
        }
    };

    /** Of everything random here; tests that need more random numbers use it as well. */
    public static final long SEED = 20250101;

    abstract double value(int i, int n, Random random);

    /** An array of this length. */
    public double[] ofSize(int n) {
        Random random = new Random(SEED + n);
        double[] a = new double[n];
        Arrays.setAll(a, i -> value(i, n, random));
        return a;
    }

    private static double spacingMm(Random random) {
        int fieldOfViewMm = 160 + random.nextInt(140);
        int matrixSize = 192 + 64 * random.nextInt(6);
        return Math.rint(1e6 * fieldOfViewMm / matrixSize) / 1e6;
    }
}
