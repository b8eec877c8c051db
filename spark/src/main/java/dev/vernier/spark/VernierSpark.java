package dev.vernier.spark;

import dev.vernier.AxisSystem;
import dev.vernier.Target;
import dev.vernier.cli.DomainOptions;
import dev.vernier.cli.GroupingOptions;
import dev.vernier.cli.LabelConverter;
import dev.vernier.cli.NoSeries;
import dev.vernier.cli.OptionSections;
import dev.vernier.cli.RuleOptions;
import dev.vernier.cli.ToleranceOptions;
import dev.vernier.cli.WalkOptions;
import dev.vernier.cli.output.AxisOrder;
import dev.vernier.cli.output.DomainsCsv;
import dev.vernier.dicom.Outcome;
import dev.vernier.geometry.ZRule;
import dev.vernier.scan.ArchiveTally;
import dev.vernier.scan.SeriesGrouping;
import dev.vernier.spark.files.HadoopAccess;
import dev.vernier.spark.files.ResultFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The application for {@code spark-submit}: what {@code vernier scan} does, on a cluster. */
@Command(
        name = "VernierSpark",
        header = "Scan archives on a cluster: series, their spacings, domains, findings.",
        description = {
            "",
            "Folders, files and the catalog may be on any of Hadoop's file systems (hdfs://, s3a://, file:// where all",
            "machines have it mounted). Standard output gets what domains.csv holds.",
            ""
        },
        customSynopsis = "spark-submit --class dev.vernier.spark.VernierSpark vernier-spark.jar ROOT... [options]",
        usageHelpWidth = 100,
        sortOptions = false,
        footer = {
            "",
            "Exit status: 0 done; 1 failed; 2 wrong usage; 3 no DICOM series found; 8 --strict and something was",
            "unreadable or malformed."
        })
public final class VernierSpark implements Callable<Integer> {

    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int NO_SERIES = 3;
    private static final int UNREADABLE = 8;

    private final PrintStream out;
    private final PrintStream err;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ROOT", arity = "1..*", description = "Folders, or single files, to scan.")
    private List<String> roots;

    @Mixin(name = "Domains")
    private DomainOptions domains = new DomainOptions();

    @Mixin(name = "Spacings")
    private RuleOptions rules = new RuleOptions();

    @Mixin(name = "Which series")
    private GroupingOptions grouping = new GroupingOptions();

    @Mixin(name = "Reading")
    private WalkOptions walk = new WalkOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Also write series.csv, domains.csv and findings.csv into this folder. Other files in it stay.")
    private String folder;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description =
                    "The order of axes in domains.csv: xyz, or zyx as nnU-Net lists them; with --axes patient these are"
                            + " R/L, A/P, S/I and S/I, A/P, R/L. Default: xyz.")
    private AxisOrder order;

    @Option(
            names = "--strict",
            description = "End with exit status 8 if any file or folder was unreadable, truncated or malformed.")
    private boolean strict;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "Tasks that listing and reading are divided into. Default: spark.default.parallelism, or else 8"
                            + " for each core by the settings, at least 200 on a cluster.")
    private int partitions;

    @Option(
            names = "--reads",
            paramLabel = "N",
            description = "Files that one task reads at a time. Default: 1 on local files, 16 elsewhere.")
    private int reads;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Mixin(name = "Tolerances")
    private ToleranceOptions tolerances = new ToleranceOptions();

    VernierSpark(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs the application in the session that spark-submit has set up; ends the process unless all went well. */
    public static void main(String[] args) {
        int status = run(System.out, System.err, args);
        SparkSession.getActiveSession().foreach(session -> {
            session.stop();
            return null;
        });
        if (status != DONE) {
            System.exit(status);
        }
    }

    /** Runs the application in the session there is, or a new one. */
    static int run(PrintStream out, PrintStream err, String... args) {
        CommandLine commandLine = new CommandLine(new VernierSpark(out, err));
        OptionSections.addTo(commandLine);
        return commandLine
                .registerConverter(AxisOrder.class, new LabelConverter<>(AxisOrder.values(), AxisOrder::label))
                .registerConverter(
                        SeriesGrouping.class, new LabelConverter<>(SeriesGrouping.values(), SeriesGrouping::label))
                .registerConverter(AxisSystem.class, new LabelConverter<>(AxisSystem.values(), AxisSystem::label))
                .registerConverter(Target.class, new LabelConverter<>(Target.values(), Target::label))
                .registerConverter(ZRule.class, new LabelConverter<>(ZRule.values(), ZRule::label))
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(err, e))
                .execute(args);
    }

    private static int failed(PrintStream err, Exception e) {
        if (e instanceof IOException) {
            err.println("vernier: " + e.getMessage());
        } else {
            e.printStackTrace(err); // Spark's own, which says which task failed where
        }
        return FAILED;
    }

    @Override
    public Integer call() throws IOException {
        domains.check(spec.commandLine());
        DatasetOptions options = options();
        SparkSession spark = session(options);
        if (folder == null) {
            try (ScanResult result = scan(spark, options)) {
                return show(result);
            }
        }
        try (HadoopAccess access = new HadoopAccess(spark.sparkContext().hadoopConfiguration());
                ResultFiles files = new ResultFiles(folder, ScanResult.FILES, access);
                ScanResult result = scan(spark, options)) {
            result.writeTo(files, order());
            return show(result);
        }
    }

    private static SparkSession session(DatasetOptions options) {
        SparkSession spark = SparkSession.builder().appName("Vernier").getOrCreate();
        SparkContext context = spark.sparkContext();
        if (!context.conf().contains(SHUFFLE_PARTITIONS)) {
            // Series are few beside files, and the driver asks for each partition of them by a job of its own.
            spark.conf().set(SHUFFLE_PARTITIONS, Tasks.thatAssess(Tasks.thatRead(options, context)));
        }
        return spark;
    }

    private DatasetOptions options() {
        try {
            return DatasetOptions.DEFAULT
                    .withCatalog(domains.catalogText(spec.commandLine()), domains.seriesColumn())
                    .withDomain(domains.domain())
                    .withRules(rules.rules(tolerances.rules()), rules.excludeEstimated())
                    .withAxes(rules.axes())
                    .withTarget(rules.target(), domains.minDomain())
                    .withWork(partitions, reads)
                    .withGroupBy(grouping.grouping())
                    .withFullWalk(walk.full());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private ScanResult scan(SparkSession spark, DatasetOptions options) throws IOException {
        try {
            return new ScanResult(spark, roots, options);
        } catch (IllegalArgumentException e) {
            if (String.valueOf(e.getMessage()).startsWith("--domain")) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
            throw e;
        }
    }

    private AxisOrder order() {
        return order == null ? AxisOrder.XYZ : order;
    }

    private int show(ScanResult result) throws IOException {
        StringWriter text = new StringWriter();
        DomainsCsv.write(result.domains(), order(), text);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        ArchiveTally files = result.files();
        err.println(cost(files));
        boolean found = !result.domains().isEmpty();
        if (!found) {
            err.println("vernier: no DICOM series found in " + String.join(", ", roots)
                    + NoSeries.reason(files.files(Outcome.NO_SERIES), files.problemCounts(), files.problems()));
        }
        if (strict && files.hasUnreadable()) {
            err.println("vernier: some files or folders were unreadable or malformed, and --strict was given:"
                    + (folder == null ? " --out DIR lists them in findings.csv" : " findings.csv lists them"));
            return UNREADABLE;
        }
        return found ? DONE : NO_SERIES;
    }

    private static String cost(ArchiveTally files) {
        double perFile = Math.max(files.files(), 1);
        return String.format(
                Locale.ROOT,
                "vernier: %,d files in %,d folders, %,d of them unreadable, truncated or malformed; %.2f reads and %,.0f bytes a"
                        + " file",
                files.files(),
                files.folders(),
                files.files(Outcome.UNREADABLE) + files.files(Outcome.TRUNCATED) + files.files(Outcome.MALFORMED),
                files.reads() / perFile,
                files.bytesRead() / perFile);
    }
}
