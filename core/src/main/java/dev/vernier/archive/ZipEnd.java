package dev.vernier.archive;

/** Recognises the end of a zip archive, behind whatever begins the file (APPNOTE 4.3.16). Stateless. */
public final class ZipEnd {

    /** The end of central directory record without its comment, which has up to 65,535 bytes. */
    private static final int RECORD_BYTES = 22;

    /** So many bytes tell, or all that the file has. */
    public static final int END_BYTES = RECORD_BYTES + 0xFFFF;

    private static final int MAGIC = 0x06054B50;
    private static final int ENTRIES_AT = 10;
    private static final int DIRECTORY_BYTES_AT = 12;
    private static final int DIRECTORY_AT = 16;
    private static final int COMMENT_BYTES_AT = 20;
    /** The least that an entry takes in the directory. */
    private static final int ENTRY_BYTES = 46;

    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private ZipEnd() {}

    /**
     * Whether a file ends with the directory of a zip archive of one entry or more.
     *
     * @param end the last bytes of the file
     * @param count how many, up to {@link #END_BYTES}
     * @param sizeBytes size of the file
     */
    public static boolean isPlausible(byte[] end, int count, long sizeBytes) {
        for (int at = count - RECORD_BYTES; at >= 0; at--) {
            if (number(end, at, 4) == MAGIC && isRecord(end, at, count, sizeBytes - count + at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRecord(byte[] end, int at, int count, long recordAt) {
        long entries = number(end, at + ENTRIES_AT, 2);
        long directoryBytes = number(end, at + DIRECTORY_BYTES_AT, 4);
        long directoryAt = number(end, at + DIRECTORY_AT, 4);
        boolean fits = directoryAt == IN_ZIP64
                || directoryBytes == IN_ZIP64
                || directoryAt + directoryBytes <= recordAt && directoryBytes >= entries * ENTRY_BYTES;
        return entries > 0 && fits && at + RECORD_BYTES + number(end, at + COMMENT_BYTES_AT, 2) == count;
    }

    private static long number(byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
