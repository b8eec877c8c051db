package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code completion}, read by the shells that it is for. */
class CompletionTest {

    private static final String BASH = """
            source ./script
            COMP_WORDS=(vernier "$@"); COMP_CWORD=$#
            $(complete -p vernier | sed 's/.* -F \\([^ ]*\\).*/\\1/') 2>&-
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    /** A terminal into which someone types, hits the tabulator now and then, and runs what has become of it. */
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'vernier() { print -r -- RAN:$*; }; source ./script; print RE""ADY'
            zpty -r shell screen '*READY*'
            zpty -w shell $'vernier insp\\t--for\\tjs\\t'
            zpty -r shell screen $'*RAN:*\\n*'
            print -r -- $screen
            """;

    @TempDir
    private Path folder;

    private static void assumeInstalled(String shell) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, shell))),
                shell + " is missing");
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    /** What bash would offer for the last of these words. */
    private Set<String> offeredByBash(String... words) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("script"), Cli.out("completion", "bash"));
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", BASH, "vernier"));
        command.addAll(List.of(words));
        return run(command.toArray(String[]::new)).lines().map(String::strip).collect(Collectors.toSet());
    }

    @Test
    void bashOffersCommandsOptionsAndTheirValues() throws Exception {
        assumeInstalled("bash");
        assertTrue(offeredByBash("").containsAll(Cli.commands()));
        assertEquals(Set.of("inspect"), offeredByBash("insp"));
        assertEquals(Set.of("--format"), offeredByBash("inspect", "--for"));
        assertEquals(
                Set.of("auto", "positions", "spacing-between-slices", "slice-thickness"),
                offeredByBash("inspect", "--z", ""));
        assertEquals(Set.of("xyz", "zyx"), offeredByBash("scan", "--order", ""));
        assertEquals(Set.of("table", "json", "csv"), offeredByBash("scan", "--format", ""));
        assertEquals(Set.of("text", "json"), offeredByBash("inspect", "--format", ""));
        assertEquals(Set.of("bash", "zsh"), offeredByBash("completion", ""));
        assertEquals(Set.of("verify"), offeredByBash("cache", "ver"));
    }

    @Test
    void noOptionOffersTheNamesOfConstantsForItsWords() {
        List<String> offers = Cli.out("completion", "bash")
                .lines()
                .filter(line -> line.contains("_args=("))
                .toList();
        assertTrue(offers.size() > 5, offers.toString());
        assertEquals(
                List.of(),
                offers.stream()
                        .filter(line -> line.matches(".*\\b[A-Z][A-Z_]+\\b.*"))
                        .toList());
    }

    @Test
    void bashOffersFilesWherePathsAreAskedFor() throws Exception {
        assumeInstalled("bash");
        Files.createFile(folder.resolve("slice1.dcm"));
        assertEquals(Set.of("slice1.dcm"), offeredByBash("inspect", "sli"));
        assertEquals(Set.of("slice1.dcm"), offeredByBash("scan", "--catalog", "sli"));
    }

    @Test
    void zshCompletesAsOneTypes() throws Exception {
        assumeInstalled("zsh");
        Files.writeString(folder.resolve("script"), Cli.out("completion", "zsh"));
        String screen = run("timeout", "60", "zsh", "-f", "-c", ZSH);
        assertTrue(screen.contains("RAN:inspect --format json"), screen);
    }

    @Test
    void shellThatIsNotKnownIsWrongUsage() {
        Cli.Result result = Cli.run("completion", "fish");
        assertEquals(ExitStatus.USAGE, result.status());
        assertTrue(result.onlyErrorLine().contains("'fish' is not one of bash, zsh"), result.err());
        assertEquals(ExitStatus.USAGE, Cli.run("completion").status());
        assertEquals(List.of(), Cli.run("completion").out().lines().toList());
    }
}
