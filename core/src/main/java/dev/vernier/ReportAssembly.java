package dev.vernier;

import dev.vernier.SeriesAssessment.Placed;
import dev.vernier.dicom.Outcome;
import dev.vernier.domain.Catalog;
import dev.vernier.domain.DomainExpression;
import dev.vernier.geometry.SeriesTally;
import dev.vernier.scan.ArchiveTally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes the report of a finished scan: series, domains, findings, each in an order of its own that no thread decides.
 * Used once.
 */
final class ReportAssembly {

    private final Settings settings;
    private final List<Path> roots;
    private final Catalog catalog;
    private final SeriesAssessment assessment;

    ReportAssembly(Settings settings, List<Path> roots, Catalog catalog, DomainExpression domain) {
        this.settings = settings;
        this.roots = roots;
        this.catalog = catalog;
        this.assessment = new SeriesAssessment(
                settings.rules(), settings.excludeEstimated(), settings.axes(), domain, Roots.names(roots));
    }

    SpacingReport assemble(ArchiveTally tally, Supplier<Duration> elapsed) {
        Set<String> onDisk = tally.series().stream().map(SeriesTally::seriesUid).collect(Collectors.toSet());
        List<Placed> placed = SeriesSample.of(tally.series(), settings.sample(), settings.seed()).parallelStream()
                .map(assessment::assess)
                .sorted(Comparator.comparing(series -> series.report().seriesUid()))
                .toList();
        List<Placed> named = withDomainNames(placed);
        List<SeriesReport> series = named.stream().map(Placed::report).toList();
        Findings findings = new Findings();
        findings.addProblems(tally);
        series.forEach(findings::addSeries);
        if (catalog != null) {
            findings.addCatalog(catalog, onDisk, settings.onlySeries());
        }
        List<DomainReport> domains = domains(named);
        domains.stream()
                .filter(DomainReport::tooFew)
                .forEach(small -> findings.addSmallDomain(small, settings.minDomain()));
        return new SpacingReport(
                roots,
                fileCounts(tally),
                series,
                domains,
                statistics("all", series),
                findings.sorted(),
                findings.counts(),
                findings.count(Findings.NOT_ON_DISK),
                findings.count(Findings.NOT_IN_CATALOG),
                new SpacingReport.Cost(elapsed.get(), tally.folders(), tally.reads(), tally.bytesRead()));
    }

    private static Map<Outcome, Long> fileCounts(ArchiveTally tally) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, tally.files(outcome));
        }
        return counts;
    }

    /** Gives all series of a domain the spelling that most of them have; the smaller one on a tie. */
    private static List<Placed> withDomainNames(List<Placed> placed) {
        Map<String, Map<String, Integer>> spellings = new HashMap<>();
        for (Placed series : placed) {
            spellings
                    .computeIfAbsent(series.domainKey(), key -> new TreeMap<>())
                    .merge(series.report().domain(), 1, Integer::sum);
        }
        Map<String, String> names = new HashMap<>();
        spellings.forEach((key, votes) -> names.put(key, mostFrequent(votes)));
        return placed.stream()
                .map(series ->
                        new Placed(series.report().withDomain(names.get(series.domainKey())), series.domainKey()))
                .toList();
    }

    private static String mostFrequent(Map<String, Integer> votes) {
        String best = null;
        for (Map.Entry<String, Integer> vote : votes.entrySet()) {
            if (best == null || vote.getValue() > votes.get(best)) {
                best = vote.getKey();
            }
        }
        return best;
    }

    private List<DomainReport> domains(List<Placed> placed) {
        Map<String, List<SeriesReport>> byDomain = new TreeMap<>();
        for (Placed series : placed) {
            byDomain.computeIfAbsent(series.report().domain(), name -> new ArrayList<>())
                    .add(series.report());
        }
        List<DomainReport> domains = new ArrayList<>();
        byDomain.forEach((name, series) -> domains.add(statistics(name, series)));
        return domains;
    }

    private DomainReport statistics(String name, List<SeriesReport> series) {
        return DomainStatistics.of(name, series, settings.axes(), settings.target(), settings.minDomain());
    }
}
