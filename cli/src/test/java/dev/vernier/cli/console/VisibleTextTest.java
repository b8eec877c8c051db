package dev.vernier.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void ordinaryTextOfAnyScriptIsLeftAlone() {
        for (String text : new String[] {"", "CTA", "K\u00f6ln \\ \u982d\u90e8 \ud83d\ude00", "e\u0301"}) {
            assertSame(text, VisibleText.of(text));
        }
    }

    @Test
    void controlsAreEscaped() {
        assertEquals("a\\u000ab\\u000d\\u0009c\\u001b[2J\\u007f\\u0000", VisibleText.of("a\nb\r\tc\u001b[2J\u007f\0"));
        assertEquals("\\u009b31m", VisibleText.of("\u009b31m"));
    }

    @Test
    void changesOfDirectionAndInvisibleCharactersAreEscaped() {
        assertEquals("\\u202e\\u2066\\u200b\\ufeff", VisibleText.of("\u202e\u2066\u200b\ufeff"));
        assertEquals("\\u2028\\u2029", VisibleText.of("\u2028\u2029"));
        assertEquals("\\udb40\\udc01", VisibleText.of("\udb40\udc01"));
    }

    @Test
    void halvesOfPairsAreEscaped() {
        assertEquals("\\ud83dx", VisibleText.of("\ud83dx"));
        assertEquals("x\\ude00", VisibleText.of("x\ude00"));
    }
}
