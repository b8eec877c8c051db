package dev.vernier.cli;

import dev.vernier.cache.CacheCare;
import dev.vernier.cache.CacheSummary;
import dev.vernier.cli.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vernier cache}: looks after the files that {@code scan --cache} keeps. */
@Command(
        header = "Look after a header cache, which scan --cache keeps.",
        usageHelpWidth = 100,
        footer = {
            "",
            "A cache that was not closed in order, since a scan was killed, or that is damaged, is recovered by the next",
            "scan that uses it. Exit status: 0 done, and what was verified is sound; 1 failed, or it is not; 2 wrong usage.",
            "",
            "Example:",
            "  vernier cache stat headers.vmap"
        })
final class CacheCommand implements Runnable {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    CacheCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What with the cache? stat, verify or compact");
    }

    @Command(name = "stat", description = "Say how large it is, what it holds and whether it is in order.")
    int stat(@Parameters(paramLabel = "FILE", description = "The cache.") Path file) throws IOException {
        print(file, CacheCare.stat(file));
        return ExitStatus.DONE;
    }

    @Command(name = "verify", description = "Read all of it, and say whether it is what it was when it was closed.")
    int verify(@Parameters(paramLabel = "FILE", description = "The cache.") Path file) throws IOException {
        CacheSummary summary = CacheCare.verify(file);
        print(file, summary);
        if (summary.condition() != CacheSummary.Condition.SOUND) {
            console.fail(file + " is not what was closed last: the next scan that uses it recovers what can be read");
            return ExitStatus.FAILED;
        }
        return ExitStatus.DONE;
    }

    @Command(name = "compact", description = "Rebuild it into a file no larger than it must be.")
    int compact(@Parameters(paramLabel = "FILE", description = "The cache.") Path file) throws IOException {
        print(file, CacheCare.compact(file));
        return ExitStatus.DONE;
    }

    private void print(Path file, CacheSummary cache) throws IOException {
        console.print("file       " + file + "\n"
                + "condition  " + condition(cache.condition()) + "\n"
                + "records    " + (cache.records() < 0 ? "not known" : number(cache.records())) + "\n"
                + "made for   " + (cache.capacity() == 0 ? "not known" : number(cache.capacity()) + " records") + "\n"
                + "bytes      " + number(cache.bytes()) + "\n"
                + "version    " + (cache.version() == 0 ? "not known" : cache.version()) + "\n");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String condition(CacheSummary.Condition condition) {
        return switch (condition) {
            case CLOSED -> "closed in order";
            case SOUND -> "closed in order, and sound";
            case IN_USE -> "in use";
            case NOT_CLOSED -> "not closed in order: recovered by the next scan that uses it";
            case DAMAGED -> "damaged: recovered by the next scan that uses it, as far as it can be read";
        };
    }
}
