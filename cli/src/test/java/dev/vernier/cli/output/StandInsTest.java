package dev.vernier.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StandInsTest {

    private final StandIns standIns = new StandIns();

    @Test
    void coveredTextIsAsciiOfTheSameWidth() {
        assertEquals("plain", standIns.cover("plain"));
        assertEquals(4, standIns.cover("K\u00f6ln").length());
        assertEquals(4, standIns.cover("\u982d\u90e8").length());
        assertEquals(1, standIns.cover("\u00e9\u0301").length());
        assertEquals(2, standIns.cover("\ud83d\ude00").length());
        assertTrue(standIns.cover("\u982d\u90e8").chars().allMatch(c -> c < 0x80));
    }

    @Test
    void uncoveringGivesTheTextBackInOrder() {
        String table = standIns.cover("K\u00f6ln") + " 1\n" + standIns.cover("\u982d\u90e8 \u00e9\u0301") + " 2\n";
        assertEquals("K\u00f6ln 1\n\u982d\u90e8 \u00e9\u0301 2\n", standIns.uncover(table));
    }
}
