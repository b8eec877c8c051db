package dev.vernier.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Reported beside the score of a benchmark whose mode is throughput: files a second, and bytes a second: those that were read, or where
 * nothing is read, all bytes of the header, looked at or stepped over.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class FilesAndBytes {

    public long files;
    public long bytes;

    @Setup(Level.Iteration)
    public void clear() {
        files = 0;
        bytes = 0;
    }

    void add(long fileCount, long byteCount) {
        files += fileCount;
        bytes += byteCount;
    }
}
