package dev.vernier.scan;

import dev.vernier.cache.HeaderCache;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.InstanceGeometry;
import dev.vernier.geometry.RecordFields;
import dev.vernier.geometry.RuleFingerprint;
import dev.vernier.io.Entries;
import dev.vernier.io.FileStamp;
import dev.vernier.io.FileStamps;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Looks for a file in the cache before it is read, and keeps what was read. A record counts as long as the file's size,
 * time of change and inode are those it had just before it was read, and headers are read by the same rules. One
 * thread.
 */
final class FileRecords {

    private final HeaderCache cache;
    private final long fingerprint;
    private final FileStamps stamps;
    private final boolean followLinks;
    private final RecordKeys keys = new RecordKeys();
    private final FileStamp stamp = new FileStamp();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private byte[] key;
    private boolean worthKeeping;
    private String detail = "";

    FileRecords(ScanOptions options, HeaderCache cache, FileStamps stamps) {
        this.cache = cache;
        this.fingerprint = RuleFingerprint.of(
                options.rules(),
                options.labels(),
                options.fullWalk(),
                options.groupBy().label());
        this.stamps = stamps;
        this.followLinks = options.followLinks();
    }

    /** What is known of a file: its outcome, with its geometry filled in. Null if it must be read. */
    Outcome find(String folder, Entries files, int index, InstanceGeometry geometry) {
        worthKeeping = false;
        key = keys.file(folder, files.name(index));
        try {
            stamps.read(files, index, followLinks, stamp);
        } catch (IOException e) {
            return null; // reading it will say what is wrong
        }
        byte[] record = cache.find(key);
        try {
            Outcome known = record == null ? null : read(ByteBuffer.wrap(record), geometry);
            worthKeeping = known == null && RacyTime.isSettled(stamp.modifiedNanos());
            return known;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            worthKeeping = RacyTime.isSettled(stamp.modifiedNanos());
            return null;
        }
    }

    private Outcome read(ByteBuffer in, InstanceGeometry geometry) {
        boolean same = in.getLong() == stamp.sizeBytes()
                && in.getLong() == stamp.modifiedNanos()
                && in.getLong() == stamp.inode();
        if (!same) {
            return null;
        }
        if (in.getLong() != fingerprint) {
            return null;
        }
        Outcome outcome = RecordFields.readOneOf(in, Outcome.values());
        detail = RecordFields.readText(in);
        geometry.readFrom(in);
        return outcome;
    }

    /** Where or why the file found last could not be read. */
    String detail() {
        return detail;
    }

    /** Keeps what was read of the file that was not found just before. */
    void keep(Outcome outcome, String why, InstanceGeometry geometry) {
        if (!worthKeeping || outcome == Outcome.UNREADABLE) {
            return;
        }
        bytes.reset();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(stamp.sizeBytes());
            out.writeLong(stamp.modifiedNanos());
            out.writeLong(stamp.inode());
            out.writeLong(fingerprint);
            out.writeInt(outcome.ordinal());
            RecordFields.writeText(out, why);
            geometry.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail so
        }
        cache.keep(key, bytes.toByteArray());
    }
}
