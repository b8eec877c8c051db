package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vernier man}: the manual page. */
@Command(
        name = "man",
        header = "Print the manual page, made from the same text as the help of all commands.",
        description = {"", "In the language of man and groff.", ""},
        customSynopsis = "vernier man",
        usageHelpWidth = 100,
        footer = {"", "Examples:", "  vernier man | man -l -", "  vernier man > /usr/local/share/man/man1/vernier.1"})
final class ManCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

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
        console.print(ManPage.of(spec.root(), Version.number()));
        return ExitStatus.DONE;
    }
}
