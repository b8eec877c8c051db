package dev.vernier.scan;

import dev.vernier.cache.HeaderCache;
import dev.vernier.geometry.RecordFields;
import dev.vernier.geometry.RuleFingerprint;
import dev.vernier.io.FileStamp;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Looks for whole folders in the cache, and keeps them. One thread. */
final class FolderRecords {

    private final HeaderCache cache;
    private final long fingerprint;
    private final int labels;
    private final boolean followLinks;
    private final RecordKeys keys = new RecordKeys();

    FolderRecords(ScanOptions options, HeaderCache cache) {
        this.cache = cache;
        this.fingerprint = RuleFingerprint.of(
                options.rules(),
                options.labels(),
                options.fullWalk(),
                options.groupBy().label());
        this.labels = options.labels().size();
        this.followLinks = options.followLinks();
    }

    /** What is known of a folder with this stamp; null if it must be scanned. */
    FolderRecord find(String name, FileStamp stamp) {
        byte[] record = cache.find(keys.folder(name));
        try {
            return record == null ? null : read(ByteBuffer.wrap(record), stamp);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return null;
        }
    }

    private FolderRecord read(ByteBuffer in, FileStamp stamp) {
        boolean same = in.getLong() == stamp.modifiedNanos() && in.getLong() == stamp.inode();
        if (!same || (in.get() != 0) != followLinks) {
            return null;
        }
        if (in.getLong() != fingerprint) {
            return null;
        }
        long entries = in.getLong();
        long names = in.getLong();
        int count = RecordFields.readCount(in, Long.BYTES);
        LongSet folders = new LongOpenHashSet(count);
        for (int i = 0; i < count; i++) {
            folders.add(in.getLong());
        }
        ArchiveTally tally = ArchiveTally.readFrom(in, labels);
        return new FolderRecord(entries, names, folders, tally);
    }

    /** Keeps a folder that had this stamp before it was listed. */
    void keep(String name, FileStamp stamp, FolderListing listing, ArchiveTally tally) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(stamp.modifiedNanos());
            out.writeLong(stamp.inode());
            out.writeBoolean(followLinks);
            out.writeLong(fingerprint);
            out.writeLong(listing.entries());
            out.writeLong(listing.fingerprint());
            out.writeInt(listing.folders().size());
            for (long folder : listing.folders().toLongArray()) {
                out.writeLong(folder);
            }
            tally.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        cache.keep(keys.folder(name), bytes.toByteArray());
    }
}
