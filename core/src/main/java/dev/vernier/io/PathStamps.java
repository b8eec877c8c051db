package dev.vernier.io;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Stamps by the JDK's attributes. */
final class PathStamps implements FileStamps {

    @Override
    public void read(Entries files, int index, boolean followLink, FileStamp into) throws IOException {
        set(into, ((PathEntries) files).attributes(index, followLink));
    }

    static void set(FileStamp stamp, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        long nanos = TimeUnit.SECONDS.toNanos(modified.getEpochSecond()) + modified.getNano();
        stamp.set(attributes.size(), nanos, inode(attributes.fileKey()));
    }

    /** The JDK gives an inode's number as text only: {@code (dev=fd00,ino=42)}. */
    private static long inode(Object fileKey) {
        String key = String.valueOf(fileKey);
        int start = key.indexOf("ino=") + "ino=".length();
        int end = key.indexOf(')', start);
        if (start < "ino=".length() || end < 0) {
            return 0;
        }
        try {
            return Long.parseLong(key, start, end, 10);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
