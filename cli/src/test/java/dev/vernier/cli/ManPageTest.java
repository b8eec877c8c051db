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
import picocli.CommandLine.Model.CommandSpec;

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
        for (String command : Cli.commands()) {
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
    void onlyALineRightBeforeExamplesIsTheirHeading() {
        CommandSpec spec = CommandSpec.create().name("x");
        spec.usageMessage()
                .footer(
                        "",
                        "Words that end a line with",
                        "a colon:",
                        "and go on.",
                        "",
                        "Alone:",
                        "",
                        "Examples:",
                        "  x 1");
        String page = ManPage.of(spec, "1");
        assertTrue(page.contains("Words that end a line with\na colon:\nand go on.\n"), page);
        assertTrue(page.contains("\nAlone:\n"), page);
        assertTrue(page.contains(".SS \"Examples\"\n.PP\n.EX\nx 1\n.EE\n"), page);
        assertEquals(1, page.split("\\.SS ", -1).length - 1, page);
    }

    @Test
    void noSentenceIsBrokenIntoParagraphs() throws Exception {
        String words = rendered().replaceAll("\\s+", " ");
        assertTrue(words.contains("a detail where something is wrong or odd, the tags, and in the column"), words);
        assertTrue(words.contains("such as 0019xx0A@SIEMENS MR HEADER:US. A shell wants"), words);
    }

    @Test
    void textIsNeverTakenForARequest() {
        assertEquals(
                "\\&.SH 5 \\- \\(aqx\\(aq \\en\n",
                new Roff().lines(".SH 5 - 'x' \\n").toString());
        assertEquals(".SH \"a \\(dqb\\(dq\"\n", new Roff().section("a \"b\"").toString());
    }
}
