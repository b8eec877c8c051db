package dev.vernier.cli.output;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PrimitiveIterator;

/**
 * Lets text of any script through a table layout that counts chars and writes in the JVM's default charset: every character beyond ASCII is
 * covered by as many ASCII controls as it takes columns on a terminal, and uncovered in the finished table, where all come in the same
 * order. The text must hold no controls of its own. Used for one table, by one thread.
 */
final class StandIns {

    private static final char FIRST_COLUMN = '\u001a';
    private static final char SECOND_COLUMN = '\u001c';

    private final Deque<StringBuilder> covered = new ArrayDeque<>();

    /** The text as the layout may see it. */
    String cover(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (codePoint < 0x80) {
                ascii.appendCodePoint(codePoint);
            } else if (isMark(codePoint) && endsCovered(ascii)) {
                covered.getLast().appendCodePoint(codePoint);
            } else {
                covered.add(new StringBuilder().appendCodePoint(codePoint));
                ascii.append(FIRST_COLUMN).append(isWide(codePoint) ? String.valueOf(SECOND_COLUMN) : "");
            }
        });
        return ascii.toString();
    }

    private static boolean endsCovered(StringBuilder ascii) {
        int length = ascii.length();
        return length > 0 && (ascii.charAt(length - 1) == FIRST_COLUMN || ascii.charAt(length - 1) == SECOND_COLUMN);
    }

    /** The table as it is to be shown. */
    String uncover(String table) {
        StringBuilder text = new StringBuilder(table.length());
        for (PrimitiveIterator.OfInt chars = table.chars().iterator(); chars.hasNext(); ) {
            char shown = (char) chars.nextInt();
            if (shown == FIRST_COLUMN) {
                text.append(covered.remove());
            } else if (shown != SECOND_COLUMN) {
                text.append(shown);
            }
        }
        return text.toString();
    }

    /** Whether it is drawn upon the character before it. */
    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Whether it takes two columns: the blocks that Unicode's East Asian Width (UAX #11) calls wide, roughly. */
    private static boolean isWide(int codePoint) {
        return codePoint >= 0x1100 && codePoint <= 0x115F
                || codePoint >= 0x2E80 && codePoint <= 0xA4CF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60
                || codePoint >= 0xFFE0 && codePoint <= 0xFFE6
                || codePoint >= 0x1F300 && codePoint <= 0x1F9FF
                || codePoint >= 0x20000 && codePoint <= 0x3FFFD;
    }
}
