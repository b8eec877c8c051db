package dev.vernier.scan;

import it.unimi.dsi.fastutil.longs.LongSet;

/**
 * What is known of a folder whose stamp is unchanged.
 *
 * @param entries how many entries it had
 * @param fingerprint of their names
 * @param folders hashes of those that were folders
 * @param tally of the files directly in it, and of what was wrong with other entries
 */
record FolderRecord(long entries, long fingerprint, LongSet folders, ArchiveTally tally) {

    boolean isOf(FolderListing listing) {
        return listing.entries() == entries && listing.fingerprint() == fingerprint;
    }
}
