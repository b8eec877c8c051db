package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vernier man}: the manual page. */
@Command(
        header = "Print the manual page, made from the same text as the help of all commands.",
        description = {"", "In the language of man and groff.", ""},
        customSynopsis = "vernier man",
        usageHelpWidth = 100,
        footer = {"", "Examples:", "  vernier man | man -l -", "  vernier man > /usr/local/share/man/man1/vernier.1"})
final class ManCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    ManCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.print(ManPage.of(Main.commandLine(console).getCommandSpec(), Version.number()));
        return ExitStatus.DONE;
    }
}
