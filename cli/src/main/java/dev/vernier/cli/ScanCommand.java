package dev.vernier.cli;

import dev.vernier.SpacingReport;
import dev.vernier.VoxelSpacing;
import dev.vernier.cache.HeaderCache;
import dev.vernier.cli.console.Console;
import dev.vernier.cli.output.Presentation;
import dev.vernier.cli.output.ResultFiles;
import dev.vernier.cli.output.ResultFolder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vernier scan}: the main job. */
@Command(
        header = "Scan folders, archives or files: series, their spacings, domains, findings.",
        description = {
            "",
            "Every file is looked at, whatever its name; what is neither DICOM nor NIfTI is counted. Zip, tar and tar.gz"
                    + " archives given as roots are read in place.",
            ""
        },
        customSynopsis = "vernier scan ROOT... [options]",
        usageHelpWidth = 100,
        sortOptions = false,
        footer = {
            "",
            "Exit status: 0 done; 1 failed; 2 wrong usage; 3 no DICOM series found; 8 --strict and something was",
            "unreadable or malformed; 130 interrupted.",
            "",
            "Examples:",
            "  vernier scan /data/archive",
            "  vernier scan /data/archive --catalog train.csv --domain Modality --out results",
            "  vernier scan download.zip --catalog train.csv --domain Modality",
            "  vernier scan ct mr --domain folder:1,Manufacturer --min-domain 10",
            "  vernier scan /data/archive --format json | jq '.domains[] | {domain, median}'",
            "  vernier scan /data/archive --axes patient --domain Modality,plane",
            "  vernier scan /data/archive --sample 200 --seed 1 --target nnunet --order zyx"
        })
final class ScanCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROOT", arity = "1..*", description = "Folders, archives, or single files, to scan.")
    private List<String> roots;

    @Mixin(name = "Which series")
    private InputOptions input = new InputOptions();

    @Mixin(name = "Domains")
    private DomainOptions domains = new DomainOptions();

    @Mixin(name = "Spacings")
    private RuleOptions rules = new RuleOptions();

    @Mixin(name = "Result")
    private OutputOptions output = new OutputOptions();

    @Mixin(name = "Reading")
    private ReadingOptions reading = new ReadingOptions();

    @Mixin(name = "Console")
    private ConsoleOptions talk = new ConsoleOptions();

    @Mixin(name = "Tolerances")
    private ToleranceOptions tolerances = new ToleranceOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    ScanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        input.check(spec.commandLine());
        domains.check(spec.commandLine());
        talk.check(spec.commandLine());
        reading.check(spec.commandLine());
        output.check(spec.commandLine());
        if (output.out() == null) {
            return show(scan());
        }
        try (ResultFolder folder = new ResultFolder(output.out())) {
            console.interruption().onInterrupt(folder::close);
            folder.claim();
            SpacingReport report = scan();
            files(report).writeTo(folder, output.parquet());
            int status = show(report);
            if (talk.chatty(console)) {
                console.say("results: " + folder.folder());
            }
            return status;
        }
    }

    private SpacingReport scan() throws IOException {
        VoxelSpacing.Builder builder = VoxelSpacing.builder();
        PathConverter.roots(roots, spec.commandLine()).forEach(builder::root);
        input.applyTo(builder);
        domains.applyTo(builder);
        rules.applyTo(builder, tolerances.rules());
        try (HeaderCache cache = reading.openCache(this::tellCacheProblem)) {
            reading.applyTo(builder, cache);
            SpacingReport report = WatchedScan.run(
                    console,
                    talk,
                    ScanText::progress,
                    listener -> builder.listener(listener).build().scan());
            if (talk.verbose()) {
                ScanText.cache(cache).ifPresent(console::say);
            }
            return report;
        } catch (IllegalArgumentException e) {
            // The one thing the engine itself must judge is the domain expression.
            if (String.valueOf(e.getMessage()).startsWith("--domain")) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
            throw e;
        }
    }

    private void tellCacheProblem(String problem) {
        console.fail("going on without the cache: " + problem);
    }

    private ResultFiles files(SpacingReport report) {
        Presentation presentation = new Presentation(output.order(), rules.target(), domains.minDomain());
        return new ResultFiles(report, presentation, Version.number());
    }

    private int show(SpacingReport report) throws IOException {
        console.print(files(report).text(output.format(), console.paint()));
        if (talk.verbose()) {
            ScanText.cost(report.cost(), report.filesSeen(), reading.threads()).forEach(console::say);
        }
        boolean found = !report.series().isEmpty();
        if (!found) {
            console.fail("no DICOM series" + input.hint() + " found in " + String.join(", ", roots)
                    + NoSeries.reason(report));
        }
        if (output.strict() && report.hasUnreadable()) {
            console.fail("some files or folders were unreadable or malformed, and --strict was given:"
                    + (output.out() == null ? " --out DIR lists them in findings.csv" : " findings.csv lists them"));
            return ExitStatus.UNREADABLE;
        }
        return found ? ExitStatus.DONE : ExitStatus.NO_SERIES;
    }
}
