package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import dev.vernier.cli.console.Paint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Runs the command line within the test's JVM. */
final class Cli {

    private Cli() {}

    /**
     * What a command left behind.
     *
     * @param status exit status
     * @param out standard output
     * @param err standard error
     */
    record Result(int status, String out, String err) {

        /** Standard error as it should be after a failure: one line. */
        String onlyErrorLine() {
            List<String> lines = err.lines().toList();
            if (lines.size() != 1) {
                throw new AssertionError("not one line: " + err);
            }
            return lines.get(0);
        }
    }

    /** The names of the commands that are known where these are the arguments: of all, where there are none. */
    static Set<String> commands(String... arguments) {
        Console console = Console.of(new ByteArrayOutputStream(), new ByteArrayOutputStream(), Paint.PLAIN);
        return Main.commandLine(console, arguments).getSubcommands().keySet();
    }

    static Result run(Object... arguments) {
        return run(Paint.PLAIN, arguments);
    }

    /** As on a terminal, if it is to have colours. */
    static Result run(Paint paint, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] texts = Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        int status = Main.run(Console.of(out, err, paint), texts);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs what must succeed, and gives standard output. */
    static String out(Object... arguments) {
        Result result = run(arguments);
        if (result.status() != 0) {
            throw new AssertionError("exit status " + result.status() + ": " + result.err());
        }
        return result.out();
    }
}
