package dev.vernier.scan;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;

/** What tells the names in a folder apart from any other names, in whichever order they are listed. One thread. */
final class FolderListing {

    private long entries;
    private long fingerprint;
    private final LongSet folders = new LongOpenHashSet();

    /** An archive's size stands for the names in it. */
    static FolderListing ofArchive(long sizeBytes) {
        FolderListing listing = new FolderListing();
        listing.entries = sizeBytes;
        return listing;
    }

    /** Adds an entry, and returns the hash of its name. */
    long add(String name) {
        long hash = hash(name);
        entries++;
        fingerprint += hash;
        return hash;
    }

    /** Tells that the entry of this hash is a folder. */
    void addFolder(long hash) {
        folders.add(hash);
    }

    /** Of a name or path. */
    static long hash(String name) {
        long hash = name.length();
        for (int i = 0; i < name.length(); i++) {
            hash = Long.rotateLeft(hash ^ name.charAt(i), 23) * 0xD6E8FEB86659FD93L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }

    long entries() {
        return entries;
    }

    long fingerprint() {
        return fingerprint;
    }

    /** Hashes of the names of folders. */
    LongSet folders() {
        return folders;
    }
}
