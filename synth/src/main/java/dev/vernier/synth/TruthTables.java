package dev.vernier.synth;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Writes the right answers: {@code truth.csv} for the series, {@code truth-domains.csv} for the domains.
 *
 * <p>Spacings are in mm, in the order x, y, z, with up to 6 decimals; an unknown one is an empty field. Thread rule:
 * stateless.
 */
final class TruthTables {
    private static final int DECIMALS = 6;

    private TruthTables() {}

    static void writeSeries(Path file, List<SeriesPlan> plans) throws IOException {
        try (CsvWriter csv = open(file)) {
            csv.writeRecord("series_uid", "domain", "x", "y", "z", "status", "planted");
            for (SeriesPlan plan : sortedByUid(plans)) {
                boolean inPlaneKnown = !plan.has(Planted.NO_PIXEL_SPACING);
                csv.writeRecord(
                        plan.uid(),
                        plan.domain().label(),
                        inPlaneKnown ? number(plan.xMm()) : "",
                        inPlaneKnown ? number(plan.yMm()) : "",
                        number(plan.zMm()),
                        plan.stack().status().name(),
                        plan.planted().stream().map(Planted::name).sorted().collect(Collectors.joining("|")));
            }
        }
    }

    static void writeDomains(Path file, List<SeriesPlan> plans, Profile profile) throws IOException {
        try (CsvWriter csv = open(file)) {
            csv.writeRecord("domain", "series", "voting", "x", "y", "z");
            List<Domain> domains = profile.domains().stream()
                    .sorted(Comparator.comparing(Domain::label))
                    .toList();
            for (Domain domain : domains) {
                List<SeriesPlan> all =
                        plans.stream().filter(plan -> plan.domain() == domain).toList();
                List<SeriesPlan> voting = all.stream().filter(SeriesPlan::votes).toList();
                if (!all.isEmpty()) {
                    csv.writeRecord(
                            domain.label(),
                            String.valueOf(all.size()),
                            String.valueOf(voting.size()),
                            number(median(voting, SeriesPlan::xMm)),
                            number(median(voting, SeriesPlan::yMm)),
                            number(median(voting, SeriesPlan::zMm)));
                }
            }
        }
    }

    static CsvWriter open(Path file) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
    }

    static List<SeriesPlan> sortedByUid(List<SeriesPlan> plans) {
        return plans.stream().sorted(Comparator.comparing(SeriesPlan::uid)).toList();
    }

    private static double median(List<SeriesPlan> voting, ToDoubleFunction<SeriesPlan> axis) {
        double[] values = voting.stream().mapToDouble(axis).toArray();
        Arrays.sort(values);
        int upper = values.length / 2;
        return values.length % 2 == 1 ? values[upper] : (values[upper - 1] + values[upper]) / 2;
    }

    private static String number(double mm) {
        return DecimalText.plain(mm, DECIMALS);
    }
}
