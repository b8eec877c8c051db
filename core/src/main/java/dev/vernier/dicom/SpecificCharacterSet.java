package dev.vernier.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;

/**
 * Text by SpecificCharacterSet (0008,0005), PS3.3 §C.12.1.1.2. What cannot be decoded by what the file says is read as UTF-8 if
 * it is that, else byte by byte as ISO 8859-1, which loses nothing. Thread-safe.
 */
public final class SpecificCharacterSet {

    private static final byte ESCAPE = 0x1B;

    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("ISO_IR 6", "US-ASCII"),
            Map.entry("ISO_IR 100", "ISO-8859-1"),
            Map.entry("ISO_IR 101", "ISO-8859-2"),
            Map.entry("ISO_IR 109", "ISO-8859-3"),
            Map.entry("ISO_IR 110", "ISO-8859-4"),
            Map.entry("ISO_IR 144", "ISO-8859-5"),
            Map.entry("ISO_IR 127", "ISO-8859-6"),
            Map.entry("ISO_IR 126", "ISO-8859-7"),
            Map.entry("ISO_IR 138", "ISO-8859-8"),
            Map.entry("ISO_IR 148", "ISO-8859-9"),
            Map.entry("ISO_IR 203", "ISO-8859-15"),
            Map.entry("ISO_IR 166", "TIS-620"),
            Map.entry("ISO_IR 13", "Shift_JIS"),
            Map.entry("ISO_IR 192", "UTF-8"),
            Map.entry("GB18030", "GB18030"),
            Map.entry("GBK", "GBK"));

    private SpecificCharacterSet() {}

    /**
     * Decodes one text value.
     *
     * @param characterSet the file's value of (0008,0005), empty if it has none
     */
    public static String decode(byte[] text, String characterSet) {
        boolean ascii = true;
        boolean escapes = false;
        for (byte b : text) {
            ascii &= b >= 0;
            escapes |= b == ESCAPE;
        }
        if (ascii && !escapes) {
            return new String(text, StandardCharsets.US_ASCII);
        }
        String decoded = strictly(text, charset(characterSet, escapes));
        if (decoded == null) {
            decoded = strictly(text, StandardCharsets.UTF_8);
        }
        return decoded == null ? new String(text, StandardCharsets.ISO_8859_1) : decoded;
    }

    /** The charset to try first; null where the file names none that this JVM has. */
    private static Charset charset(String characterSet, boolean escapes) {
        String[] terms = characterSet.split("\\\\", -1);
        String name = null;
        if (escapes) {
            name = escapeCharset(characterSet);
        }
        for (int i = 0; i < terms.length && name == null; i++) {
            name = CHARSETS.get(terms[i].strip().replace("ISO 2022 IR", "ISO_IR"));
        }
        try {
            return name == null || "US-ASCII".equals(name) ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** ISO 2022 code extensions (PS3.5 §6.1.2.5) that the JDK decodes with their escape sequences. */
    private static String escapeCharset(String characterSet) {
        if (characterSet.contains("IR 87") || characterSet.contains("IR 159") || characterSet.contains("IR 13")) {
            return "ISO-2022-JP-2";
        }
        if (characterSet.contains("IR 149")) {
            return "ISO-2022-KR";
        }
        return characterSet.contains("IR 58") ? "ISO-2022-CN" : null;
    }

    private static String strictly(byte[] text, Charset charset) {
        if (charset == null) {
            return null;
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
