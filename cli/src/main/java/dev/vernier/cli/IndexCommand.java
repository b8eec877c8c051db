package dev.vernier.cli;

import dev.vernier.Roots;
import dev.vernier.SpacingReport;
import dev.vernier.cli.console.Console;
import dev.vernier.cli.output.IndexFile;
import dev.vernier.cli.output.ResultFolder;
import dev.vernier.dicom.Outcome;
import dev.vernier.index.IndexTag;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.ScanOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vernier index}: any header tags, one row a file. */
@Command(
        header = "Write any header tags of all files into one table, a row a file.",
        description = {
            "",
            "Every file has a row, whatever became of it: its path, its outcome, a detail where something is wrong or odd,"
                    + " the tags, and in the column unparsed the raw text of what is no value of its column. Rows are sorted"
                    + " by path. Symbolic links that are not followed, and folders that cannot be listed, have no row: they"
                    + " are told on standard error.",
            ""
        },
        customSynopsis = "vernier index ROOT... --tags LIST -o FILE.parquet|FILE.csv [options]",
        usageHelpWidth = 100,
        sortOptions = false,
        footer = {
            "",
            "Tags: a keyword (PatientID) or number ((0018,0050), 00180050); in sequences SEQUENCE/TAG, in the Nth item"
                    + " SEQUENCE[N]/TAG; private ones ggggxxee@CREATOR, since the block xx varies from file to file, and"
                    + " :VR for their type, such as 0019xx0A@SIEMENS MR HEADER:US. A shell wants parentheses and blanks in"
                    + " quotes.",
            "",
            "Exit status: 0 done; 1 failed; 2 wrong usage; 3 no DICOM file found; 8 --strict and something was"
                    + " unreadable, truncated or malformed; 130 interrupted.",
            "",
            "Examples:",
            "  vernier index /data/archive --tags PatientID,StudyDate,Modality,PixelSpacing -o headers.parquet",
            "  vernier index ct mr -o shared.csv \\",
            "      --tags SharedFunctionalGroupsSequence/PixelMeasuresSequence/PixelSpacing",
            "  vernier index /data/archive --tags 0019xx0A:US --private 'SIEMENS MR HEADER' -o mosaic.csv"
        })
final class IndexCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "ROOT",
            arity = "1..*",
            description = "Folders, zip or tar archives, or single files, to index.")
    private List<String> roots;

    @Mixin(name = "Table")
    private IndexOptions table = new IndexOptions();

    @Mixin(name = "Reading")
    private FileOptions files = new FileOptions();

    @Mixin(name = "Console")
    private ConsoleOptions talk = new ConsoleOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    IndexCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        talk.check(spec.commandLine());
        List<IndexTag> tags = table.tags(spec.commandLine());
        List<Path> paths = PathConverter.roots(roots, spec.commandLine());
        try (ResultFolder folder = ResultFolder.of(table.file(), "another -o FILE")) {
            console.interruption().onInterrupt(folder::close);
            folder.claim();
            ScanOptions options = files.optionsOf(Roots.withoutNested(paths));
            long startNanos = System.nanoTime();
            IndexFile file = new IndexFile(table.file(), tags, table.joiner(), Version.number());
            ArchiveTally counts = WatchedScan.run(
                    console, talk, ScanText::indexing, listener -> file.writeTo(folder, options, listener));
            folder.publish();
            if (talk.verbose()) {
                Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
                ScanText.cost(
                                new SpacingReport.Cost(elapsed, counts.folders(), counts.reads(), counts.bytesRead()),
                                counts.files(),
                                files.threads())
                        .forEach(console::say);
            }
            return tell(counts, options.roots());
        }
    }

    private int tell(ArchiveTally counts, List<Path> scanned) {
        WithoutRow.unlisted(counts, scanned).forEach(console::fail);
        if (!talk.quiet()) {
            WithoutRow.links(counts, scanned).forEach(console::say);
        }
        if (talk.chatty(console)) {
            ScanText.indexed(counts, table.file()).forEach(console::say);
        }
        boolean found = counts.files() > noDicom(counts);
        if (!found) {
            console.fail("no DICOM file found in " + String.join(", ", roots));
        }
        if (files.strict() && counts.hasUnreadable()) {
            console.fail(
                    "some files or folders were unreadable, truncated or malformed, and --strict was given: the column"
                            + " outcome tells which files");
            return ExitStatus.UNREADABLE;
        }
        return found ? ExitStatus.DONE : ExitStatus.NO_SERIES;
    }

    private static long noDicom(ArchiveTally counts) {
        return counts.files(Outcome.NOT_DICOM) + counts.files(Outcome.EMPTY) + counts.files(Outcome.NIFTI);
    }
}
