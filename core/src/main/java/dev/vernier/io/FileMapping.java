package dev.vernier.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Maps a part of a file, one at a time, and unmaps it at once when told to. One thread. */
sealed interface FileMapping permits ArenaMapping, CleanerMapping {

    /** Maps {@code count} bytes, read-only. */
    ByteBuffer map(FileChannel channel, long from, long count) throws IOException;

    /** Unmaps what was mapped last, if that is still mapped; its buffer must not be touched afterwards. */
    void unmap();

    /** By {@code java.lang.foreign} where the JVM has it, else by {@code sun.misc.Unsafe}, which later ones warn of. */
    static FileMapping best() {
        return ArenaMapping.isAvailable() ? new ArenaMapping() : new CleanerMapping();
    }
}
