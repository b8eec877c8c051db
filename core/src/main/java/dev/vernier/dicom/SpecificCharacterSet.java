package dev.vernier.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Text by SpecificCharacterSet (0008,0005), PS3.3 §C.12.1.1.2. What cannot be decoded by what the file says is read as UTF-8 if
 * it is that, else byte by byte as ISO 8859-1, which loses nothing. Thread-safe.
 */
public final class SpecificCharacterSet {

    /** By ISO registration number; what the standard writes "ISO_IR 100" or "ISO 2022 IR 100". */
    private static final Map<String, String> BY_REGISTRATION = Map.ofEntries(
            Map.entry("100", "ISO-8859-1"),
            Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"),
            Map.entry("110", "ISO-8859-4"),
            Map.entry("144", "ISO-8859-5"),
            Map.entry("127", "ISO-8859-6"),
            Map.entry("126", "ISO-8859-7"),
            Map.entry("138", "ISO-8859-8"),
            Map.entry("148", "ISO-8859-9"),
            Map.entry("203", "ISO-8859-15"),
            Map.entry("166", "TIS-620"),
            Map.entry("13", "Shift_JIS"),
            Map.entry("192", "UTF-8"));

    private static final Map<String, String> BY_NAME = Map.of("GB18030", "GB18030", "GBK", "GBK", "UTF8", "UTF-8");

    private SpecificCharacterSet() {}

    /**
     * Decodes one text value.
     *
     * @param characterSet the file's value of (0008,0005), empty if it has none
     */
    public static String decode(byte[] text, String characterSet) {
        if (isPlain(text, 0, text.length)) {
            return new String(text, StandardCharsets.US_ASCII);
        }
        Charset stated = charset(characterSet);
        String decoded =
                hasEscapes(text) ? CodeExtensions.decode(text, stated) : strictly(text, 0, text.length, stated);
        if (decoded == null) {
            decoded = strictly(text, 0, text.length, StandardCharsets.UTF_8);
        }
        return decoded == null ? new String(text, StandardCharsets.ISO_8859_1) : decoded;
    }

    /** Whether the text in [from, to) is ASCII in any character set. */
    static boolean isPlain(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < 0 || text[i] == CodeExtensions.ESCAPE) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasEscapes(byte[] text) {
        for (byte b : text) {
            if (b == CodeExtensions.ESCAPE) {
                return true;
            }
        }
        return false;
    }

    /** The first charset that the file names and this JVM has; null if there is none beyond ASCII. */
    private static Charset charset(String characterSet) {
        for (String term : characterSet.split("\\\\", -1)) {
            String plain = term.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            int number = plain.lastIndexOf("IR") + 2;
            String name = number >= 2 ? BY_REGISTRATION.get(plain.substring(number)) : BY_NAME.get(plain);
            if (name != null && Charset.isSupported(name)) {
                return Charset.forName(name);
            }
        }
        return null;
    }

    /** The text in [from, to), null if it is not in this charset. */
    static String strictly(byte[] text, int from, int to, Charset charset) {
        if (charset == null) {
            return null;
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(text, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
