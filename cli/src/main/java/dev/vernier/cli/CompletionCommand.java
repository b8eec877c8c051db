package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vernier completion}: lets a shell complete commands, options and their values. */
@Command(
        header = "Print the script by which a shell completes commands, options and their values.",
        description = {
            "",
            "To be read by the shell when it starts, or kept in the folder where it looks for such scripts.",
            ""
        },
        customSynopsis = "vernier completion bash|zsh",
        usageHelpWidth = 100,
        footer = {
            "",
            "Examples:",
            "  source <(vernier completion bash)             in ~/.bashrc",
            "  source <(vernier completion zsh)              in ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = Labels.Shells.class,
            description = "The shell: bash or zsh.")
    private Shell shell;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine all = Main.commandLine(console);
        String script = AutoComplete.bash(all.getCommandName(), all);
        console.print(header(all.getCommandName()) + withoutHeader(script));
        return ExitStatus.DONE;
    }

    /** One script serves both: the library has zsh read it as bash does, and start its completion if need be. */
    private String header(String command) {
        String start = shell == Shell.ZSH ? "~/.zshrc" : "~/.bashrc";
        return "# Completes the command line of " + command + " in " + shell.label() + ", by picocli "
                + CommandLine.VERSION + "; in " + start + ":\n#   source <(" + command + " completion " + shell.label()
                + ")\n\n";
    }

    /** The library's own speaks of files that are not there. */
    private static String withoutHeader(String script) {
        return script.lines()
                .dropWhile(line -> line.isEmpty() || line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
