package dev.vernier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code man}: the page that is made of the help. */
class ManPageTest {

    private static final Pattern LONG_OPTION = Pattern.compile("^ +(?:-\\w, )?(--[\\w-]+)", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    /** The page as a reader sees it; nothing may be worth a warning. */
    private String rendered() throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "groff"))),
                "groff is missing");
        Path page = Files.writeString(folder.resolve("vernier.1"), Cli.out("man"));
        Process groff = new ProcessBuilder("groff", "-man", "-ww", "-Tascii", "-P-c", "-rLL=100n", page.toString())
                .redirectError(folder.resolve("warnings").toFile())
                .start();
        String text = new String(groff.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(0, groff.waitFor());
        assertEquals("", Files.readString(folder.resolve("warnings")));
        return text.replaceAll(".\b", "");
    }

    @Test
    void pageIsValidAndHoldsEveryOptionOfEveryCommand() throws Exception {
        String page = rendered();
        for (String section : List.of("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "VERNIER SCAN", "ENVIRONMENT")) {
            assertTrue(page.lines().anyMatch(section::equals), section);
        }
        for (String command : List.of("scan", "inspect", "synth", "demo", "cache", "completion", "man")) {
            List<String> options = LONG_OPTION
                    .matcher(Cli.out(command, "--help"))
                    .results()
                    .map(MatchResult::group)
                    .map(String::strip)
                    .toList();
            assertTrue(!options.isEmpty(), command);
            for (String option : options) {
                assertTrue(page.lines().anyMatch(line -> line.strip().startsWith(option)), command + " " + option);
            }
        }
    }

    @Test
    void examplesCanBeCopied() throws Exception {
        String page = rendered();
        assertTrue(
                page.contains("vernier scan /data/archive --catalog train.csv --domain Modality --out results"), page);
        assertTrue(page.contains("jq '.domains[] | {domain, median}'"), page);
    }

    @Test
    void textIsNeverTakenForARequest() {
        assertEquals(
                "\\&.SH 5 \\- \\(aqx\\(aq \\en\n",
                new Roff().lines(".SH 5 - 'x' \\n").toString());
        assertEquals(".SH \"a \\(dqb\\(dq\"\n", new Roff().section("a \"b\"").toString());
    }
}
