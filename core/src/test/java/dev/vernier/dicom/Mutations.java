package dev.vernier.dicom;

import java.util.List;
import java.util.SplittableRandom;

/** Breaks files in the ways that files break, and in others; the same seed gives the same file. */
public final class Mutations {

    private static final int[] ODD_LENGTHS = {
        0, 1, 2, 7, 8, 12, 0xFFFF, 0x10000, 1 << 20, -1, -2, -8, -16, -0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    private static final long[] ODD_LONGS = {
        Integer.MAX_VALUE, 1L << 31, 0xFFFFFFFFL, 1L << 32, (1L << 32) - 16, -1, -16, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final int[] STRUCTURE = {
        Tag.ITEM, Tag.ITEM_DELIMITATION, Tag.SEQUENCE_DELIMITATION, 0x7FE00010, 0x52009229, 0
    };
    private static final String[] VRS = {"SQ", "UN", "OB", "DS", "US", "ZZ", "UT", "\0\0"};

    private final List<byte[]> corpus;
    private final byte[] bytes;
    private int size;
    private SplittableRandom random;

    /** Mutations of these files, each of 16 bytes or more. */
    public Mutations(List<byte[]> corpus) {
        this.corpus = corpus;
        int longest = 0;
        for (byte[] file : corpus) {
            longest = Math.max(longest, file.length);
        }
        bytes = new byte[2 * longest + 256];
    }

    /** The bytes of the last mutation: the first {@link #size} count. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /** Makes the file that belongs to a seed. */
    public void mutate(long seed) {
        random = new SplittableRandom(seed);
        byte[] file = corpus.get(random.nextInt(corpus.size()));
        size = file.length;
        System.arraycopy(file, 0, bytes, 0, size);
        for (int i = 1 + random.nextInt(4); i > 0 && size > 12; i--) {
            mutateOnce();
        }
    }

    private void mutateOnce() {
        switch (random.nextInt(15)) {
            case 0 -> bytes[random.nextInt(size)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[random.nextInt(size)] = (byte) random.nextInt(256);
            case 2 -> size = random.nextInt(size);
            case 3, 4 -> putInt(lengthField(), ODD_LENGTHS[random.nextInt(ODD_LENGTHS.length)]);
            case 5 -> putInt(lengthField(), random.nextInt(random.nextBoolean() ? 64 : 2 * size));
            case 6 -> putShort(lengthField() & ~1, random.nextInt(64));
            case 7 -> splice(corpus.get(random.nextInt(corpus.size())));
            case 8 -> move(random.nextInt(size), random.nextInt(size), random.nextInt(200));
            case 9 -> putTag(evenPlace(), STRUCTURE[random.nextInt(STRUCTURE.length)]);
            case 10 -> putInt(lengthField(), -1 - random.nextInt(2 * size)); // leads back if cut to 32 bits
            case 11 -> putInt(lengthField(), Integer.MIN_VALUE + random.nextInt(-64, 2 * size));
            case 12 -> putLong(evenPlace(), ODD_LONGS[random.nextInt(ODD_LONGS.length)] - 2 * random.nextInt(2));
            case 13 -> insert(random.nextInt(size), 1 + random.nextInt(40));
            default -> putVr(evenPlace(), VRS[random.nextInt(VRS.length)]);
        }
    }

    private int evenPlace() {
        return random.nextInt(size - 8) & ~1;
    }

    /** A place behind what looks like a VR, or any at all. */
    private int lengthField() {
        int from = evenPlace();
        if (random.nextInt(4) > 0) {
            for (int at = from; at < Math.min(size - 12, from + 400); at++) {
                int vr = (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
                if (Vr.isKnown(vr)) {
                    return Vr.isLongForm(vr) ? at + 4 : at + 2;
                }
            }
        }
        return from;
    }

    private void putShort(int at, int value) {
        boolean little = random.nextInt(4) > 0;
        bytes[at] = (byte) (little ? value : value >>> 8);
        bytes[at + 1] = (byte) (little ? value >>> 8 : value);
    }

    private void putInt(int at, int value) {
        int ordered = random.nextInt(4) > 0 ? value : Integer.reverseBytes(value);
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (ordered >>> 8 * i);
        }
    }

    private void putLong(int at, long value) {
        boolean little = random.nextInt(4) > 0;
        for (int i = 0; i < 8; i++) {
            bytes[at + (little ? i : 7 - i)] = (byte) (value >>> 8 * i);
        }
    }

    private void putTag(int at, int tag) {
        int little = Integer.rotateLeft(tag, 16);
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (little >>> 8 * i);
        }
        if (random.nextBoolean()) {
            putInt(at + 4, random.nextInt(3) - 1);
        }
    }

    private void putVr(int at, String vr) {
        bytes[at] = (byte) vr.charAt(0);
        bytes[at + 1] = (byte) vr.charAt(1);
    }

    /** Goes on as another file does from some place on. */
    private void splice(byte[] other) {
        int from = random.nextInt(other.length);
        int to = random.nextInt(size);
        int count = Math.min(random.nextInt(2_000), Math.min(other.length - from, bytes.length - to));
        System.arraycopy(other, from, bytes, to, count);
        size = Math.max(size, to + count);
    }

    private void move(int from, int to, int wish) {
        int count = Math.min(wish, size - Math.max(from, to));
        System.arraycopy(bytes, from, bytes, to, count);
    }

    private void insert(int at, int count) {
        if (size + count <= bytes.length) {
            System.arraycopy(bytes, at, bytes, at + count, size - at);
            size += count;
        }
    }
}
