package dev.vernier.cache;

import java.io.IOException;
import java.io.Serial;

/** A cache that cannot be used; the message is one line that names the file and says what to do. */
public final class CacheException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    CacheException(String message) {
        super(message);
    }

    CacheException(String message, Throwable cause) {
        super(message, cause);
    }
}
