package dev.vernier.synth;

import java.util.List;

/**
 * Random numbers that are the same on every JDK: SplitMix64, written out.
 *
 * <p>{@link java.util.SplittableRandom} does not promise its bounded numbers, and a data set's bytes must depend on the
 * seed alone. Thread rule: one thread at a time. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014.
 */
final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Numbers that depend on the seed and the stream, and on nothing else; streams of one seed are independent. */
    SeededRandom(long seed, long stream) {
        this.state = mix(mix(seed) + GOLDEN_GAMMA * mix(stream + GOLDEN_GAMMA));
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + (int) ((nextLong() >>> 1) % ((long) high - low + 1));
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return (nextLong() >>> 11) * 0x1.0p-53 < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    /** Puts the list in random order (Fisher-Yates). */
    <T> void shuffle(List<T> list) {
        for (int last = list.size() - 1; last > 0; last--) {
            int other = between(0, last);
            T moved = list.get(last);
            list.set(last, list.get(other));
            list.set(other, moved);
        }
    }

    byte[] bytes(int count) {
        byte[] result = new byte[count];
        for (int i = 0; i < count; i++) {
            result[i] = (byte) nextLong();
        }
        return result;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
