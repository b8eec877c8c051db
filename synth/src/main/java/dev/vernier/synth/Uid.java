package dev.vernier.synth;

import java.math.BigInteger;

/**
 * Makes DICOM UIDs from random numbers: {@code 2.25.} and a UUID in decimal, so no registered root is borrowed.
 *
 * <p>They have 38 or 39 digits after the prefix, so that some need padding and some do not. Thread rule: stateless.
 * Source: PS3.5 §B.2; RFC 9562 §5.8 (version 8, for UUIDs that were made in a way of one's own).
 */
final class Uid {
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    private Uid() {}

    static String next(SeededRandom random) {
        long high = random.nextLong() & ~VERSION_BITS | VERSION_8;
        long low = random.nextLong() & ~VARIANT_BITS | VARIANT_RFC;
        BigInteger number = unsigned(high).shiftLeft(Long.SIZE).or(unsigned(low));
        return "2.25." + number;
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }
}
