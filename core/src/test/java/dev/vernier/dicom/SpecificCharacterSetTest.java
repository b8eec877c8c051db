package dev.vernier.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecificCharacterSetTest {

    /** Bytes as PS3.5 annexes H, I and K print them: \\033 is an escape, \\xAB a byte. */
    private static byte[] bytes(String text) {
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i)) {
                raw.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (text.startsWith("<ESC>", i)) {
                raw.append('\u001B');
                i += 4;
            } else {
                raw.append(text.charAt(i));
            }
        }
        return raw.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String decode(String text, String characterSet) {
        return SpecificCharacterSet.decode(bytes(text), characterSet);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100,ISO-8859-1,Müller",
        "ISO_IR 101,ISO-8859-2,Wałęsa",
        "ISO_IR 109,ISO-8859-3,Ĉapek",
        "ISO_IR 110,ISO-8859-4,Ķīlis",
        "ISO_IR 144,ISO-8859-5,Люксембург",
        "ISO_IR 127,ISO-8859-6,قباني",
        "ISO_IR 126,ISO-8859-7,Διονυσιος",
        "ISO_IR 138,ISO-8859-8,שרון",
        "ISO_IR 148,ISO-8859-9,Çavuşoğlu",
        "ISO_IR 203,ISO-8859-15,Œuvre €",
        "ISO_IR 166,TIS-620,ประเทศไทย",
        "ISO_IR 13,Shift_JIS,ﾔﾏﾀﾞ",
        "ISO_IR 192,UTF-8,山田 Müller",
        "GB18030,GB18030,王小东",
        "GBK,GBK,王小东",
        "ISO 2022 IR 100,ISO-8859-1,Müller",
        "ISO_2022_IR_100,ISO-8859-1,Müller",
        "ISO-IR 100,ISO-8859-1,Müller",
        "iso_ir 100 ,ISO-8859-1,Müller",
        "UTF-8,UTF-8,Müller",
        "\\ISO 2022 IR 101,ISO-8859-2,Wałęsa",
    })
    void everySetOfTheStandard(String term, String charset, String text) {
        assertEquals(text, SpecificCharacterSet.decode(text.getBytes(Charset.forName(charset)), term));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ISO_IR 6", "ISO_IR 999", "IR", "nonsense", "\\\\"})
    void withoutAUsableSetItIsUtf8IfThatFitsElseLatin1(String term) {
        assertEquals("Müller", SpecificCharacterSet.decode("Müller".getBytes(StandardCharsets.UTF_8), term));
        assertEquals("Müller", SpecificCharacterSet.decode("Müller".getBytes(StandardCharsets.ISO_8859_1), term));
        assertEquals("Muller", SpecificCharacterSet.decode("Muller".getBytes(StandardCharsets.US_ASCII), term));
    }

    @Test
    void aSetThatLiesLosesNothing() {
        assertEquals(
                "Müller", SpecificCharacterSet.decode("Müller".getBytes(StandardCharsets.ISO_8859_1), "ISO_IR 192"));
        assertEquals("Müller", SpecificCharacterSet.decode("Müller".getBytes(StandardCharsets.ISO_8859_1), "ISO_IR 6"));
    }

    // ----- code extensions: PS3.5 annexes H (Japanese), I (Korean), K (Chinese)

    @Test
    void japaneseH31() {
        assertEquals(
                "Yamada^Tarou=山田^太郎=やまだ^たろう",
                decode(
                        "Yamada^Tarou=<ESC>$B;3ED<ESC>(B^<ESC>$BB@O:<ESC>(B=<ESC>$B$d$^$@<ESC>(B^<ESC>$B$?$m$&<ESC>(B",
                        "\\ISO 2022 IR 87"));
    }

    @Test
    void japaneseH32() {
        assertEquals(
                "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎",
                decode(
                        "\\xD4\\xCF\\xC0\\xDE^\\xC0\\xDB\\xB3=<ESC>$B;3ED<ESC>(J^<ESC>$BB@O:<ESC>(J",
                        "ISO 2022 IR 13\\ISO 2022 IR 87"));
    }

    @Test
    void koreanI2() {
        assertEquals(
                "Hong^Gildong=洪^吉洞=홍^길동",
                decode(
                        "Hong^Gildong=<ESC>$)C\\xFB\\xF3^<ESC>$)C\\xD1\\xCE\\xD4\\xD7=<ESC>$)C\\xC8\\xAB^<ESC>$)C\\xB1\\xE6\\xB5\\xBF",
                        "\\ISO 2022 IR 149"));
    }

    @Test
    void chineseK() {
        assertEquals(
                "Zhang^XiaoDong=张^小东=",
                decode("Zhang^XiaoDong=<ESC>$)A\\xD5\\xC5^<ESC>$)A\\xD0\\xA1\\xB6\\xAB=", "\\ISO 2022 IR 58"));
    }

    @Test
    void greekAndCyrillicInOneText() {
        assertEquals(
                "Διον Люкс é",
                decode(
                        "<ESC>-F\\xC4\\xE9\\xEF\\xED <ESC>-L\\xBB\\xEE\\xDA\\xE1 <ESC>-A\\xE9",
                        "ISO 2022 IR 6\\ISO 2022 IR 126\\ISO 2022 IR 144\\ISO 2022 IR 100"));
    }

    @Test
    void backslashBringsBackTheFirstSets() {
        assertEquals("é\\é", decode("\\xE9\\\\xE9", "ISO_IR 100"));
        assertEquals("ι\\é", decode("<ESC>-F\\xE9\\\\xE9", "ISO 2022 IR 100\\ISO 2022 IR 126"));
    }

    @Test
    void backslashByteInsideAKanjiSeparatesNothing() {
        String text = "十"; // 3D 3D; and one with 5C: 机 is 34 79, 能 is 47 3D, 構 is 39 3D, 噂 is 31 3D
        assertEquals(text, decode("<ESC>$B==<ESC>(B", "\\ISO 2022 IR 87"));
        byte[] kanji = {0x1B, '$', 'B', 0x30, 0x5C, 0x1B, '(', 'B'};
        String decoded = SpecificCharacterSet.decode(kanji, "\\ISO 2022 IR 87");
        assertEquals(1, decoded.length());
        assertEquals(-1, decoded.indexOf('\\'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ESC>", "<ESC>$", "<ESC>%Gabc", "abc<ESC>(", "<ESC>$B;", "<ESC>$)C\\xFB", "<ESC>-F"})
    void brokenEscapesLoseNothing(String text) {
        String decoded = decode(text, "\\ISO 2022 IR 87");
        String raw = new String(bytes(text), StandardCharsets.ISO_8859_1);
        assertEquals(text.equals("<ESC>-F") ? "" : raw, decoded);
    }
}
