package dev.vernier.cli.report;

import dev.vernier.DomainReport;
import dev.vernier.SeriesReport;
import dev.vernier.SpacingReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The groups of series that have charts: the whole archive, then the domains with most series. Immutable. */
final class DrawnDomains {

    private final List<Group> groups = new ArrayList<>();

    /**
     * A row of charts.
     *
     * @param domain its place in the report's list, -1 for the whole archive
     * @param series all its series
     */
    record Group(int domain, List<SeriesReport> series) {

        /** The known values above zero. */
        double[] values(Predicate<SeriesReport> counts, ToDoubleFunction<SeriesReport> measure) {
            return series.stream()
                    .filter(counts)
                    .mapToDouble(measure)
                    .filter(value -> value > 0 && Double.isFinite(value))
                    .toArray();
        }
    }

    DrawnDomains(SpacingReport report, int limit) {
        groups.add(new Group(-1, report.series()));
        List<DomainReport> domains = report.domains();
        List<String> drawn = domains.stream()
                .sorted(Comparator.comparing(DomainReport::series).reversed().thenComparing(DomainReport::domain))
                .limit(limit)
                .map(DomainReport::domain)
                .toList();
        Map<String, List<SeriesReport>> byDomain = new HashMap<>();
        drawn.forEach(name -> byDomain.put(name, new ArrayList<>()));
        for (SeriesReport series : report.series()) {
            List<SeriesReport> group = byDomain.get(series.domain());
            if (group != null) {
                group.add(series);
            }
        }
        Map<String, Integer> numbers = new HashMap<>();
        domains.forEach(domain -> numbers.put(domain.domain(), numbers.size()));
        drawn.forEach(name -> groups.add(new Group(numbers.get(name), byDomain.get(name))));
    }

    List<Group> groups() {
        return groups;
    }
}
