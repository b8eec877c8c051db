package dev.vernier.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.vernier.DomainReport;
import dev.vernier.Numbers;
import dev.vernier.SpacingReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Compares a report with the right answer of a synthetic data set. Stateless. */
final class TruthCheck {

    private TruthCheck() {}

    /** Whether the domains, their series, votes and medians are exactly those of {@code truth-domains.csv}. */
    static boolean isRight(SpacingReport report, Path truthDomains) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(truthDomains)) {
            List<List<String>> right = csv.stream()
                    .map(row -> List.of(
                            row.getField("domain"),
                            row.getField("series"),
                            row.getField("voting"),
                            row.getField("x"),
                            row.getField("y"),
                            row.getField("z")))
                    .sorted((a, b) -> a.get(0).compareTo(b.get(0)))
                    .toList();
            return right.equals(report.domains().stream().map(TruthCheck::row).collect(Collectors.toList()));
        }
    }

    private static List<String> row(DomainReport domain) {
        return List.of(
                domain.domain(),
                String.valueOf(domain.series()),
                String.valueOf(domain.voting()),
                Numbers.format(domain.spacing().median().x()),
                Numbers.format(domain.spacing().median().y()),
                Numbers.format(domain.spacing().median().z()));
    }
}
