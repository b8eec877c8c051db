package dev.vernier.cache;

import java.util.function.LongSupplier;

/**
 * Records of what was read before, each under a key of {@link #KEY_BYTES} bytes. Thread-safe. What is lost is a record that is read again,
 * never an exception: a cache that cannot go on finds and keeps nothing more, and says so in the end.
 */
public interface HeaderCache extends AutoCloseable {

    /** Length of a key. */
    int KEY_BYTES = 16;

    /** Finds nothing and keeps nothing. */
    HeaderCache NONE = new HeaderCache() {
        @Override
        public byte[] find(byte[] key) {
            return null;
        }

        @Override
        public void keep(byte[] key, byte[] record) {
            // As it says.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    };

    /** Tells how to learn how many records there will be, as far as is known, else 0: asked by any thread when room is made for them. */
    default void expect(LongSupplier records) {
        // Most have no use for it.
    }

    /** The record last kept under a key, byte for byte; null if there is none. May wait for the cache to be open. */
    byte[] find(byte[] key);

    /** Keeps a record in place of the one before; both arrays must not be changed afterwards. */
    void keep(byte[] key, byte[] record);

    /** Writes what is to be written; waits for it. */
    @Override
    void close();
}
