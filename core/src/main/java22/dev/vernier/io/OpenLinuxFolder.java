package dev.vernier.io;

import java.util.concurrent.atomic.AtomicInteger;

/** An open folder, closed when its listing and all its batches are done. Thread-safe. */
final class OpenLinuxFolder {

    private final int descriptor;
    private final AtomicInteger users = new AtomicInteger(1);

    OpenLinuxFolder(int descriptor) {
        this.descriptor = descriptor;
    }

    int descriptor() {
        return descriptor;
    }

    void retain() {
        users.incrementAndGet();
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            LibC.close(descriptor);
        }
    }
}
