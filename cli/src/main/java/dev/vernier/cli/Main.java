package dev.vernier.cli;

import dev.vernier.AxisSystem;
import dev.vernier.Target;
import dev.vernier.cache.CacheCheck;
import dev.vernier.cli.console.Console;
import dev.vernier.cli.console.Paint;
import dev.vernier.cli.inspect.InspectFormat;
import dev.vernier.cli.output.AxisOrder;
import dev.vernier.cli.output.ResultFormat;
import dev.vernier.geometry.ZRule;
import dev.vernier.io.ReadStrategy;
import dev.vernier.scan.SeriesGrouping;
import dev.vernier.synth.Profile;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the process begins and ends: arguments in, exit status out, every failure in one line. */
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its {@link ExitStatus}. */
    public static void main(String[] args) {
        Console console = Console.ofProcess();
        console.interruption().arm();
        int status = run(console, args);
        console.interruption().finish();
        System.exit(status);
    }

    /**
     * Runs the command that the arguments name; errors that are not the command's own, such as too little memory, end
     * here too.
     */
    static int run(Console console, String... args) {
        try {
            return commandLine(console, args).execute(args);
        } catch (RuntimeException | Error e) {
            console.fail(Failures.inOneLine(e));
            return ExitStatus.FAILED;
        }
    }

    /** What reads these arguments: it knows the command that they name, or all. */
    static CommandLine commandLine(Console console, String... args) {
        CommandLine commandLine = new CommandLine(new VernierCommand());
        Commands.addTo(commandLine, console, args);
        return commandLine
                .registerConverter(AxisOrder.class, new Labels.AxisOrders())
                .registerConverter(AxisSystem.class, new Labels.AxisSystems())
                .registerConverter(CacheCheck.class, new Labels.CacheChecks())
                .registerConverter(InspectFormat.class, new Labels.InspectFormats())
                .registerConverter(Path.class, new PathConverter())
                .registerConverter(Profile.class, new Labels.Profiles())
                .registerConverter(ReadStrategy.class, new Labels.ReadStrategies())
                .registerConverter(ResultFormat.class, new Labels.ResultFormats())
                .registerConverter(SeriesGrouping.class, new Labels.Groupings())
                .registerConverter(Shell.class, new Labels.Shells())
                .registerConverter(Target.class, new Labels.Targets())
                .registerConverter(ZRule.class, new Labels.ZRules())
                .setExpandAtFiles(false) // a file name may begin with @
                .setColorScheme(colours(console))
                .setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(console.err(), true))
                .setParameterExceptionHandler((e, refused) -> wrongUsage(console, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(console, e, parsed));
    }

    private static ColorScheme colours(Console console) {
        return CommandLine.Help.defaultColorScheme(console.paint() == Paint.PLAIN ? Ansi.OFF : Ansi.ON);
    }

    private static int wrongUsage(Console console, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        console.fail(message(e) + suggestion(e) + " (try '" + command + " --help')");
        return ExitStatus.USAGE;
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !e.getCommandLine().getSubcommands().isEmpty()) {
            return "there is no command '" + unmatched.getUnmatched().get(0) + "'";
        }
        String message = e.getMessage();
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            return suggestions.isEmpty() ? "" : ": did you mean " + suggestions.get(0) + "?";
        }
        return "";
    }

    private static int failed(Console console, Exception e, ParseResult parsed) {
        if (parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption(ConsoleOptions.VERBOSE)) {
            e.printStackTrace(console.err());
        }
        console.fail(Failures.inOneLine(e));
        return ExitStatus.FAILED;
    }
}
