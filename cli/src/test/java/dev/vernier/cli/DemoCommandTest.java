package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    private Path temporary;

    /** Runs it as a process, since the temporary folder is the JVM's. */
    private Processes.Ended demo(Object... options) throws Exception {
        return Processes.start(List.of("-Djava.io.tmpdir=" + temporary), temporary, "demo", options)
                .end();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void showsTheReferenceTableAndKeepsTheResultsOnly() throws Exception {
        Processes.Ended demo = demo();
        assertEquals(0, demo.status(), demo.err());
        assertEquals("", demo.err());
        String table = demo.out().replaceAll(" +", " ");
        for (String line : List.of(
                " CTA 50 47 2 0.46875 0.46875 0.8\n",
                " MRA 35 35 1 0.410156 0.410156 0.6\n",
                " MRI T1post 9 9 0 0.5 0.5 1.2\n",
                " MRI T2 26 25 1 0.5 0.5 5.0\n")) {
            assertTrue(table.contains(line), line + " in " + table);
        }
        assertTrue(demo.out().contains("exactly the right answer"), demo.out());
        List<Path> left = left();
        assertEquals(5, left.size(), left.toString());
        assertTrue(demo.out().contains(left.get(0).getParent().toString()), demo.out());
    }

    @Test
    void resultsMayGoElsewhereAndThenNothingElseStays(@TempDir Path elsewhere) throws Exception {
        Path out = elsewhere.resolve("results");
        assertEquals(0, demo("--out", out).status());
        assertTrue(Files.exists(out.resolve("summary.json")));
        assertEquals(List.of(), left());
    }

    @Test
    void archiveStaysWhenAskedFor() throws Exception {
        Processes.Ended demo = demo("--keep");
        assertEquals(0, demo.status());
        assertTrue(demo.out().contains("--catalog"), demo.out());
        assertTrue(left().stream().anyMatch(file -> file.endsWith("archive/truth.csv")));
        assertFalse(demo.out().contains("gone"), demo.out());
    }
}
