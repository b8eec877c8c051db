package dev.vernier.cli;

import dev.vernier.SpacingReport;
import dev.vernier.Target;
import dev.vernier.VoxelSpacing;
import dev.vernier.cli.console.Console;
import dev.vernier.cli.console.FolderRemoval;
import dev.vernier.cli.console.ProgressDisplay;
import dev.vernier.cli.output.AxisOrder;
import dev.vernier.cli.output.Presentation;
import dev.vernier.cli.output.ResultFiles;
import dev.vernier.cli.output.ResultFolder;
import dev.vernier.cli.output.ResultFormat;
import dev.vernier.synth.SynthOptions;
import dev.vernier.synth.SynthSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vernier demo}: the whole way, from files to a table, on a small data set made for it. */
@Command(
        header = "See the whole way from files to the table, on a small synthetic archive.",
        description = {
            "",
            "Writes the archive to a temporary folder, scans it, and compares the medians with the right answer. The"
                    + " results stay, the archive goes.",
            ""
        },
        customSynopsis = "vernier demo [options]",
        usageHelpWidth = 100,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    private static final int SERIES = 120;
    private static final int SLICES = 30;
    private static final String ARCHIVE = "archive";
    private static final Duration REMOVAL_LIMIT = Duration.ofSeconds(30);
    private static final Duration REMOVAL_WHEN_INTERRUPTED = Duration.ofMillis(700);

    private final Console console;

    /** What there is to tell. */
    private record Demonstration(String text, boolean isRight) {}

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go. Default: a temporary folder.")
    private Path out;

    @Option(names = "--keep", description = "Keep the synthetic archive, to look at it and to scan it again.")
    private boolean keep;

    @Mixin(name = "Console")
    private ConsoleOptions talk = new ConsoleOptions();

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        talk.check(spec.commandLine());
        Path folder = Files.createTempDirectory("vernier-demo-");
        console.interruption().onInterrupt(() -> FolderRemoval.remove(folder, REMOVAL_WHEN_INTERRUPTED));
        boolean done = false;
        try {
            Demonstration shown = demonstrate(folder);
            console.print(shown.text);
            if (!shown.isRight) {
                console.fail("the medians are not the right answer: please report this");
            }
            done = true;
            return shown.isRight ? ExitStatus.DONE : ExitStatus.FAILED;
        } finally {
            cleanUp(folder, done);
        }
    }

    /** Keeps what was asked for, and the results where a user has been told they are. */
    private void cleanUp(Path folder, boolean done) {
        if (!done || out != null && !keep) {
            FolderRemoval.remove(folder, REMOVAL_LIMIT);
        } else if (!keep) {
            FolderRemoval.remove(folder.resolve(ARCHIVE), REMOVAL_LIMIT);
        }
    }

    private Demonstration demonstrate(Path folder) throws IOException {
        Path archive = folder.resolve(ARCHIVE);
        try (ResultFolder results = new ResultFolder(out == null ? folder.resolve("results") : out)) {
            console.interruption().onInterrupt(results::close);
            results.claim();
            SynthSummary synth = synth(archive);
            SpacingReport report = VoxelSpacing.builder()
                    .root(archive.resolve("series"))
                    .catalog(synth.catalog())
                    .domain("Modality")
                    .build()
                    .scan();
            ResultFiles files =
                    new ResultFiles(report, new Presentation(AxisOrder.XYZ, Target.MEDIAN, 0), Version.number());
            files.writeTo(results, false);
            if (talk.verbose()) {
                ScanText.cost(report.cost(), report.filesSeen(), ScanText.ENGINES_CHOICE)
                        .forEach(console::say);
            }
            boolean isRight = TruthCheck.isRight(report, synth.truthDomains());
            String story = story(synth, report, isRight, results.folder(), archive);
            return new Demonstration(files.text(ResultFormat.TABLE, console.paint()) + story, isRight);
        }
    }

    private SynthSummary synth(Path archive) throws IOException {
        SynthOptions defaults = SynthOptions.defaults();
        try (ProgressDisplay display = talk.startProgress(console)) {
            return new SynthRun(archive, console, display)
                    .write(new SynthOptions(SERIES, SLICES, defaults.seed(), defaults.profile(), defaults.threads()));
        }
    }

    private String story(SynthSummary synth, SpacingReport report, boolean isRight, Path results, Path archive) {
        StringBuilder story = new StringBuilder("\n");
        story.append(String.format(
                Locale.ROOT,
                " An archive of %,d series in %,d files was written in %.1f s and scanned in %.1f s.%n",
                synth.series(),
                synth.files(),
                synth.elapsedNanos() / 1e9,
                report.cost().elapsed().toNanos() / 1e9));
        story.append(isRight ? " The medians are exactly the right answer.\n" : " The medians are WRONG.\n");
        story.append(" Results: " + results + "\n");
        story.append(" Look at: " + results.resolve("report.html") + "\n");
        if (keep) {
            story.append(" Archive: " + archive + "\n");
            story.append(" Try:     vernier scan " + ShellWord.of(archive.resolve("series")) + " --catalog "
                    + ShellWord.of(synth.catalog()) + " --domain Modality\n");
        } else {
            story.append(" The archive is gone again; vernier demo --keep leaves it for you to try more.\n");
        }
        return story.toString();
    }
}
