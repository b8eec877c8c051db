package dev.vernier.archive;

import java.nio.charset.StandardCharsets;

/** What kind of archive a file is, by its first bytes. */
public enum ArchiveKind {
    ZIP("a zip archive"),
    TAR("a tar archive"),
    GZIPPED_TAR("a gzipped tar archive");

    /** So many bytes tell. */
    public static final int START_BYTES = 512;

    private static final byte[] FIRST_ENTRY = {'P', 'K', 3, 4};
    private static final byte[] NO_ENTRY = {'P', 'K', 5, 6};
    private static final byte[] USTAR = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int USTAR_AT = 257;

    private final String meaning;

    ArchiveKind(String meaning) {
        this.meaning = meaning;
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }

    /**
     * The kind of a file, null if it is no archive.
     *
     * @param start the file's first bytes, inflated if they were gzipped
     * @param count how many
     */
    public static ArchiveKind of(byte[] start, int count, boolean gzipped) {
        if (has(start, count, 0, FIRST_ENTRY) || has(start, count, 0, NO_ENTRY)) {
            return gzipped ? null : ZIP;
        }
        if (has(start, count, USTAR_AT, USTAR)) {
            return gzipped ? GZIPPED_TAR : TAR;
        }
        return null;
    }

    private static boolean has(byte[] start, int count, int at, byte[] magic) {
        if (count < at + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (start[at + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
