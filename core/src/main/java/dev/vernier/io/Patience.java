package dev.vernier.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Waits where a process has too many open files: others that read close theirs soon, and no file must be lost for that. The waiting of one
 * scan is bounded as a whole. Thread-safe.
 */
final class Patience {

    private static final long WAIT_MS = 5;
    private static final int MAX_TRIES = 400;
    private static final long MAX_WAITS = 20_000;

    private final AtomicLong waits = new AtomicLong();

    /**
     * Returns after a while if opening failed for want of a descriptor and is worth one more try.
     *
     * @throws IOException the failure, if it is another, or lasts
     */
    void awaitDescriptor(IOException failure, int tries) throws IOException {
        // What the C library says in English; elsewhere the failure is reported without another try.
        boolean shortage = failure.getClass() == FileSystemException.class
                && String.valueOf(((FileSystemException) failure).getReason()).contains("oo many open files");
        if (!shortage || !awaitDescriptor(tries)) {
            throw failure;
        }
    }

    /** Waits a while, if it is worth one more try. */
    boolean awaitDescriptor(int tries) {
        if (tries >= MAX_TRIES || waits.incrementAndGet() > MAX_WAITS) {
            return false;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(WAIT_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
