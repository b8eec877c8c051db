package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import dev.vernier.cli.console.ProgressDisplay;
import dev.vernier.synth.Profile;
import dev.vernier.synth.SynthOptions;
import dev.vernier.synth.SynthSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vernier synth}: a data set whose right answer is known. */
@Command(
        header = "Write a synthetic DICOM data set whose right answer is known.",
        description = {
            "",
            "DIR/series holds the files, DIR/train.csv the catalog, DIR/truth.csv and DIR/truth-domains.csv the"
                    + " answers. The same options give the same bytes.",
            ""
        },
        customSynopsis = "vernier synth DIR [options]",
        usageHelpWidth = 100,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  vernier synth archive",
            "  vernier synth large --series 4348 --slices 230 --seed 7"
        })
final class SynthCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder to write to: a new one, or an empty one.")
    private Path directory;

    @Option(names = "--series", paramLabel = "N", description = "How many series. Default: 400.")
    private Integer series;

    @Option(names = "--slices", paramLabel = "N", description = "How many slices a series has on average. Default: 30.")
    private Integer slices;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Another whole number gives another data set, the same number the same one. Default: 1.")
    private Long seed;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            completionCandidates = Labels.Profiles.class,
            description = "What kind of archive is imitated. rsna-iad: the training set of RSNA Intracranial Aneurysm"
                    + " Detection. Default: rsna-iad.")
    private Profile profile;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = NumberConverters.Threads.class,
            description = "Write N series at a time. Default: one for each processor.")
    private Integer threads;

    @Mixin(name = "Console")
    private ConsoleOptions talk = new ConsoleOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    SynthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        talk.check(spec.commandLine());
        SynthOptions options = options();
        SynthSummary summary;
        try (ProgressDisplay display = talk.startProgress(console)) {
            summary = new SynthRun(directory, console, display).write(options);
        }
        console.print(text(summary));
        return ExitStatus.DONE;
    }

    private SynthOptions options() {
        SynthOptions defaults = SynthOptions.defaults();
        try {
            return new SynthOptions(
                    series == null ? defaults.series() : series,
                    slices == null ? defaults.slices() : slices,
                    seed == null ? defaults.seed() : seed,
                    profile == null ? defaults.profile() : profile,
                    threads == null ? defaults.threads() : threads);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private String text(SynthSummary summary) {
        Path files = directory.resolve("series");
        return String.format(
                Locale.ROOT,
                """
                %,d series, %,d files in %.1f s: %s
                the right answer: %s, %s
                try: vernier scan %s --catalog %s --domain Modality
                """,
                summary.series(),
                summary.files(),
                summary.elapsedNanos() / 1e9,
                files,
                summary.truth(),
                summary.truthDomains(),
                ShellWord.of(files),
                ShellWord.of(summary.catalog()));
    }
}
