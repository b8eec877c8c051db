package dev.vernier.fuzz;

import dev.vernier.dicom.HeaderParser;
import dev.vernier.dicom.WantedTags;

/**
 * Any bytes as a file: the parser answers, in linear time, and says the same through a window that holds the whole file and
 * through one of a few bytes, fresh and after other files. The input's last byte chooses the window and the wanted tags.
 */
public final class HeaderParserFuzzer {

    private static final WantedTags FULL_WALK = Walk.WANTED.withFullWalk();
    private static final HeaderParser REUSED = new HeaderParser();

    private HeaderParserFuzzer() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        int choice = data.length == 0 ? 0 : data[data.length - 1];
        WantedTags wanted = (choice & 1) == 0 ? Walk.WANTED : FULL_WALK;
        Walk whole = Walk.of(REUSED, new TinyWindow(data, Integer.MAX_VALUE), wanted);
        try (HeaderParser fresh = new HeaderParser()) {
            Walk tiny = Walk.of(fresh, new TinyWindow(data, choice >> 1 & 15), wanted);
            if (!whole.equals(tiny)) {
                throw new AssertionError("whole: " + whole + "\n tiny: " + tiny);
            }
        }
    }
}
