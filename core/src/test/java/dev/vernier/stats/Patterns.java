package dev.vernier.stats;

import java.util.Arrays;
import java.util.Random;

/** Arrays that selection and sorting find easy, usual, or hard. */
enum Patterns {
    RANDOM {
        @Override
        double value(int i, int n, Random random) {
            return random.nextGaussian();
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
    /** Musser's permutation that makes a median-of-three quickselect quadratic. */
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

    static final long SEED = 20250101;

    abstract double value(int i, int n, Random random);

    double[] ofSize(int n) {
        Random random = new Random(SEED + n);
        double[] a = new double[n];
        Arrays.setAll(a, i -> value(i, n, random));
        return a;
    }

    static void shuffle(int[] a, Random random) {
        for (int i = a.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = a[i];
            a[i] = a[j];
            a[j] = swapped;
        }
    }

    static int[] shuffledIndices(int n, Random random) {
        int[] indices = new int[n];
        Arrays.setAll(indices, i -> i);
        shuffle(indices, random);
        return indices;
    }
}
