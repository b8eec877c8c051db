package dev.vernier.archive;

import dev.vernier.io.EntryBytes;
import dev.vernier.io.FileNames;
import dev.vernier.io.OpenArchive;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The central directory of a zip archive: nothing else of the archive is read. Stateless. */
final class ZipDirectory {

    /** The local header up to the name, which has any length there. */
    private static final int LEAST_HEADER_BYTES = 30;

    /** More than any disk has; sums of such numbers are numbers. */
    private static final long MAX_PACKED_BYTES = 1L << 60;

    private ZipDirectory() {}

    static void list(OpenArchive archive, EntrySink sink) throws IOException {
        List<ZipArchiveEntry> entries = entries(archive);
        for (int i = 0; i < entries.size() && !sink.isStopped(); i++) {
            ZipArchiveEntry entry = entries.get(i);
            if (!entry.isDirectory()) {
                tell(entry, i + 1 < entries.size() ? entries.get(i + 1) : null, sink);
            }
        }
    }

    /** In the order in which they lie in the archive. */
    private static List<ZipArchiveEntry> entries(OpenArchive archive) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new ArchiveChannel(archive))
                .setIgnoreLocalFileHeader(true)
                .get()) {
            return Collections.list(zip.getEntriesInPhysicalOrder());
        } catch (RuntimeException e) {
            throw ArchiveListing.damage(e);
        }
    }

    private static void tell(ZipArchiveEntry entry, ZipArchiveEntry next, EntrySink sink) {
        String name = name(entry);
        if (name.length() > EntryPath.MAX_CHARACTERS) {
            sink.refused(EntryPath.shortened(name), "its name is too long");
            return;
        }
        EntryPath path = EntryPath.of(name);
        int method = entry.getMethod();
        if (entry.isUnixSymlink()) {
            sink.link(path, "");
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
            sink.refused(path, "it is encrypted");
        } else if (entry.getDiskNumberStart() != 0) {
            sink.refused(path, "it is in another part of a split archive");
        } else if (method != ZipArchiveEntry.STORED && method != ZipArchiveEntry.DEFLATED) {
            sink.refused(path, "its compression method is " + method + ": only stored and deflated files are read");
        } else if (reachesInto(next, entry)) {
            sink.refused(path, "its data reach into those of the next file");
        } else {
            sink.file(path, bytes(entry, method == ZipArchiveEntry.DEFLATED));
        }
    }

    /**
     * Whether a file's data overlap those behind it. A directory of megabytes could have one block inflated a million times, so that no byte must
     * be part of two files. Where a size is damaged that costs the file it is of, and none that follow.
     */
    private static boolean reachesInto(ZipArchiveEntry next, ZipArchiveEntry entry) {
        return next != null
                && next.getDiskNumberStart() == entry.getDiskNumberStart()
                && next.getLocalHeaderOffset() - entry.getLocalHeaderOffset() < LEAST_HEADER_BYTES + packedBytes(entry);
    }

    private static long packedBytes(ZipArchiveEntry entry) {
        return Math.min(Math.max(entry.getCompressedSize(), 0), MAX_PACKED_BYTES);
    }

    private static EntryBytes bytes(ZipArchiveEntry entry, boolean deflated) {
        long packed = packedBytes(entry);
        long size = Math.max(entry.getSize(), 0);
        return new EntryBytes.Zipped(
                entry.getLocalHeaderOffset(), packed, deflated ? size : Math.min(packed, size), deflated);
    }

    /** Its bytes, which are in any encoding, as names of files are shown. Windows has backslashes, though the format has not. */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        String name = FileNames.text(raw, 0, raw.length);
        boolean windows = entry.getPlatform() == ZipArchiveEntry.PLATFORM_FAT && name.indexOf('/') < 0;
        return windows ? name.replace('\\', '/') : name;
    }
}
