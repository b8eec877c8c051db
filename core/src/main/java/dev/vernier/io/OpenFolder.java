package dev.vernier.io;

import java.util.concurrent.atomic.AtomicInteger;

/** A folder that stays open as long as its listing or a batch of its files needs it. Thread-safe. */
abstract class OpenFolder {

    /** The listing is the first. */
    private final AtomicInteger users = new AtomicInteger(1);

    final void retain() {
        users.incrementAndGet();
    }

    final void release() {
        if (users.decrementAndGet() == 0) {
            close();
        }
    }

    /** Closes it; called once. Nothing was written, so nothing can be lost by a failing close. */
    abstract void close();
}
