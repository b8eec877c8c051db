package dev.vernier.cli.console;

/**
 * Makes text from files and file names safe to print: what a terminal or an editor would obey instead of showing becomes a visible escape
 * such as {@code \}{@code u001b}. These are control and format characters (line breaks, ESC, changes of the writing direction), line
 * and paragraph separators, and halves of surrogate pairs. Everything else stays as it is, backslashes too. Stateless; O(n).
 */
public final class VisibleText {

    private VisibleText() {}

    /** The text with every character visible; the same object where there is nothing to do. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isActive(codePoint)) {
                return escaped(text, i);
            }
            i += Character.charCount(codePoint);
        }
        return text;
    }

    private static String escaped(String text, int from) {
        StringBuilder visible = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (isActive(codePoint)) {
                text.substring(i, next).chars().forEach(unit -> visible.append(String.format("\\u%04x", unit)));
            } else {
                visible.appendCodePoint(codePoint);
            }
            i = next;
        }
        return visible.toString();
    }

    private static boolean isActive(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
