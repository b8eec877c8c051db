package dev.vernier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WarmPassesTest {

    private record Read(long files, long failed) implements WarmPasses.Result {}

    @Test
    void aLineSaysOfEachPassWhatItReadAndTheLastResultIsReturned() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AtomicLong passes = new AtomicLong();
        Read last = WarmPasses.run(
                3, () -> new Read(10, passes.incrementAndGet()), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertEquals(new Read(10, 3), last);
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(3, lines.size());
        for (int i = 0; i < 3; i++) {
            String expected = "# files 10 failed " + (i + 1) + " seconds \\d+\\.\\d{6} cpu \\d+\\.\\d{6}";
            assertTrue(lines.get(i).matches(expected), lines.get(i));
        }
    }
}
