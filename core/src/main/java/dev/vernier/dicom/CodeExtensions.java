package dev.vernier.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Text with escape sequences that switch between character sets (ISO 2022 as of PS3.5 §6.1.2.5). Bytes below 128 are in the set that
 * was designated last as G0, those above in G1; a control character or a backslash brings back the first sets.
 */
final class CodeExtensions {

    static final byte ESCAPE = 0x1B;

    /** By what follows the escape (PS3.3 tables C.12-3 and C.12-4). Japanese Latin letters are read as ASCII, for the backslash. */
    private static final Map<String, String> G0 =
            Map.of("(B", "US-ASCII", "(J", "US-ASCII", "$B", "x-JIS0208", "$@", "x-JIS0208", "$(D", "JIS_X0212-1990");

    private static final Map<String, String> G1 = Map.ofEntries(
            Map.entry("-A", "ISO-8859-1"),
            Map.entry("-B", "ISO-8859-2"),
            Map.entry("-C", "ISO-8859-3"),
            Map.entry("-D", "ISO-8859-4"),
            Map.entry("-L", "ISO-8859-5"),
            Map.entry("-G", "ISO-8859-6"),
            Map.entry("-F", "ISO-8859-7"),
            Map.entry("-H", "ISO-8859-8"),
            Map.entry("-M", "ISO-8859-9"),
            Map.entry("-b", "ISO-8859-15"),
            Map.entry("-T", "TIS-620"),
            Map.entry(")I", "Shift_JIS"),
            Map.entry("$)C", "EUC-KR"),
            Map.entry("$)A", "GB2312"));

    private final byte[] text;
    private final Charset firstG1;
    private final StringBuilder decoded = new StringBuilder();
    private Charset g0 = StandardCharsets.US_ASCII;
    private Charset g1;

    private CodeExtensions(byte[] text, Charset firstG1) {
        this.text = text;
        this.firstG1 = firstG1;
        this.g1 = firstG1;
    }

    /**
     * Decodes the text.
     *
     * @param first charset of bytes above 127 before any escape sequence, null if there is none
     * @return null if the text is not what it says
     */
    static String decode(byte[] text, Charset first) {
        return new CodeExtensions(text, first).decode();
    }

    private String decode() {
        int at = 0;
        while (at < text.length) {
            int next = text[at] == ESCAPE ? designate(at) : run(at);
            if (next < 0) {
                return null;
            }
            at = next;
        }
        return decoded.toString();
    }

    /** Obeys the escape sequence at {@code at}; the index behind it, or -1 if it is unknown. */
    private int designate(int at) {
        for (int length = 2; length <= 3 && at + 1 + length <= text.length; length++) {
            String sequence = new String(text, at + 1, length, StandardCharsets.ISO_8859_1);
            String name = G0.getOrDefault(sequence, G1.get(sequence));
            if (name != null && Charset.isSupported(name)) {
                if (G0.containsKey(sequence)) {
                    g0 = Charset.forName(name);
                } else {
                    g1 = Charset.forName(name);
                }
                return at + 1 + length;
            }
        }
        return -1;
    }

    /** Decodes the bytes from {@code at} that are of one set; the index behind them, or -1 if they are not in that set. */
    private int run(int at) {
        boolean high = text[at] < 0;
        int end = at;
        while (end < text.length && text[end] < 0 == high && text[end] != ESCAPE && !resets(end)) {
            end++;
        }
        if (end == at) {
            g0 = StandardCharsets.US_ASCII;
            g1 = firstG1;
            decoded.append((char) text[at]);
            return at + 1;
        }
        String part = SpecificCharacterSet.strictly(text, at, end, high ? g1 : g0);
        if (part == null) {
            return -1;
        }
        decoded.append(part);
        return end;
    }

    private boolean resets(int at) {
        byte b = text[at];
        return b >= 0 && b < ' ' || b == '\\' && g0.equals(StandardCharsets.US_ASCII);
    }
}
