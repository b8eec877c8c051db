package dev.vernier;

import dev.vernier.cache.HeaderCache;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A cache that forgets nothing and opens at once. */
final class MemoryCache implements HeaderCache {

    private final Map<ByteBuffer, byte[]> records = new ConcurrentHashMap<>();
    private final AtomicInteger kept = new AtomicInteger();

    @Override
    public byte[] find(byte[] key) {
        return records.get(ByteBuffer.wrap(key));
    }

    @Override
    public void keep(byte[] key, byte[] record) {
        records.put(ByteBuffer.wrap(key), record);
        kept.incrementAndGet();
    }

    /** Records kept since this was asked last. */
    int takeKept() {
        return kept.getAndSet(0);
    }

    /** Breaks every record in some way. */
    void replaceAll(UnaryOperator<byte[]> change) {
        records.replaceAll((key, record) -> change.apply(record));
    }

    @Override
    public void close() {
        // Kept for the next scan.
    }
}
