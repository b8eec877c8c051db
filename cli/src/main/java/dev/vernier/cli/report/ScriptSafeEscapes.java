package dev.vernier.cli.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/**
 * Escapes what HTML could take for markup, so that JSON may stand in a {@code script} element: no text can end the element or open a comment.
 * U+2028 and U+2029, which older JavaScript takes for line ends, are escaped as well. Immutable.
 */
final class ScriptSafeEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    private static final SerializableString LINE_SEPARATOR = new SerializedString("\\u2028");
    private static final SerializableString PARAGRAPH_SEPARATOR = new SerializedString("\\u2029");

    private final int[] codes;

    ScriptSafeEscapes() {
        codes = standardAsciiEscapesForJSON();
        for (char active : new char[] {'<', '>', '&', '\''}) {
            codes[active] = ESCAPE_STANDARD;
        }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return codes.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        return switch (character) {
            case '\u2028' -> LINE_SEPARATOR;
            case '\u2029' -> PARAGRAPH_SEPARATOR;
            default -> null;
        };
    }
}
