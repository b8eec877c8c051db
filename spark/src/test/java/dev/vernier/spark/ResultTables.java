package dev.vernier.spark;

import dev.vernier.SpacingReport;
import dev.vernier.VoxelSpacing;
import dev.vernier.cli.output.AxisOrder;
import dev.vernier.cli.output.DomainsCsv;
import dev.vernier.cli.output.FindingsCsv;
import dev.vernier.cli.output.SeriesCsv;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The result files of a scan.
 *
 * @param series series.csv
 * @param domains domains.csv
 * @param findings findings.csv
 */
record ResultTables(String series, String domains, String findings) {

    /** Those of the engine on this machine: what {@code vernier scan --out} writes. */
    static ResultTables ofOneMachine(VoxelSpacing scan) throws IOException {
        SpacingReport report = scan.scan();
        StringWriter series = new StringWriter();
        SeriesCsv.write(report.series(), series);
        StringWriter domains = new StringWriter();
        DomainsCsv.write(report.domains(), AxisOrder.XYZ, domains);
        StringWriter findings = new StringWriter();
        FindingsCsv.write(report.findings(), findings);
        return new ResultTables(series.toString(), domains.toString(), findings.toString());
    }

    /** Those of the application, which writes them to a folder. */
    static ResultTables ofSpark(Path out, String... arguments) throws IOException {
        LocalSpark.session();
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of("--out", out.toUri().toString()));
        Ran ran = Ran.application(line.toArray(String[]::new));
        if (ran.status != 0) {
            throw new AssertionError(ran.toString());
        }
        return ofFolder(out);
    }

    static ResultTables ofFolder(Path out) throws IOException {
        return new ResultTables(
                Files.readString(out.resolve("series.csv")),
                Files.readString(out.resolve("domains.csv")),
                Files.readString(out.resolve("findings.csv")));
    }

    /** What the application answered. */
    record Ran(int status, String out, String err) {

        static Ran application(String... arguments) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int status = VernierSpark.run(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    arguments);
            return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
