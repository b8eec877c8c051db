package dev.vernier.cli;

import dev.vernier.cli.console.Console;
import dev.vernier.cli.inspect.Detail;
import dev.vernier.cli.inspect.FileText;
import dev.vernier.cli.inspect.FolderText;
import dev.vernier.cli.inspect.InspectFormat;
import dev.vernier.cli.inspect.InspectJson;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.SpacingRules;
import dev.vernier.inspect.FileInspection;
import dev.vernier.inspect.FolderInspection;
import dev.vernier.scan.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vernier inspect}: one file or series explained. */
@Command(
        header = "Explain one file, or the series of a folder: what was read, and why this spacing and status.",
        description = {
            "",
            "Of a file: what a scan reads of it and where, how it is encoded, where the reading stopped and why, and what"
                    + " geometry follows from it. Of a folder: for each series the positions, gaps and their clusters, and which"
                    + " rule gave x, y and z. More than three series are listed. Archives (zip, tar) are folders, and a NIfTI file"
                    + " is a series.",
            ""
        },
        customSynopsis = "vernier inspect FILE|FOLDER [options]",
        usageHelpWidth = 100,
        sortOptions = false,
        footer = {
            "",
            "Exit status: 0 done; 1 failed; 2 wrong usage; 3 no DICOM series found; 8 --strict and something was",
            "unreadable or malformed; 130 interrupted.",
            "",
            "Examples:",
            "  vernier inspect slice.dcm",
            "  vernier inspect /data/archive/patient7 --series 1.2.840.113619.2.5",
            "  vernier inspect /data/archive/patient7 --z positions --all | less"
        })
final class InspectCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|FOLDER", description = "What to explain.")
    private Path path;

    @Option(
            names = "--series",
            paramLabel = "UID",
            description = "Explain this series only, of those in and below the folder.")
    private String series;

    @Option(
            names = "--all",
            description =
                    "Leave nothing out: every series, every stack, every gap and cluster, values in full, and of what was"
                            + " of no use the first 1,000 of each kind. Default: what is long is cut, and said to be.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Labels.InspectFormats.class,
            description = "What goes to standard output: text, or json, which leaves nothing out. Default: text.")
    private InspectFormat format;

    @Mixin(name = "Result")
    private StrictOption strict = new StrictOption();

    @Mixin(name = "Spacings")
    private SpacingOptions spacings = new SpacingOptions();

    @Mixin(name = "Reading")
    private LinkOptions links = new LinkOptions();

    @Mixin(name = "Console")
    private ConsoleOptions talk = new ConsoleOptions();

    @Mixin(name = "Tolerances")
    private ToleranceOptions tolerances = new ToleranceOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        talk.check(spec.commandLine());
        SpacingRules rules = spacings.rules(tolerances.rules());
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            return show(scan(rules));
        }
        FileInspection file = FileInspection.of(path, rules);
        if (!file.isDicom() && file.outcome() != Outcome.EMPTY && file.outcome() != Outcome.UNREADABLE) {
            FolderInspection inside = scan(rules); // an archive, or a NIfTI file
            if (inside.isOfFolder()
                    || !inside.series().isEmpty()
                    || inside.problemCounts().containsKey(Problem.NOT_OPENED)) {
                return show(inside);
            }
        }
        if (series != null) {
            throw new ParameterException(
                    spec.commandLine(), "--series is for folders and archives, and " + path + " is a file");
        }
        return show(file);
    }

    private boolean isJson() {
        return format == InspectFormat.JSON;
    }

    private Detail detail() {
        return all ? Detail.ALL : Detail.BOUNDED;
    }

    /** A file that is explained is a success, whatever came out. */
    private int show(FileInspection file) throws IOException {
        if (file.outcome() == Outcome.UNREADABLE) {
            if (!strict.isSet()) {
                throw new IOException(path + ": " + file.detail());
            }
            console.fail(path + ": " + file.detail());
            return status(true);
        }
        console.print(isJson() ? InspectJson.of(file, Version.number()) : FileText.of(file, detail(), console.paint()));
        return status(file.isBroken());
    }

    private int show(FolderInspection folder) throws IOException {
        if (!folder.series().isEmpty() || folder.problemCount() > 0) {
            console.print(
                    isJson()
                            ? InspectJson.of(path.toString(), folder, Version.number())
                            : FolderText.of(folder, detail(), console.paint()));
        }
        int status = ExitStatus.DONE;
        if (folder.series().isEmpty()) {
            long images = folder.problemCounts().getOrDefault(Outcome.NO_SERIES.name(), 0L);
            status = noSeries(NoSeries.reason(images, folder.problemCounts(), folder.problems()));
        }
        return strict.isSet() && folder.hasUnreadable() ? status(true) : status;
    }

    private FolderInspection scan(SpacingRules rules) throws IOException {
        Set<String> only = series == null ? Set.of() : Set.of(series);
        return WatchedScan.run(
                console,
                talk,
                ScanText::progress,
                listener -> FolderInspection.of(path, rules, links.follow(), only, listener));
    }

    private int noSeries(String reason) {
        console.fail("no DICOM series" + (series == null ? "" : " " + series) + " found in " + path + reason);
        return ExitStatus.NO_SERIES;
    }

    private int status(boolean anythingBad) {
        if (strict.isSet() && anythingBad) {
            console.fail("something was unreadable or malformed, and --strict was given");
            return ExitStatus.UNREADABLE;
        }
        return ExitStatus.DONE;
    }
}
