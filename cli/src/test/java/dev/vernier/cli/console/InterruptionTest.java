package dev.vernier.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption = new Interruption(new PrintStream(err, true));
    private final List<String> undone = new ArrayList<>();

    @Test
    void undoesTheLastFirstAndSaysSo() {
        interruption.onInterrupt(() -> undone.add("first"));
        interruption.onInterrupt(() -> undone.add("second"));
        interruption.undo();
        assertEquals(List.of("second", "first"), undone);
        assertEquals(List.of("vernier: interrupted"), err.toString().lines().toList());
        assertTrue(interruption.isUnderWay());
    }

    @Test
    void failureOfOneDoesNotKeepTheOthers() {
        interruption.onInterrupt(() -> undone.add("first"));
        interruption.onInterrupt(() -> {
            throw new IllegalStateException("no");
        });
        interruption.undo();
        assertEquals(List.of("first"), undone);
    }

    @Test
    void nothingIsUndoneOnceFinishedOrForgotten() {
        Runnable undoing = () -> undone.add("forgotten");
        interruption.onInterrupt(undoing);
        interruption.forget(undoing);
        interruption.undo();
        assertEquals(List.of(), undone);
        Interruption finished = new Interruption(new PrintStream(err, true));
        err.reset();
        finished.onInterrupt(() -> undone.add("too late"));
        finished.finish();
        finished.undo();
        assertEquals(List.of(), undone);
        assertFalse(finished.isUnderWay());
        assertEquals("", err.toString());
    }
}
