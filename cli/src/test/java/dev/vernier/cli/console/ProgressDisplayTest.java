package dev.vernier.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(err, true);

    @Test
    void linesEndWithTheLastState() {
        try (ProgressDisplay display = ProgressDisplay.lines(stream)) {
            display.show("1 file");
            display.show("2 files");
        }
        assertEquals("2 files" + System.lineSeparator(), err.toString());
    }

    @Test
    void linesSayNothingOfNothing() {
        ProgressDisplay.lines(stream).close();
        assertEquals("", err.toString());
    }

    @Test
    void changingLineIsClearedAtTheEnd() {
        ProgressDisplay display = ProgressDisplay.changingLine(stream);
        display.show("scanning: " + "1234567890".repeat(20));
        display.close();
        display.close();
        String shown = err.toString();
        assertTrue(shown.contains("\rscanning: 123"), shown);
        assertTrue(shown.endsWith("\r" + " ".repeat(79) + "\r"), shown);
        assertFalse(shown.contains("\n"), shown);
        for (String state : shown.split("\r")) {
            assertTrue(state.length() <= 79, state);
        }
    }
}
