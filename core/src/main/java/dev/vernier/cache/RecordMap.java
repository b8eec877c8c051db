package dev.vernier.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;

/**
 * A Chronicle Map of records in a file: off the heap, shared by all processes that have it open. The file must be sound, since the map
 * follows its offsets in mapped memory without a doubt. Thread-safe, apart from closing.
 */
final class RecordMap implements AutoCloseable {

    /** A record of a slice with usual labels, in its frame. */
    private static final int AVERAGE_VALUE_BYTES = 400;

    /** How many times its capacity a file can hold at most, ever more slowly. */
    private static final double MAX_BLOAT = 8;

    private final ChronicleMap<byte[], byte[]> map;
    private final int spareTiers;

    private RecordMap(ChronicleMap<byte[], byte[]> map, int spareTiers) {
        this.map = map;
        this.spareTiers = spareTiers;
    }

    /** Has the library compile its classes, which takes one to some seconds the first time. */
    static void prepare() {
        builder(1).create().close();
    }

    /** Opens a file, or makes one for so many records. */
    static RecordMap open(Path file, long capacity) throws IOException {
        ChronicleMap<byte[], byte[]> map = builder(capacity).createPersistedTo(file.toFile());
        return new RecordMap(map, (int) ((MAX_BLOAT - 1) * map.segments()));
    }

    private static ChronicleMapBuilder<byte[], byte[]> builder(long capacity) {
        return ChronicleMapBuilder.of(byte[].class, byte[].class)
                .name("vernier header cache")
                .constantKeySizeBySample(new byte[HeaderCache.KEY_BYTES])
                .averageValueSize(AVERAGE_VALUE_BYTES)
                .entries(capacity)
                .maxBloatFactor(MAX_BLOAT)
                .putReturnsNull(true)
                .checksumEntries(false) // frames have their own
                .skipCloseOnExitHook(true);
    }

    /** The bytes under a key, null if there are none. */
    byte[] get(byte[] key) {
        return map.get(key);
    }

    /**
     * Puts bytes under a key.
     *
     * @throws IllegalStateException if the file can grow no more
     */
    void put(byte[] key, byte[] value) {
        map.put(key, value);
    }

    long size() {
        return map.longSize();
    }

    /** Whether it holds what it was made for, or the half of what it can grow by in place is used up. */
    boolean isNearItsLimit(long capacity) {
        return size() >= capacity || map.remainingAutoResizes() < spareTiers / 2;
    }

    void forEach(BiConsumer<byte[], byte[]> visitor) {
        map.forEach(visitor);
    }

    @Override
    public void close() {
        map.close();
    }
}
