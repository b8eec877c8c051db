package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vernier.cli.console.Paint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colours: on a terminal, unless NO_COLOR is set, and nowhere else. */
class ColourTest {

    private static final String ESCAPE = "\u001b[";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        new TestSeries("1.1").jitter(1.3).writeTo(folder.resolve("a"));
        Files.write(folder.resolve("a/empty"), new byte[0]);
    }

    private static String withoutColours(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    /** Runs a command on a terminal of its own, which util-linux makes. */
    private String onTerminal(Map<String, String> environment, String command, String... arguments) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script (util-linux) is missing");
        String line = Processes.builder(List.of(), folder, command, (Object[]) arguments).command().stream()
                .map(word -> ShellWord.of(Path.of(word)))
                .collect(Collectors.joining(" "));
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", line, "/dev/null").directory(folder.toFile());
        builder.environment().remove("NO_COLOR");
        builder.environment().put("TERM", "xterm");
        builder.environment().putAll(environment);
        Processes.Ended ended = Processes.running(builder.start()).end();
        assertEquals(0, ended.status(), ended.out());
        return ended.out();
    }

    @Test
    void terminalSeesColours() throws Exception {
        assertTrue(onTerminal(Map.of(), "scan", "a", "--no-progress").contains(ESCAPE + "1m domain"));
        assertTrue(onTerminal(Map.of(), "inspect", "a").contains(ESCAPE));
        assertTrue(onTerminal(Map.of(), "scan", "--help").contains(ESCAPE));
    }

    @Test
    void noColorIsHonouredWhereItIsNotEmpty() throws Exception {
        assertFalse(onTerminal(Map.of("NO_COLOR", "0"), "inspect", "a").contains(ESCAPE));
        assertFalse(onTerminal(Map.of("NO_COLOR", "1"), "scan", "--help").contains(ESCAPE));
        assertTrue(onTerminal(Map.of("NO_COLOR", ""), "inspect", "a").contains(ESCAPE));
        assertFalse(onTerminal(Map.of("TERM", "dumb"), "inspect", "a").contains(ESCAPE));
    }

    @Test
    void pipesAndProgramsGetNone() throws Exception {
        for (String command : List.of("scan", "inspect")) {
            Processes.Ended piped =
                    Processes.start(List.of(), folder, command, "a").end();
            assertFalse(piped.out().contains(ESCAPE), piped.out());
        }
        assertFalse(onTerminal(Map.of(), "scan", "a", "--no-progress", "--format", "json")
                .contains(ESCAPE));
        assertFalse(onTerminal(Map.of(), "inspect", "a", "--format", "json").contains(ESCAPE));
    }

    @Test
    void coloursChangeNothingElse() {
        Path archive = folder.resolve("a");
        for (Object[] command : List.of(
                new Object[] {"scan", archive, "--min-domain", 2},
                new Object[] {"scan", archive, "--format", "csv"},
                new Object[] {"inspect", archive},
                new Object[] {"inspect", archive.resolve("1.1.0.dcm")},
                new Object[] {"scan", "--help"},
                new Object[] {"--help"})) {
            String coloured = Cli.run(Paint.COLOURS, command).out();
            assertEquals(Cli.run(command).out(), withoutColours(coloured));
        }
        assertTrue(Cli.run(Paint.COLOURS, "scan", archive).out().contains(ESCAPE));
    }
}
