package dev.vernier.scan;

import dev.vernier.cache.CacheCheck;
import dev.vernier.cache.HeaderCache;
import java.util.Objects;

/**
 * What a scan may know from scans before.
 *
 * @param headers the records; stays open
 * @param check what must be unchanged for a record to be believed
 */
public record ScanCache(HeaderCache headers, CacheCheck check) {

    /** Nothing. */
    public static final ScanCache NONE = new ScanCache(HeaderCache.NONE, CacheCheck.FILES);

    /** Checks that nothing is null. */
    public ScanCache {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(check, "check");
    }

    boolean keepsFiles() {
        return headers != HeaderCache.NONE;
    }

    boolean keepsFolders() {
        return keepsFiles() && check == CacheCheck.FOLDERS;
    }
}
