package dev.vernier.archive;

/**
 * Recognises the first header of a tar archive of any age: the oldest have no magic, but all have a checksum.
 * Stateless.
 */
final class TarChecksum {

    static final int BLOCK_BYTES = 512;

    private static final int AT = 148;
    private static final int BYTES = 8;
    /** A block of zeros has this sum as well. */
    private static final int SUM_OF_NOTHING = BYTES * ' ';

    private TarChecksum() {}

    /**
     * Whether the first block has the checksum that it states: the sum of its bytes, blanks standing for the field
     * itself.
     */
    static boolean isRight(byte[] start, int count) {
        if (count < BLOCK_BYTES || start[0] == 0) {
            return false;
        }
        int unsigned = SUM_OF_NOTHING;
        int signed = SUM_OF_NOTHING; // some old writers
        for (int i = 0; i < BLOCK_BYTES; i++) {
            if (i < AT || i >= AT + BYTES) {
                unsigned += start[i] & 0xFF;
                signed += start[i];
            }
        }
        int stated = stated(start);
        return stated > SUM_OF_NOTHING && (stated == unsigned || stated == signed);
    }

    /** Octal digits, blanks before and blanks or zeros behind them; -1 if it is anything else. */
    private static int stated(byte[] start) {
        int at = AT;
        int end = AT + BYTES;
        while (at < end && start[at] == ' ') {
            at++;
        }
        int value = 0;
        int digits = at;
        while (at < end && start[at] >= '0' && start[at] <= '7') {
            value = value * 8 + start[at++] - '0';
        }
        boolean any = at > digits;
        while (at < end && (start[at] == ' ' || start[at] == 0)) {
            at++;
        }
        return any && at == end ? value : -1;
    }
}
