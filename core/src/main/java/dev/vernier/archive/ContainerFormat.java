package dev.vernier.archive;

import java.nio.charset.StandardCharsets;

/**
 * Files that hold other files, or one file compressed, told by their first bytes. Only some of them are opened: {@link
 * #kind}.
 */
public enum ContainerFormat {
    ZIP("a", "zip archive", ArchiveKind.ZIP, null, 0, "PK\3\4", "PK\5\6", "PK\7\b"),
    TAR("a", "tar archive", ArchiveKind.TAR, ArchiveKind.GZIPPED_TAR, 257, "ustar"),
    SELF_EXTRACTING("a", "self-extracting zip archive", ArchiveKind.ZIP, null, 0),
    SEVEN_ZIP("a", "7z archive", 0, "7z\u00BC\u00AF\u0027\u001C"),
    RAR("a", "RAR archive", 0, "Rar!\u001A\7"),
    XZ("an", "xz file", 0, "\u00FD7zXZ\0"),
    BZIP2("a", "bzip2 file", 4, "1AY&SY", "\u0017rE8P\u0090"),
    ZSTANDARD("a", "Zstandard file", 0, "\u0028\u00B5\u002F\u00FD"),
    LZ4("an", "LZ4 file", 0, "\4\"M\u0018"),
    LZIP("an", "lzip file", 0, "LZIP\1"),
    COMPRESS("a", "file made by compress", 0, "\u001F\u009D");

    /** So many bytes tell. */
    public static final int START_BYTES = TarChecksum.BLOCK_BYTES;

    /** What programs begin with, of Windows and Linux, and scripts: a zip archive may be behind them. */
    private static final String[] PROGRAMS = {"MZ", "\u007FELF", "#!"};

    private static final String BZIP2_START = "BZh";

    private static final String NOT_OPENED = ", which is not opened here: ";
    private static final String UNPACK = "unpack it";

    private final String article;
    private final String noun;
    private final ArchiveKind kind;
    private final ArchiveKind gzippedKind;
    private final int magicAt;
    private final byte[][] magics;

    ContainerFormat(String article, String noun, int magicAt, String... magics) {
        this(article, noun, null, null, magicAt, magics);
    }

    ContainerFormat(
            String article, String noun, ArchiveKind kind, ArchiveKind gzippedKind, int magicAt, String... magics) {
        this.article = article;
        this.noun = noun;
        this.kind = kind;
        this.gzippedKind = gzippedKind;
        this.magicAt = magicAt;
        this.magics = new byte[magics.length][];
        for (int i = 0; i < magics.length; i++) {
            this.magics[i] = magics[i].getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The format of a file, null if it is none of these. A self-extracting archive takes a look at its end: {@link
     * #mayBeSelfExtracting}.
     *
     * @param start the file's first bytes, {@link #START_BYTES} if it has so many; inflated if they were gzipped
     * @param count how many
     */
    public static ContainerFormat of(byte[] start, int count) {
        for (ContainerFormat format : values()) {
            for (byte[] magic : format.magics) {
                if (has(start, count, format.magicAt, magic)
                        && (format != BZIP2 || has(start, count, 0, bytes(BZIP2_START)))) {
                    return format;
                }
            }
        }
        return TarChecksum.isRight(start, count) ? TAR : null;
    }

    /** Whether a file begins like a program or a script, so that its end decides: {@link ZipEnd}. */
    public static boolean mayBeSelfExtracting(byte[] start, int count) {
        for (String program : PROGRAMS) {
            if (has(start, count, 0, bytes(program))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
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

    /**
     * As what a root of this format is opened, null if it is not.
     *
     * @param gzipped whether the file is gzipped, and this format is in it
     */
    public ArchiveKind kind(boolean gzipped) {
        return gzipped ? gzippedKind : kind;
    }

    /** In words. */
    String meaning(boolean gzipped) {
        return gzipped ? "a gzipped " + noun : article + " " + noun;
    }

    /** What to do about a file that is not opened where it is. */
    public String notOpened(boolean gzipped) {
        return meaning(gzipped)
                + NOT_OPENED
                + (kind(gzipped) == null ? UNPACK : UNPACK + ", or name it as a root of 'vernier scan'");
    }

    /** Whether a text is what {@link #notOpened} says of some format. */
    public static boolean isNotOpened(String detail) {
        return detail.contains(NOT_OPENED + UNPACK);
    }
}
