package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import dev.vernier.cli.console.ProgressDisplay;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is said beside the result. */
final class ConsoleOptions {

    static final String VERBOSE = "--verbose";

    @Option(
            names = "--progress",
            description = "Show the progress even if standard error is not a terminal; then as a line every second.")
    private boolean progress;

    @Option(names = "--no-progress", description = "Show no progress.")
    private boolean noProgress;

    @Option(names = "--quiet", description = "Print nothing but the result and errors.")
    private boolean quiet;

    @Option(names = VERBOSE, description = "Say more on standard error: what a scan took, and where errors come from.")
    private boolean verbose;

    /** Refuses options that contradict each other. */
    void check(CommandLine commandLine) {
        if (progress && (noProgress || quiet)) {
            throw new ParameterException(
                    commandLine, "--progress contradicts " + (noProgress ? "--no-progress" : "--quiet"));
        }
        if (quiet && verbose) {
            throw new ParameterException(commandLine, "--quiet contradicts --verbose");
        }
    }

    /** Shows the progress until it is closed, on an interruption too. */
    ProgressDisplay startProgress(Console console) {
        if (noProgress || quiet || !progress && !console.errorIsTerminal()) {
            return ProgressDisplay.NONE;
        }
        ProgressDisplay display = console.errorIsTerminal()
                ? ProgressDisplay.changingLine(console.err())
                : ProgressDisplay.lines(console.err());
        console.interruption().onInterrupt(display::close);
        return display;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    /** Whether a person is there who would like to know where things are. */
    boolean chatty(Console console) {
        return verbose || !quiet && console.errorIsTerminal();
    }
}
